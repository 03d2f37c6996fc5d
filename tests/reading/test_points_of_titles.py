"""Points of a section that the implementation part calls by its title, not by its number."""

from __future__ import annotations

import pytest

from congdoan.documents.reading.model import Task
from congdoan.documents.reading.reader import read_text

PLAN = """LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN
Số: 12/KH-LĐLĐ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Long An, ngày 05 tháng 01 năm 2024
KẾ HOẠCH
Công tác năm 2024
II. NỘI DUNG
1. Nhóm nhiệm vụ về tuyên truyền
a) Mở chuyên mục trên báo.
b) Biên soạn sổ tay.
2. Nhóm nhiệm vụ về giám sát, khen thưởng
a) Giám sát thỏa ước tại 20 doanh nghiệp.
b) Tôn vinh doanh nghiệp tiêu biểu.
3. Phối hợp với các cơ quan
a) Ký chương trình với Sở Nội vụ.
III. TỔ CHỨC THỰC HIỆN
"""
SECTIONS = ("II.1.a", "II.1.b", "II.2.a", "II.2.b", "II.3.a")
B, G, V = "Ban Tổ chức", "Ban Tuyên giáo", "Văn phòng"


def _tasks(said: str) -> list[Task]:
    return [task for task in read_text(f"{PLAN}1. {said}\n").tasks if task.section in SECTIONS]


def _leads(said: str) -> list[str]:
    return ["; ".join(task.lead) for task in _tasks(said)]


@pytest.mark.parametrize(
    ("said", "leads"),
    [
        ("Ban Tổ chức chủ trì thực hiện điểm a, nhóm nhiệm vụ về giám sát, khen thưởng.", ["", "", B, "", ""]),
        ("Ban Tổ chức chủ trì điểm a và điểm b nhóm nhiệm vụ về giám sát, khen thưởng.", ["", "", B, B, ""]),
        ("Ban Tổ chức phụ trách điểm a, b thuộc nhóm nhiệm vụ giám sát, khen thưởng.", ["", "", B, B, ""]),
        ("Ban Tổ chức: điểm b của nội dung tuyên truyền; Văn phòng: điểm a của nội dung tuyên truyền.",
         [V, B, "", "", ""]),
        ("Điểm a, điểm b trong nhóm nhiệm vụ về tuyên truyền do Ban Tuyên giáo chủ trì.", [G, G, "", "", ""]),
        ("Giao Ban Tổ chức thực hiện điểm a phần phối hợp với các cơ quan, điểm b phần tuyên truyền.",
         ["", B, "", "", B]),
        ("Ban Tổ chức chủ trì điểm a nhóm nhiệm vụ về giám sát, khen thưởng và nhóm nhiệm vụ về tuyên truyền.",
         [B, B, B, "", ""]),
    ],
)  # fmt: skip
def test_points_stand_in_the_section_called_after_them(said: str, leads: list[str]) -> None:
    assert _leads(said) == leads


@pytest.mark.parametrize(
    ("said", "leads"),
    [
        ("Nhóm nhiệm vụ về giám sát, khen thưởng: điểm a do Ban Tổ chức chủ trì, điểm b do Văn phòng chủ trì.",
         ["", "", B, V, ""]),
        ("Trong nhóm nhiệm vụ về giám sát, khen thưởng, Văn phòng chủ trì điểm a; Ban Tổ chức chủ trì điểm b.",
         ["", "", V, B, ""]),
        ("Ban Tổ chức chủ trì nhóm nhiệm vụ về giám sát, khen thưởng, trừ điểm b do Văn phòng chủ trì.",
         ["", "", B, V, ""]),
        ("Ban Tổ chức chủ trì nhóm nhiệm vụ về giám sát, khen thưởng (điểm b).", ["", "", "", B, ""]),
    ],
)  # fmt: skip
def test_points_stand_in_the_section_called_before_them(said: str, leads: list[str]) -> None:
    assert _leads(said) == leads


def test_whom_a_title_names_does_not_cooperate() -> None:
    for said in ("Ban Tổ chức chủ trì nhiệm vụ về phối hợp với các cơ quan.", "Văn phòng chủ trì mục 1."):
        assert _tasks(said)[-1].cooperating == ()


def test_a_list_of_points_goes_to_the_body_after_it() -> None:
    leads = _leads("Mục 1 do Ban Tổ chức chủ trì, điểm a, điểm b mục 2 do Văn phòng chủ trì.")
    assert leads == [B, B, V, V, ""]


def test_many_bodies_keep_the_word_that_says_so() -> None:
    assert _leads("Các CĐCS thực hiện mục 1.")[:2] == ["Các CĐCS", "Các CĐCS"]
