"""The evaluation counts what is right, says what is wrong, and knows whether it was marked as doubtful."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from congdoan.documents.reading.cli import main
from congdoan.documents.reading.evaluation.evaluate import evaluate
from congdoan.documents.reading.json_form import to_json
from congdoan.documents.reading.reader import read_text

PAPER = """TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM
LIÊN ĐOÀN LAO ĐỘNG TỈNH AN GIANG
Số: 15/KH-LĐLĐ
An Giang, ngày 20 tháng 01 năm 2023
KẾ HOẠCH
Công tác công đoàn năm 2023
Căn cứ Nghị quyết số 02-NQ/TU ngày 12/01/2023 của Tỉnh ủy, Ban Thường vụ ban hành kế hoạch như sau:
I. NỘI DUNG
1. Tổ chức hội nghị cán bộ công đoàn trước ngày 30/6/2023.
2. Xây dựng chuyên mục hỏi đáp pháp luật.
II. TỔ CHỨC THỰC HIỆN
1. Ban Tổ chức: chủ trì thực hiện mục 1 phần I.
"""
ANSWERS = """
[header]
type = "kế hoạch"
symbol = "15/KH-LĐLĐ"
date = "2023-01-21"
issuer = "Liên đoàn Lao động tỉnh An Giang"

[[citations]]
type = "nghị quyết"
symbol = "02-NQ/TU"
date = "2023-01-12"
issuer = "Tỉnh ủy"

[[citations]]
type = "luật"
text = "Luật Công đoàn"

[[tasks]]
section = "I.1"
text = "Tổ chức hội nghị cán bộ"
lead = ["Ban Tổ chức"]
due = "2023-06-30"

[[tasks]]
section = "I.2"
text = "Xây dựng chuyên mục"
lead = ["Ban Tuyên giáo"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "mot.txt").write_text(PAPER, "utf-8")
    (tmp_path / "mot.toml").write_text(ANSWERS, "utf-8")
    (tmp_path / "khong-dap-an.txt").write_text(PAPER, "utf-8")
    return tmp_path


def test_only_papers_with_answers_are_compared(folder: Path) -> None:
    assert [score.name for score in evaluate(folder)] == ["mot"]


def test_what_is_right_is_counted(folder: Path) -> None:
    (score,) = evaluate(folder)
    counts = {name: (tally.right, tally.wanted, tally.found) for name, tally in score.tallies.items()}
    assert (score.header.right, score.header.wanted) == (3, 4)
    assert counts["citations"] == (1, 2, 1)
    assert counts["tasks"] == (2, 2, 2)
    assert counts["lead"] == (1, 2, 2)
    assert counts["due"] == (2, 2, 2)


def test_a_wrong_lead_is_marked_where_the_reader_doubts_it_and_a_wrong_day_in_silence_is_not(folder: Path) -> None:
    (score,) = evaluate(folder)
    assert {fault.measure: fault.marked for fault in score.faults} == {
        "header.date": False,
        "citations": False,
        "lead": True,
    }


def test_a_reading_agrees_with_its_own_json(tmp_path: Path) -> None:
    (tmp_path / "hai.txt").write_text(PAPER, "utf-8")
    (tmp_path / "hai.json").write_text(json.dumps(to_json(read_text(PAPER))), "utf-8")
    (score,) = evaluate(tmp_path)
    assert score.faults == []
    assert score.header.wanted == 7


def test_a_task_may_be_quoted_without_who_does_it(tmp_path: Path) -> None:
    """The words must stand in the passage: those of another piece of work do not count."""
    paper = PAPER.replace("2. Xây dựng chuyên mục", "2. Ban Tuyên giáo xây dựng chuyên mục")
    (tmp_path / "bon.txt").write_text(paper, "utf-8")
    quoted = ("hội nghị cán bộ công đoàn", "xây dựng chuyên mục hỏi đáp", "xây dựng chuyên trang hỏi đáp pháp lý")
    (tmp_path / "bon.toml").write_text(
        "[header]\n" + "".join(f'[[tasks]]\ntext = "{words}"\n' for words in quoted), "utf-8"
    )
    (score,) = evaluate(tmp_path)
    assert (score.tallies["tasks"].right, score.tallies["tasks"].wanted) == (2, 3)


def test_a_field_that_the_paper_does_not_show_must_be_left_empty(tmp_path: Path) -> None:
    (tmp_path / "ba.txt").write_text(PAPER, "utf-8")
    (tmp_path / "ba.toml").write_text('[header]\nabsent = ["date", "until"]\n', "utf-8")
    (score,) = evaluate(tmp_path)
    assert {fault.measure for fault in score.faults} >= {"header.date", "header.until"}


def test_the_same_measures_come_as_a_table_and_as_data(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["--evaluate", str(folder), "--verbose"]) == 0
    table = capfdbinary.readouterr().out.decode()
    assert "Đã đối chiếu 1 văn bản" in table
    assert "Văn bản được viện dẫn bị sót: luật" in table
    assert main(["--evaluate", str(folder), "--format", "json"]) == 0
    data = json.loads(capfdbinary.readouterr().out)
    assert data["tasks"] == {"right": 2, "wanted": 2, "found": 2, "precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert data["header"] == {"right": 3, "of": 4, "share": 0.75}


def test_a_paper_that_cannot_be_read_counts_as_wrong_and_is_named(folder: Path) -> None:
    (folder / "mot.txt").write_bytes(b"\x00\x01\x02" * 50)
    (score,) = evaluate(folder)
    assert score.unreadable
    assert score.header.right == 0


@pytest.mark.parametrize("answers", ["[header", "[[tasks]]\ntext = 1"])
def test_answers_that_are_broken_are_one_sentence(
    folder: Path, answers: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "mot.toml").write_text(answers, "utf-8")
    assert main(["--evaluate", str(folder)]) == 2
    assert capsys.readouterr().err.startswith("Không đọc được đáp án mot.toml")


def test_a_folder_without_papers_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--evaluate", str(tmp_path)]) == 2
    assert "không có văn bản nào kèm đáp án" in capsys.readouterr().err
