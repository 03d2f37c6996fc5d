"""A time limit is the day or the rhythm that the words set; days of other papers, of events and of names are none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from congdoan.documents.reading.citations.reader import read_citations
from congdoan.documents.reading.due.reader import Calendar, due_in_cell, due_in_sentence
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.model import Due
from congdoan.documents.reading.reader import read_text

TABLE = Path(__file__).parent / "dues.txt"
HEAD_2024 = """LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN
Số: 12/KH-LĐLĐ
Long An, ngày 05 tháng 01 năm 2024
KẾ HOẠCH
Công tác năm 2024
"""


def day(printed: str) -> date | None:
    return None if printed == "none" else date.fromisoformat(printed)


def rows() -> list[tuple[str, Calendar, str, str]]:
    found = []
    for block in TABLE.read_text("utf-8").strip().split("\n\n")[1:]:
        head, *lines = block.split("\n")
        kind, issued, _, until = head.split()
        calendar = Calendar(day(issued), day(until))
        found += [(kind, calendar, *line.split(" => ")) for line in lines]
    return found


def due_of(kind: str, calendar: Calendar, text: str) -> Due | None:
    if kind == "cells":
        return due_in_cell(text, fold(text), 0, len(text), calendar)
    spans = [(citation.start, citation.end) for citation in read_citations(text, fold(text), 0, None)]
    return due_in_sentence(text, fold(text), 0, len(text), calendar, spans)


@pytest.mark.parametrize(("kind", "calendar", "text", "expected"), rows(), ids=lambda value: str(value)[:60])
def test_words_set_the_day_or_the_rhythm(kind: str, calendar: Calendar, text: str, expected: str) -> None:
    due = due_of(kind, calendar, text)
    found = due and (due.recurrence or (due.date and due.date.isoformat()))
    assert (found or "-") == expected
    if due:
        assert text[due.start : due.end] == due.text


def doubts(text: str, issued: date, until: date) -> tuple[str, ...]:
    due = due_of("paper", Calendar(issued, until), text)
    assert due is not None
    return due.doubts


def test_an_inferred_year_is_a_doubt_in_a_plan_of_several_years_only() -> None:
    issued = date(2022, 10, 5)
    assert doubts("Hoàn thành trước ngày 30/6.", issued, date(2025, 12, 31)) == ("due_year",)
    assert doubts("Hoàn thành trước ngày 30/11.", issued, date(2022, 12, 31)) == ()
    assert doubts("Hoàn thành trước ngày 30/6/2023.", issued, date(2025, 12, 31)) == ()


def test_a_second_day_is_a_doubt_and_the_end_of_a_range_is_none() -> None:
    issued, until = date(2023, 1, 20), date(2023, 12, 31)
    assert doubts("Hoàn thành trước 05/02/2023, báo cáo trước ngày 20/02/2023.", issued, until) == ("due_two",)
    assert doubts("Tổ chức từ ngày 01/5/2023 đến ngày 31/5/2023.", issued, until) == ()


def test_a_vague_part_of_a_period_is_a_doubt() -> None:
    assert doubts("Hoàn thành đầu năm 2024.", date(2023, 1, 20), date(2025, 12, 31)) == ("due_vague",)


@pytest.mark.parametrize("printed", ["Quý IV: tổ chức tổng kết.", "Gửi báo cáo quý."])
def test_words_of_time_need_no_figure_wherever_they_stand_in_a_passage(printed: str) -> None:
    calendar = Calendar(date(2024, 1, 20), date(2024, 12, 31))
    text = f"I. NHIỆM VỤ\n- {printed}\n"
    start = text.index(printed)
    assert due_in_sentence(text, fold(text), start, start + len(printed), calendar, []) is not None


PROGRAMME = """CÔNG ĐOÀN TRƯỜNG THCS AN BÌNH
Số: 05/CTr-CĐCS
An Bình, ngày 05 tháng 9 năm 2025
CHƯƠNG TRÌNH
Công tác năm học 2025 - 2026
II. CHƯƠNG TRÌNH CỤ THỂ
1. Tháng 9/2025
- Tổ chức Hội nghị viên chức, người lao động.
- Tặng quà Trung thu cho con đoàn viên trước ngày 10/9/2025.
2. Quý IV/2025
- Tổ chức tọa đàm kỷ niệm Ngày Phụ nữ Việt Nam.
3. Chăm lo đời sống đoàn viên năm 2026
- Thăm hỏi đoàn viên ốm đau.
"""


def test_work_under_a_heading_that_is_nothing_but_a_time_is_due_in_it():
    dues = [task.due and str(task.due.date) for task in read_text(PROGRAMME).tasks]
    assert dues == ["2025-09-30", "2025-09-10", "2025-12-31", None]


def test_a_line_that_is_nothing_but_a_time_stands_over_the_items_up_to_the_next_such_line():
    reading = read_text(
        "CÔNG ĐOÀN CƠ SỞ NGÂN HÀNG\nSố: 02/CTr-CĐCS\nĐà Lạt, ngày 06 tháng 01 năm 2025\nCHƯƠNG TRÌNH\n"
        "Công tác năm 2025\nI. CÔNG VIỆC TỪNG QUÝ\n"
        "QUÝ I\n1. Ký giao ước thi đua; phụ trách: Ban Nữ công.\n2. Kiểm kê quỹ; phụ trách: Ủy ban Kiểm tra.\n\n"
        "QUÝ II\n3. Tặng quà con đoàn viên; phụ trách: Ban Nữ công.\n\n"
        "QUÝ III\n4. Tọa đàm về chỉ tiêu; phụ trách: Văn phòng.\n"
    )
    quarters = [date(2025, 3, 31), date(2025, 3, 31), date(2025, 6, 30), date(2025, 9, 30)]
    assert [task.due and task.due.date for task in reading.tasks] == quarters


def test_weeks_with_their_days_stand_over_their_work_and_years_give_theirs_to_days_without_one():
    head = "CÔNG ĐOÀN CƠ SỞ DỆT MAY\nSố: 02/KH-CĐCS\nHà Nội, ngày 25 tháng 4 năm 2023\nKẾ HOẠCH\n"
    weeks = (
        f"{head}Tổ chức Tháng Công nhân năm 2023\nI. HOẠT ĐỘNG\n"
        "Tuần 1 (từ 01/5 đến 07/5)\n- Treo băng rôn tại cổng nhà máy.\n\n"
        "Tuần 2 (từ 08/5 đến 14/5)\n- Tổ chức hội thi cô nuôi giỏi.\n"
    )
    assert [task.due and task.due.date for task in read_text(weeks).tasks] == [date(2023, 5, 7), date(2023, 5, 14)]
    years = (
        f"{head}Chương trình toàn khóa 2023 - 2028\nI. Năm 2023\n- Ban hành quy chế làm việc (quý III).\n"
        "II. Năm 2025\n- Thương lượng, ký lại thỏa ước (quý III).\n- Kiểm tra giữa nhiệm kỳ.\n"
    )
    dues = [task.due and task.due.date for task in read_text(years).tasks]
    assert dues == [date(2023, 9, 30), date(2025, 9, 30), date(2025, 12, 31)]


def test_work_under_a_month_is_due_on_the_day_that_it_names_without_it():
    text = (
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN\nSố: 12/KH-LĐLĐ\nLong An, ngày 05 tháng 01 năm 2024\nKẾ HOẠCH\nNăm 2024\n"
        "I. NỘI DUNG\nThời gian | Nội dung | Chủ trì\n"
        "Tháng 11/2024 | Tổ chức hội thao ngành (từ ngày 14 đến ngày 16) | Ban Tổ chức\n"
        "Tháng 10/2024 | Tổ chức tọa đàm chào mừng ngày 20/10 | Ban Tổ chức\n"
        "Tháng 9/2024 | Thăm công nhân, mỗi đơn vị 02 ngày làm việc | Ban Tổ chức\n"
        "Tháng 6/2024 | Khai mạc hội thi ngày 12 tại Tân An | Ban Tổ chức\n"
    )
    tasks = read_text(text).tasks
    assert [task.due.date.day for task in tasks if task.due and task.due.date] == [16, 31, 30, 12]
    assert ["due_of_heading" in task.doubts for task in tasks] == [True, False, False, True]


def test_two_months_joined_by_a_plus_stand_over_their_work():
    lines = "II. NỘI DUNG\nTháng 2 + 3/2024\n- Giám sát thu chi.\nTháng 4/2024\n- Họp ban chấp hành.\n"
    assert [task.due.date for task in read_text(HEAD_2024 + lines).tasks] == [date(2024, 3, 31), date(2024, 4, 30)]


def test_a_bare_year_gives_way_to_the_quarter_it_stands_under_and_a_limit_does_not():
    lines = (
        "I. TIẾN ĐỘ\n1. Quý I\n1.1. Hội nghị tổng kết năm 2023, triển khai nhiệm vụ năm 2024 (Văn phòng).\n"
        "1.2. Xây dựng phần mềm, hoàn thành năm 2024 (Văn phòng).\n"
    )
    assert [task.due.date for task in read_text(HEAD_2024 + lines).tasks] == [date(2024, 3, 31), date(2024, 12, 31)]


WORK = ("Mời giảng viên, in tài liệu.", "Bố trí nơi ăn, nghỉ cho đại biểu.", "Trình dự toán trước ngày 20/3/2024.")
EVENTS = ("Dự kiến ngày 25 và 26/5/2024", "8 giờ 00, ngày 12/5/2024 (Chủ nhật)", "từ ngày 10/7/2024 đến ngày 20/7/2024")


def lines_of(*lines: str) -> str:
    return HEAD_2024 + "II. ĐẠI HỘI CÔNG ĐOÀN TỈNH\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("layout", ["above", "below", "between", "numbered last", "numbered first"])
def test_the_day_of_an_event_on_its_own_line_is_not_that_of_what_is_got_ready_for_it(event: str, layout: str) -> None:
    place, bullets = "Trung tâm Hội nghị tỉnh", [f"- {work}" for work in WORK]
    when, where = f"Thời gian: {event}.", f"Địa điểm: {place}."
    text = {
        "above": lines_of(f"- {when}", f"- {where}", *bullets),
        "below": lines_of(*bullets, f"- {when}", f"- {where}"),
        "between": lines_of(bullets[0], f"- {when}", f"- {where}", *bullets[1:]),
        "numbered last": lines_of(
            "1. Văn kiện", bullets[0], bullets[2], "2. Hậu cần", bullets[1], f"3. {when[:-1]}, tại {place}."
        ),
        "numbered first": lines_of(f"1. {when}", f"2. {where}", "3. Công tác chuẩn bị", *bullets),
    }[layout]
    dues = {task.text: task.due and task.due.date for task in read_text(text).tasks}
    assert dues == {WORK[0]: None, WORK[1]: None, WORK[2]: date(2024, 3, 20)}


@pytest.mark.parametrize("line", ["Thời gian thực hiện: quý II/2024.", "Tiến độ: xong trong tháng 6/2024."])
@pytest.mark.parametrize("above", [True, False])
def test_a_time_of_work_on_a_line_holds_for_what_names_none(line: str, *, above: bool) -> None:
    bullets = [f"- {work}" for work in WORK]
    text = lines_of("1. Phục vụ", *([line, *bullets] if above else [*bullets, f"- {line}"]), "2. Giữ gìn nội quy.")
    dues = [task.due and task.due.date for task in read_text(text).tasks]
    assert dues[:3] == [date(2024, 6, 30), date(2024, 6, 30), date(2024, 3, 20)]


def test_a_line_of_time_right_under_work_is_that_works() -> None:
    reading = read_text(lines_of("1. Tổ chức hội thi.", "- Thời gian: ngày 18/10/2024.", "- Địa điểm: hội trường."))
    assert [task.due and task.due.date for task in reading.tasks] == [date(2024, 10, 18)]
