import csv
import tracemalloc
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from tempfile import TemporaryFile

import openpyxl
import pytest
from django.contrib.auth import get_user_model
from django.test import RequestFactory
from django.utils import timezone

from congdoan.core import clock
from congdoan.core.errors import Invalid
from congdoan.core.exports import xlsx
from congdoan.core.exports.asked import export_if_asked
from congdoan.core.exports.columns import Column, Kind
from congdoan.core.exports.csv import csv_response
from congdoan.core.exports.mark import Mark
from congdoan.core.exports.names import file_name
from congdoan.core.exports.xlsx import write_workbook, xlsx_response


@dataclass
class Row:
    name: object
    members: object = None
    due: object = None
    done: object = None


COLUMNS = [
    Column("Nhiệm vụ", lambda row: row.name, width=60),
    Column("Đoàn viên", lambda row: row.members, Kind.NUMBER),
    Column("Hạn", lambda row: row.due, Kind.DATE),
    Column("Hoàn thành", lambda row: row.done, Kind.PERCENT),
]
ON = date(2023, 3, 15)
MARK = Mark("Trần An", datetime(2023, 3, 15, 1, 5, tzinfo=UTC), "0a1b2c3d")
MARKED = "Trần An xuất lúc 08:05 ngày 15/03/2023, số yêu cầu 0a1b2c3d"


def sheet(rows):
    return book(rows).active


def book(rows):
    response = xlsx_response(
        "Nhiệm vụ", COLUMNS, iter(rows), title="Danh sách nhiệm vụ", filter_text="Quá hạn", mark=MARK, on=ON
    )
    return openpyxl.load_workbook(BytesIO(b"".join(response.streaming_content)))


def cells(row) -> list[object]:
    [*_, last] = sheet([row]).iter_rows()
    return [cell.value for cell in last]


def lines(rows) -> list[list[str]]:
    response = csv_response("Nhiệm vụ", COLUMNS, iter(rows), mark=MARK, on=ON)
    return list(csv.reader(StringIO(b"".join(response.streaming_content).decode("utf-8-sig"))))


def test_numbers_days_and_shares_are_real_ones_in_excel():
    row = Row("Rà soát văn bản", 1234567, date(2023, 6, 30), 0.25)
    [*_, last] = sheet([row]).iter_rows()
    assert [cell.value for cell in last] == ["Rà soát văn bản", 1234567, datetime(2023, 6, 30), 0.25]  # noqa: DTZ001
    assert [cell.number_format for cell in last] == ["General", "#,##0", "dd/mm/yyyy", "0%"]


def test_a_moment_is_shown_by_the_clock_of_the_office():
    assert cells(Row("a", due=datetime(2023, 6, 30, 20, 15, tzinfo=UTC)))[2] == datetime(2023, 7, 1, 3, 15)  # noqa: DTZ001


def test_the_sheet_says_what_it_shows_who_made_it_and_when():
    made = sheet([Row("a")])
    assert [made.cell(row, 1).value for row in (1, 2, 3, 5)] == [
        "Danh sách nhiệm vụ",
        "Quá hạn",
        MARKED,
        "Nhiệm vụ",
    ]


def test_the_properties_of_a_sheet_say_who_took_it_also_when_its_notes_are_cut_away():
    told = book([Row("a")]).properties
    assert (told.creator, told.description, told.title) == ("Trần An", MARKED, "Danh sách nhiệm vụ")
    assert told.created == datetime(2023, 3, 15, 1, 5)  # noqa: DTZ001


def test_the_last_line_of_csv_says_who_took_it_and_leaves_head_and_rows_to_programs():
    response = csv_response("Nhiệm vụ", COLUMNS, iter([Row("a", 1)]), mark=MARK, on=ON)
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    assert text.splitlines()[-1] == f'"{MARKED}"'
    assert [len(line) for line in csv.reader(StringIO(text))] == [4, 4, 1]


def test_the_head_is_frozen_filtered_and_repeated_on_paper():
    made = sheet([Row("a"), Row("b")])
    assert made.freeze_panes == "A6"
    assert made.auto_filter.ref == "A5:D7"
    assert made.print_title_rows == "$5:$5"


def test_an_empty_list_has_its_head():
    made = sheet([])
    assert made.max_row == 5
    assert made.auto_filter.ref == "A5:D5"


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+84", "-3", "{=1}", "https://example.org", "007", "\t=1"])
def test_text_stays_text_in_excel(text):
    [*_, last] = sheet([Row(text)]).iter_rows()
    assert last[0].value == text
    assert last[0].data_type == "s"
    assert last[0].hyperlink is None


