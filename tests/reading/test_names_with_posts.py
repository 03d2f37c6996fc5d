"""Persons with a post after a dash, headings that give way to a named body, and work called by its words."""

from __future__ import annotations

import pytest

from congdoan.documents.reading.model import Task
from congdoan.documents.reading.reader import read_text

HEAD = """LIÊN ĐOÀN LAO ĐỘNG HUYỆN PHÚ LƯƠNG
Số: 08/KH-LĐLĐ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Phú Lương, ngày 30 tháng 01 năm 2024
KẾ HOẠCH
Công tác năm 2024
"""
PEOPLE = [
    ("Đ/c Lan Anh - TPT Đội", "Lan Anh - TPT Đội"),
    ("Nguyễn Thị Bích Liễu - UVBTV, Chủ nhiệm UBKT", "Nguyễn Thị Bích Liễu - UVBTV, Chủ nhiệm UBKT"),
    ("Trần Văn Bình - NV bảo vệ", "Trần Văn Bình - NV bảo vệ"),
    ("Phùng Thị Mai - CĐ Phòng GD&ĐT", "Phùng Thị Mai - CĐ Phòng GD&ĐT"),
    ("Đồng chí Phan Văn Thông - kế toán", "Phan Văn Thông - kế toán"),
]


def _tasks(paper: str) -> tuple[Task, ...]:
    return read_text(HEAD + paper).tasks


@pytest.mark.parametrize(("printed", "lead"), PEOPLE)
@pytest.mark.parametrize("line", ["1. Tổ chức hội thi cho đoàn viên. ({})", "1. Tổ chức hội thi.\nPhụ trách: {}"])
def test_a_post_after_a_dash_stays_with_the_name(line: str, printed: str, lead: str) -> None:
    (task,) = _tasks("NHIỆM VỤ\n" + line.format(printed) + "\n")
    assert task.lead == (lead,)


@pytest.mark.parametrize(("printed", "lead"), PEOPLE)
def test_so_it_does_before_what_its_holder_is_given(printed: str, lead: str) -> None:
    paper = "I. NHIỆM VỤ\n1. Tổ chức hội thi cho đoàn viên.\nII. TỔ CHỨC THỰC HIỆN\n- {} thực hiện mục 1 phần I.\n"
    (task,) = _tasks(paper.format(printed))
    assert task.lead == (lead,)


def test_work_and_persons_after_a_dash_are_no_post() -> None:
    (task,) = _tasks("II. TỔ CHỨC THỰC HIỆN\n1. Đ/c Hà - chuẩn bị quà tặng cho đoàn viên.\n")
    assert task.lead == ("Hà",)


@pytest.mark.parametrize(
    ("names", "leads"),
    [
        (
            "Ủy ban nhân dân tỉnh, ủy ban nhân dân các huyện, thành phố",
            ("Ủy ban nhân dân tỉnh", "ủy ban nhân dân các huyện, thành phố"),
        ),
        ("Huyện ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy", ("Huyện ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy",)),
    ],
)
def test_a_body_of_a_level_ends_before_those_of_the_next(names: str, leads: tuple[str, ...]) -> None:
    (task,) = _tasks(f"II. TỔ CHỨC THỰC HIỆN\n1. {names} bố trí kinh phí tổ chức đại hội.\n")
    assert task.lead == leads


CONTENTS = """II. NHIỆM VỤ
1. Tuyên truyền pháp luật
- Biên soạn tờ gấp phát cho công nhân.
- Tổ chức hội nghị tuyên truyền tại khu nhà trọ.
2. Trách nhiệm của chính quyền
- Bố trí quỹ đất xây dựng nhà ở.
III. PHÂN CÔNG TRÁCH NHIỆM
"""


def test_a_heading_gives_way_to_who_is_given_its_section() -> None:
    said = "1. Ủy ban nhân dân huyện chỉ đạo các phòng, ban thực hiện các nhiệm vụ tại mục 2 phần II.\n"
    task = next(task for task in _tasks(CONTENTS + said) if task.section == "II.2")
    assert (task.lead, "lead_differs" in task.doubts) == (("Ủy ban nhân dân huyện",), True)


def test_work_is_called_by_its_words_under_the_heading_of_a_party() -> None:
    said = "1. Liên đoàn Lao động huyện\n- Chủ trì khoản 1 Mục II (trừ nội dung in ấn).\n"
    said += "2. Phòng Tư pháp\n- Chủ trì biên soạn tờ gấp.\n"
    first, second, *_ = tasks = _tasks(CONTENTS + said)
    assert (first.lead, second.lead) == (("Phòng Tư pháp",), ("Liên đoàn Lao động huyện",))
    assert "lead_exception" in second.doubts  # which work is left out was not found
    assert not any(task.section.startswith("III") for task in tasks)


@pytest.mark.parametrize("work", ["mở 02 lớp tập huấn cho cán bộ", "trực tiếp theo dõi 22 doanh nghiệp"])
def test_work_beside_a_section_is_a_task(work: str) -> None:
    tasks = _tasks(f"{CONTENTS}1. Ban Tổ chức thực hiện mục 1 và {work}.\n")
    assert ("III.1", ("Ban Tổ chức",)) in [(task.section, task.lead) for task in tasks]


def test_who_answers_for_all_may_have_work_besides() -> None:
    tasks = _tasks("II. PHÂN CÔNG\n- Đ/c Thoa - CTCĐ: Phụ trách chung, viết diễn văn, mời đại biểu.\n")
    assert [task.lead for task in tasks] == [("Thoa - CTCĐ",)]
    assert not _tasks("II. PHÂN CÔNG\n- Đ/c Hòa: Phụ trách chung, chỉ đạo, đôn đốc.\n")


def test_who_is_over_each_of_many_leads() -> None:
    first, second = _tasks(
        "NHIỆM VỤ\n1. Ủy ban nhân dân các huyện\na) Đưa chỉ tiêu vào kế hoạch, giao cho từng xã, phường.\n"
        "2. Phát triển đoàn viên, giao cho từng xã, phường.\n"
    )
    assert first.lead == ("Ủy ban nhân dân các huyện",)
    assert "lead_general" in second.doubts


def test_persons_in_a_cell_are_parted_from_each_other_but_not_from_their_posts() -> None:
    table = (
        "TT | Nội dung | Người phụ trách | Thời gian\n"
        "1 | Đặt quà Tết | Huỳnh Chí Công, Nguyễn Ngọc Lụa | 25/01/2024\n"
        "2 | Thuê xe | Huỳnh Chí Công, kế toán | 26/01/2024\n"
    )
    assert [task.lead for task in _tasks(f"I. NỘI DUNG\n{table}")] == [
        ("Huỳnh Chí Công", "Nguyễn Ngọc Lụa"),
        ("Huỳnh Chí Công, kế toán",),
    ]
