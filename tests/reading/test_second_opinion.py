"""What was learned from papers with answers says where the rules are doubtful, and where they need not doubt."""

from __future__ import annotations

import pytest

from congdoan.documents.reading.doubts import times
from congdoan.documents.reading.learned.linear import Linear, learned
from congdoan.documents.reading.learned.names import chances_of_end
from congdoan.documents.reading.learned.times import DAY, KINDS, NONE, RHYTHM, chances_of_time
from congdoan.documents.reading.learned.words import tokens
from congdoan.documents.reading.learned.work import chance_of_work
from congdoan.documents.reading.model import PlanReading
from congdoan.documents.reading.outline.parts import CONTENTS, SITUATION
from congdoan.documents.reading.reader import read_text

HEAD = """LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN
Số: 12/KH-LĐLĐ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Long An, ngày 05 tháng 01 năm 2024
KẾ HOẠCH
Công tác năm 2024
"""


def contents(*lines: str) -> PlanReading:
    return read_text(HEAD + "I. NỘI DUNG\n" + "\n".join(lines) + "\n")


def doubts(reading: PlanReading, text: str) -> set[str]:
    """The codes of the doubts that touch the passage with these words."""
    at = reading.text.index(text)
    return {warning.code for warning in reading.warnings if warning.start < at + len(text) and warning.end > at}


def test_chances_are_odds_that_add_up() -> None:
    model = Linear(0, {"seen": 100, "against": -100})
    assert model.chance([]) == 0.5
    assert model.chance(["unknown"]) == 0.5
    assert model.chance(["seen"]) == model.chance(["seen", "seen"]) == pytest.approx(0.731, abs=0.001)
    assert model.chance(["seen", "against"]) == 0.5


@pytest.mark.parametrize("question", ["work", "name_end", *(f"time_{kind}" for kind in KINDS)])
def test_every_question_has_weights_both_ways(question: str) -> None:
    weights = list(learned(question)._weights.values())
    assert len(weights) > 1000
    assert min(weights) < 0 < max(weights)


def test_figures_count_by_their_length_and_days_as_days() -> None:
    words = tokens("truoc 20/6/2023, xong trong 9/2023; nam 2023: 1.500 dong")
    assert words[:5] == ["truoc", "#day", ",", "xong", "trong"]
    assert words[5:] == ["#month", ";", "nam", "#year", ":", "#1", ".", "#3", "dong"]


@pytest.mark.parametrize(
    ("folded", "part", "is_work"),
    [
        ("to chuc tap huan nghiep vu cho can bo cong doan co so truoc ngay 30/9/2024.", CONTENTS, True),
        ("ra soat, bo sung quy che hoat dong cua ban chap hanh.", CONTENTS, True),
        ("ket qua: da trao 120 suat qua, tri gia 60 trieu dong.", CONTENTS, False),
        ("nam qua, da ket nap 1.250 doan vien, tang 5% so voi cung ky.", SITUATION, False),
    ],
)
def test_words_of_work_are_told_from_others(folded: str, part: str, *, is_work: bool) -> None:
    chance = chance_of_work(folded, part)
    assert chance > 0.9 if is_work else chance < 0.2


@pytest.mark.parametrize(
    ("folded", "kind"),
    [
        ("gui danh sach ve van phong truoc ngay 15/6/2024.", DAY),
        ("to chuc doi thoai voi cong nhan moi quy 01 lan.", RHYTHM),
        ("so ket 5 nam thuc hien nghi quyet so 02-nq/tw ngay 12/6/2021 cua bo chinh tri.", NONE),
    ],
)
def test_words_of_time_tell_a_limit_from_a_rhythm_and_from_none(folded: str, kind: str) -> None:
    chances = chances_of_time(folded)
    assert max(chances, key=lambda one: chances[one]) == kind


def test_nothing_is_asked_where_nothing_is_said_of_time() -> None:
    assert chances_of_time("ra soat, bo sung danh sach doan vien") == {}


def test_a_name_ends_before_what_the_body_does() -> None:
    text = "Ban Tổ chức hướng dẫn các công đoàn cơ sở."
    whole, cut, long = (chances_of_end(text, 0, text.index(end)) for end in (" hướng", " chức", " các"))
    assert whole is not None and whole.there > 0.9 > whole.sooner
    assert cut is not None and cut.there < 0.1
    assert long is not None and long.sooner > 0.9
    assert chances_of_end(" - ", 0, 3) is None or chances_of_end("", 0, 0) is None


def test_what_reads_like_no_work_is_doubted_as_a_task() -> None:
    line = "Phân công nhiệm vụ cụ thể tại Phụ lục ban hành kèm theo Kế hoạch này."
    assert "not_sure_work" in doubts(contents("1. Tổ chức tập huấn cán bộ.", f"2. {line}"), line)


@pytest.mark.parametrize(("least", "doubted"), [(0.0, False), (1.0, True)])
def test_what_was_read_of_time_is_doubted_where_it_is_less_likely_than_it_must_be(
    monkeypatch: pytest.MonkeyPatch, least: float, *, doubted: bool
) -> None:
    monkeypatch.setattr(times, "_HARDLY", least)
    line = "Thực hiện chế độ báo cáo 6 tháng và năm theo quy định."
    assert ("due_unsure" in doubts(contents(f"1. {line}"), line)) is doubted


def test_a_name_that_plainly_ends_is_not_doubted() -> None:
    line = "Ban Tổ chức khảo sát 50 doanh nghiệp trước ngày 30/6/2024."
    assert not doubts(contents(f"1. {line}"), line)


def test_authorities_without_a_name_are_bodies_to_choose() -> None:
    line = "Giao chính quyền bố trí quỹ đất xây nhà ở công nhân trước ngày 30/6/2024."
    assert "lead_general" in doubts(contents(f"1. {line}"), line)