@pytest.mark.parametrize(
    "value", ["chưa rõ", date(1875, 1, 1), float("nan"), Decimal("Infinity"), "\x00\x07 lạ", "x" * 40_000, True]
)
def test_odd_values_are_written_as_text(value):
    assert isinstance(cells(Row(value, value, value, value))[0], str)


def test_csv_is_utf8_with_a_byte_order_mark_and_vietnamese_days():
    response = csv_response(
        "Nhiệm vụ", COLUMNS, iter([Row("Rà soát, sửa đổi", Decimal("1.5"), ON, 0.25)]), mark=MARK, on=ON
    )
    content = b"".join(response.streaming_content)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig").splitlines()[1] == '"Rà soát, sửa đổi",1.5,15/03/2023,25%'
    assert response["Content-Disposition"] == 'attachment; filename="Nhiem-vu-15-03-2023.csv"'


@pytest.mark.parametrize("text", ["=1+1", "+84 1", "-2+3", "@x", "\t=1", "\r=1", "\n=1"])
def test_no_csv_text_can_be_a_formula(text):
    assert lines([Row(text, text)])[1][:2] == [f"'{text}", f"'{text}"]


def test_negative_numbers_stay_numbers_in_csv():
    assert lines([Row("a", -5)])[1][1] == "-5"


def test_csv_is_sent_while_rows_are_read():
    read = []

    def rows():
        for n in range(10_000):
            read.append(n)
            yield Row("a", n)

    parts = iter(csv_response("x", COLUMNS, rows(), mark=MARK, on=ON).streaming_content)
    next(parts), next(parts)
    assert len(read) < 1_000
    assert sum(part.count(b"\n") for part in parts) == 9_501


def test_a_longer_list_goes_on_in_a_second_sheet(monkeypatch):
    monkeypatch.setattr(xlsx, "ROWS_OF_A_SHEET", 3)
    file = BytesIO()
    write_workbook(file, COLUMNS, (Row(str(n)) for n in range(7)), notes=["a"])
    assert [made.max_row - 5 for made in openpyxl.load_workbook(file)] == [3, 3, 1]


def test_a_long_list_needs_no_more_memory_than_a_short_one():
    def peak(count: int) -> int:
        tracemalloc.start()
        with TemporaryFile() as file:
            write_workbook(file, COLUMNS, (Row("Rà soát văn bản", n, ON, 0.5) for n in range(count)), notes=["a"])
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    assert peak(12_000) < 1.2 * peak(6_000)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Nhiệm vụ", "Nhiem-vu-15-03-2023.xlsx"),
        ("Đơn vị/đoàn viên", "Don-vi-doan-vien-15-03-2023.xlsx"),
        ("../..", "Danh-sach-15-03-2023.xlsx"),
    ],
)
def test_file_names_are_latin_and_dated(name, made):
    assert file_name(name, ON, "xlsx") == made


@pytest.fixture
def request_for(db):
    clock.set_today(ON)
    user = get_user_model().objects.create_user("vanthu", full_name="Trần Thị An")

    def make(query: str):
        request = RequestFactory().get(f"/nhiem-vu/{query}")
        request.user, request.number = user, "0a1b2c3d"
        return request

    yield make
    clock.forget()


def asked(request):
    rows = get_user_model().objects.order_by("pk")
    columns = [Column("Họ và tên", lambda user: user.full_name)]
    return export_if_asked(request, name="Người dùng", columns=columns, rows=rows, title="Người dùng")


def test_a_page_without_the_question_is_a_page(request_for):
    assert asked(request_for("?han=tre")) is None


def test_a_list_page_gives_its_rows_as_a_file(request_for):
    response = asked(request_for("?han=tre&xuat=xlsx"))
    assert response["Content-Disposition"] == 'attachment; filename="Nguoi-dung-15-03-2023.xlsx"'
    made = openpyxl.load_workbook(BytesIO(b"".join(response.streaming_content))).active
    today = f"{timezone.localdate():%d/%m/%Y}"
    assert made["A3"].value.startswith("Trần Thị An xuất lúc ")
    assert made["A3"].value.endswith(f"ngày {today}, số yêu cầu 0a1b2c3d")
    assert made["A6"].value == "Trần Thị An"
    assert "Trần Thị An" in b"".join(asked(request_for("?xuat=csv")).streaming_content).decode()


def test_another_kind_of_file_is_refused_in_vietnamese(request_for):
    with pytest.raises(Invalid, match="chỉ xuất được ra xlsx hoặc csv"):
        asked(request_for("?xuat=exe"))
