"""An assignment table says who does what by when, in Word, in a sheet and in a PDF alike."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from congdoan.documents.reading.model import PlanReading
from congdoan.documents.reading.reader import read_file, read_text
from tests.reading.papers import ROWS, pdf_with_table, sheet_with_table, word_with_table

LEADS = [("Ban Tổ chức",), ("Ban Tổ chức",), ("Ban Tuyên giáo",), ("Ban Tuyên giáo", "Ban Nữ công")]
HELPERS = [("Văn phòng", "Ủy ban kiểm tra"), ("Ban Tài chính",), ("Ban Chính sách - Pháp luật",), ()]
DUES = [date(2023, 6, 30), date(2023, 10, 31), "ongoing", date(2023, 5, 31)]


def merged_word(path: Path) -> Path:
    return word_with_table(path, merge_leads=True)


@pytest.fixture(params=[word_with_table, merged_word, sheet_with_table, pdf_with_table])
def reading(request: pytest.FixtureRequest, tmp_path: Path) -> PlanReading:
    return read_file(request.param(tmp_path / "bang-giao-viec"))


def test_each_row_is_a_task_with_all_that_its_columns_say(reading):
    tasks = reading.tasks[:4]
    assert [task.text for task in tasks] == [row[0] for row in ROWS]
    assert [task.section for task in tasks] == ["I.1", "I.2", "II.1", "II.2"]
    assert [task.lead for task in tasks] == LEADS
    assert [task.cooperating for task in tasks] == HELPERS
    assert [task.due.date or task.due.recurrence for task in tasks if task.due] == DUES
    assert [task.product for task in tasks] == [row[4] or None for row in ROWS]


def test_group_rows_are_headings(reading):
    titles = {section.number: section.title for section in reading.sections}
    assert "CÔNG TÁC TỔ CHỨC" in [section.title for section in reading.sections]
    assert titles["I.1"] == ROWS[0][0]


def test_what_stands_around_the_table_is_read_too(tmp_path):
    for build in (word_with_table, pdf_with_table):
        reading = read_file(build(tmp_path / "ke-hoach"))
        assert reading.header.symbol == "15/KH-LĐLĐ"
        assert reading.header.issuer == "Liên đoàn Lao động tỉnh An Giang"
        assert reading.tasks[4].lead == ("Văn phòng",)
        assert reading.tasks[4].due is not None
        assert reading.tasks[4].due.text == "trước ngày 15/12/2023"
        assert len(reading.tasks) == 5
        assert [citation.symbol for citation in reading.citations] == ["02-NQ/TU"]


def test_the_exact_time_of_a_row_stands_beside_the_quarter_that_it_is_in():
    text = (
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN\nSố: 12/KH-LĐLĐ\nLong An, ngày 05 tháng 01 năm 2023\nKẾ HOẠCH\nNăm 2023\n"
        "I. NỘI DUNG\nQuý | Nội dung | Chủ trì | Thời gian\n"
        "I | Thăm công nhân trực Tết tại vườn cây | Ban Tổ chức | 20/01/2023\n"
        "II | Tổ chức Tháng Công nhân | Ban Tuyên giáo | Tháng 5\n"
        "III | Khám sức khỏe nữ công nhân | Ban Nữ công |  \n"
    )
    days = [task.due and task.due.date for task in read_text(text).tasks]
    assert days == [date(2023, 1, 20), date(2023, 5, 31), date(2023, 9, 30)]


def test_two_steps_in_one_cell_are_doubted_and_months_in_a_row_are_not():
    text = (
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN\nSố: 12/KH-LĐLĐ\nLong An, ngày 05 tháng 01 năm 2023\nKẾ HOẠCH\nNăm 2023\n"
        "I. NỘI DUNG\nTT | Nội dung | Chủ trì | Thời gian\n"
        "1 | Kiểm tra bữa ăn ca tại 08 đơn vị | Ban Tổ chức | Tháng 5, tháng 10/2023\n"
        "2 | Tổ chức hội thao cụm | Ban Tuyên giáo | Tháng 6 và tháng 7/2023\n"
    )
    assert ["due_two" in task.doubts for task in read_text(text).tasks] == [True, False]


def test_times_in_a_list_that_do_not_follow_each_other_are_doubted():
    text = (
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN\nSố: 12/KH-LĐLĐ\nLong An, ngày 05 tháng 01 năm 2023\nKẾ HOẠCH\nNăm 2023\n"
        "I. NỘI DUNG\nTT | Nội dung | Chủ trì | Thời gian\n"
        "1 | Kiểm tra bữa ăn ca tại 08 đơn vị | Ban Tổ chức | Quý I và quý III\n"
        "2 | Tổ chức hội thao cụm | Ban Tuyên giáo | Quý II, III/2023\n"
        "3 | Tổ chức phiên chợ công nhân | Ban Tuyên giáo | Ngày 11/3/2023 và ngày 14/3/2023\n"
        "4 | Tổ chức hội chợ việc làm | Ban Tuyên giáo | Từ ngày 11/3/2023 đến ngày 14/3/2023\n"
    )
    assert ["due_two" in task.doubts for task in read_text(text).tasks] == [True, False, True, False]


def test_a_rhythm_in_the_column_of_beginning_holds_where_the_end_is_empty():
    text = (
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN\nSố: 12/KH-LĐLĐ\nLong An, ngày 05 tháng 01 năm 2023\nKẾ HOẠCH\nNăm 2023\n"
        "I. NỘI DUNG\nTT | Nội dung | Chủ trì | Bắt đầu | Kết thúc\n"
        "1 | Đăng tin bài trên trang thông tin | Ban Tổ chức | Thường xuyên | \n"
        "2 | Giao ban với công đoàn cơ sở | Ban Tổ chức | Hằng tháng | \n"
        "3 | Tổ chức hội thao cụm | Ban Tuyên giáo | 10/4/2023 | 12/5/2023\n"
    )
    dues = [task.due for task in read_text(text).tasks]
    assert [due and (due.recurrence or due.date) for due in dues] == ["ongoing", "monthly", date(2023, 5, 12)]


def test_rows_of_figures_are_no_work():
    text = (
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN\nSố: 12/KH-LĐLĐ\nLong An, ngày 05 tháng 01 năm 2023\nKẾ HOẠCH\nNăm 2023\n"
        "I. NỘI DUNG\n1. Ban Tổ chức mở lớp tập huấn cho cán bộ công đoàn cơ sở.\nPHỤ LỤC\nPHÂN BỔ CHỈ TIÊU\n"
        "TT | Đơn vị | Chỉ tiêu (sáng kiến) | Ghi chú\n"
        "1 | LĐLĐ thành phố Tân An | 1.150 | \n2 | LĐLĐ huyện Bến Lức | 1.400 | \n3 | Công đoàn ngành Y tế | 900 | \n"
    )
    reading = read_text(text)
    assert [task.text[:10] for task in reading.tasks] == ["Ban Tổ chứ"]
    assert "maybe_work" not in {warning.code for warning in reading.warnings}
