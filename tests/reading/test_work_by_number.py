"""Work that is handed out by its own number, and other ways to name a section that one letter or word decides."""

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
THROUGH = """NHIỆM VỤ
Tổ chức, phát triển đoàn viên
1. Khảo sát doanh nghiệp tại cụm công nghiệp.
2. Mở lớp bồi dưỡng cán bộ.
Chăm lo đời sống
3. Tặng quà Tết cho công nhân.
4. Ký thỏa thuận giảm giá.
5. Thăm công nhân ốm đau.
Kiểm tra, tài chính
6. Kiểm tra tài chính 05 đơn vị.
7. Thu kinh phí công đoàn.
"""
CHAIR, DEPUTY, CHECKS = "Chủ tịch", "Phó Chủ tịch", "Ủy ban kiểm tra"


def _tasks(paper: str) -> tuple[Task, ...]:
    return read_text(HEAD + paper).tasks


@pytest.mark.parametrize("heading", ["PHÂN CÔNG TRONG THƯỜNG TRỰC", "PHÂN CÔNG CÁN BỘ", "TỔ CHỨC THỰC HIỆN"])
@pytest.mark.parametrize(
    "said",
    [
        "Đồng chí Chủ tịch: phụ trách chung; trực tiếp chỉ đạo việc 1, 2.\nĐồng chí Phó Chủ tịch: việc 3, 4 và việc 5.",
        "Đồng chí Chủ tịch: việc 1 và việc 2.\nĐồng chí Phó Chủ tịch: các việc từ 3 đến 5.",
        "Đồng chí Chủ tịch chủ trì các việc 1, 2.\nĐồng chí Phó Chủ tịch phụ trách việc 3; 4 đến 5.",
    ],
)
def test_work_numbered_through_is_handed_out_by_number(heading: str, said: str) -> None:
    tasks = _tasks(f"{THROUGH}{heading}\n{said}\nNhững việc còn lại do Ủy ban kiểm tra thực hiện.\n")
    assert [task.lead for task in tasks] == [(CHAIR,)] * 2 + [(DEPUTY,)] * 3 + [(CHECKS,)] * 2


def test_both_of_two_works_with_one_number_are_meant() -> None:
    twice = THROUGH.replace("4. Ký", "3. Ký")
    reading = read_text(f"{HEAD}{twice}TỔ CHỨC THỰC HIỆN\nĐồng chí Phó Chủ tịch: việc 3.\n")
    assert [task.lead for task in reading.tasks][2:4] == [(DEPUTY,)] * 2
    assert "section_ambiguous" in {warning.code for warning in reading.warnings}


def test_a_line_between_every_two_items_is_no_heading() -> None:
    tasks = _tasks("NHIỆM VỤ\n1. Mở lớp.\nBan Tổ chức chủ trì\n2. Treo pano.\nBan Tuyên giáo chủ trì\n3. Khảo sát.\n")
    assert [task.lead for task in tasks][:2] == [("Ban Tổ chức",), ("Ban Tuyên giáo",)]


def test_a_part_by_its_capital_letter() -> None:
    paper = (
        "A. Yêu cầu\nThiết thực.\nB. Nội dung\n1. Khối cơ quan\n- Cải tiến quy trình.\n2. Khối doanh nghiệp\n"
        "- Nạo vét kênh mương.\nC. Tổ chức thực hiện\n"
        "1. Ban Tổ chức chủ trì nội dung mục B.1; Văn phòng chủ trì mục B.2.\n"
    )
    assert [task.lead for task in _tasks(paper)] == [("Ban Tổ chức",), ("Văn phòng",)]


def test_a_numbered_mục_of_a_chapter_is_not_the_clause_of_that_number() -> None:
    paper = (
        "Chương I\nNỘI DUNG\nMục 1. Tuyên truyền\n1. Nói chuyện truyền thống.\n2. Xây dựng tủ sách.\n"
        "Mục 2. Việc làm\n1. Tư vấn học nghề.\n2. Cho vay vốn.\n"
        "Chương II\nTRÁCH NHIỆM CỦA CÁC BÊN\n1. Ban Tổ chức chủ trì khoản 1 Mục 1 và Mục 2 Chương I.\n"
        "2. Văn phòng chủ trì khoản 2 Mục 1 Chương I.\n"
    )
    assert [task.lead for task in _tasks(paper)] == [("Ban Tổ chức",), ("Văn phòng",)] + [("Ban Tổ chức",)] * 2


@pytest.mark.parametrize(
    "said",
    ["Các nhiệm vụ tại Phụ lục giao Ban Tài chính.", "Các nội dung tại Phụ lục kèm theo do Ban Tài chính chủ trì."],
)
def test_the_only_annex_without_a_number(said: str) -> None:
    paper = (
        f"I. NỘI DUNG\n1. Mở lớp.\nII. TỔ CHỨC THỰC HIỆN\n1. Ban Tổ chức chủ trì mục 1 phần I.\n2. {said}\n"
        "TM. BAN THƯỜNG VỤ\nCHỦ TỊCH\nLê Văn Nam\nPHỤ LỤC\nCÔNG VIỆC VỀ TÀI CHÍNH\n"
        "1. Lập dự toán.\n2. Trích quỹ phúc lợi.\n"
    )
    assert [task.lead for task in _tasks(paper)] == [("Ban Tổ chức",), ("Ban Tài chính",), ("Ban Tài chính",)]


@pytest.mark.parametrize("helps", ["phối hợp", "cùng làm", "tham gia"])
def test_who_stands_after_a_semicolon_in_brackets_helps(helps: str) -> None:
    (task,) = _tasks(f"I. NỘI DUNG\na) Mở lớp sơ cấp cứu. (Ban Chính sách; Trường Cao đẳng Y tế {helps})\n")
    assert (task.lead, task.cooperating) == (("Ban Chính sách",), ("Trường Cao đẳng Y tế",))


def test_the_first_limit_of_several_clauses() -> None:
    said = "Các công đoàn cơ sở xây dựng kế hoạch trong vòng 20 ngày kể từ ngày ký; báo cáo trước 15/11/2024."
    (task,) = _tasks(f"II. TỔ CHỨC THỰC HIỆN\n1. {said}\n")
    assert task.due is not None
    assert str(task.due.date) == "2024-02-19"


@pytest.mark.parametrize("when", ["tuần cuối của quý", "tuần đầu quý", "ngày cuối cùng của mỗi quý"])
def test_a_week_of_the_quarter_comes_every_quarter(when: str) -> None:
    (task,) = _tasks(f"I. NỘI DUNG\n1. Ban Tổ chức họp giao ban vào {when}.\n")
    assert task.due is not None
    assert task.due.recurrence == "quarterly"
