import zipfile
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from congdoan.core.errors import Invalid
from congdoan.core.sheets import guard
from congdoan.core.sheets.cells import parse_day, parse_number
from congdoan.core.sheets.columns import SheetColumn, SheetError, SheetKind
from congdoan.core.sheets.marked import marked_workbook
from congdoan.core.sheets.read import read_sheet

COLUMNS = [
    SheetColumn("name", "Họ và tên", required=True, aliases=("Họ tên",)),
    SheetColumn("born", "Ngày sinh", SheetKind.DATE),
    SheetColumn("members", "Số đoàn viên", SheetKind.NUMBER),
]


def workbook(cells: dict[str, object]) -> bytes:
    """A real Excel file with these cells; days get a day's format."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for place, value in cells.items():
            if isinstance(value, str):
                sheet.write_string(place, value)
            else:
                sheet.write(place, value, *([day] if isinstance(value, date) else []))
    return stream.getvalue()


def good(**more: object) -> bytes:
    return workbook({"A1": "Họ và tên", "B1": "Ngày sinh", "C1": "Số đoàn viên", "A2": "An", **more})


def refusal(content: bytes) -> str:
    with pytest.raises(Invalid) as refused:
        read_sheet(content, columns=COLUMNS)
    return refused.value.message


def repacked(content: bytes, change) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return stream.getvalue()


def test_rows_keep_their_numbers_and_cells_their_meaning():
    content = workbook(
        {
            "B2": "LĐLĐ HUYỆN BA TRI",
            "B4": "STT",
            "C4": "HỌ TÊN (*)",
            "D4": "ngay sinh",
            "E4": "Số  đoàn viên:",
            "C5": "Nguyễn  Văn An ",
            "D5": datetime(1985, 3, 25),  # noqa: DTZ001
            "E5": 1234,
            "C8": "Trần Thị Bình",
            "D8": "5/6/1990",
            "E8": "1.234.567",
        }
    )
    read = read_sheet(content, columns=COLUMNS)
    assert read.header_row == 4
    assert [row.number for row in read] == [5, 8]
    assert read.rows[0].values == {"name": "Nguyễn Văn An", "born": date(1985, 3, 25), "members": Decimal(1234)}
    assert read.rows[1].values == {"name": "Trần Thị Bình", "born": date(1990, 6, 5), "members": Decimal(1234567)}
    assert read.errors == []


def test_a_wrong_cell_is_named_by_row_and_column():
    errors = read_sheet(good(B2="30/02/1985", C2="mười", B17="nay"), columns=COLUMNS).errors
    assert [str(error) for error in errors] == [
        "Dòng 2, cột Ngày sinh: 30/02/1985 không có trong lịch",
        "Dòng 2, cột Số đoàn viên: “mười” không phải số",
        "Dòng 17, cột Họ và tên: còn trống",
        "Dòng 17, cột Ngày sinh: “nay” không phải ngày; viết như 25/3/1985",
    ]


def test_a_sheet_on_disk_is_read_like_one_in_memory(tmp_path):
    path = tmp_path / "danh-sach.xlsx"
    path.write_bytes(good())
    assert len(read_sheet(path, columns=COLUMNS)) == 1


@pytest.mark.parametrize("text", ["25/3/1985", "25-03-1985", "25.3.1985", "1985-03-25", "1985-03-25 13:30:00"])
def test_days_are_read_as_people_write_them(text):
    assert parse_day(text) == date(1985, 3, 25)


@pytest.mark.parametrize(
    ("text", "number"),
    [("1.234.567", "1234567"), ("1.234,5", "1234.5"), ("12,5", "12.5"), ("12.5", "12.5"), ("-3", "-3")],
)
def test_numbers_are_read_as_people_write_them(text, number):
    assert parse_number(text) == Decimal(number)


def test_a_sheet_without_the_header_says_which_columns_it_needs():
    assert refusal(workbook({"A1": "gì đó"})) == (
        "Không thấy dòng tiêu đề. Trang tính cần có các cột: Họ và tên, Ngày sinh, Số đoàn viên."
    )
    assert refusal(workbook({"B3": "Ngày sinh"})) == "Dòng tiêu đề (dòng 3) thiếu cột: Họ và tên."
    assert refusal(good(D1="Họ tên")) == "Dòng tiêu đề (dòng 1) có hai lần cột: Họ và tên."


def test_the_sheet_comes_back_with_wrong_cells_red_and_explained():
    content = workbook({"B3": "Họ tên", "C3": "Ngày sinh", "D3": "Ghi chú", "B4": "An", "C4": "30/02/1985", "D4": "=x"})
    read = read_sheet(content, columns=COLUMNS)
    more = SheetError(4, "", "", "đã có trong danh sách")
    made = openpyxl.load_workbook(BytesIO(marked_workbook(read, [*read.errors, more]))).active
    assert [made[place].value for place in ("B3", "B4", "C4", "D4")] == ["Họ tên", "An", "30/02/1985", "=x"]
    assert made["D4"].data_type == "s"
    assert made["C4"].fill.fgColor.rgb == "FFF8C9C4"
    assert made["C4"].comment.text == "Ngày sinh: 30/02/1985 không có trong lịch"
    assert made["B4"].comment.text == "đã có trong danh sách"
    assert made["D4"].comment is None
    assert made["E3"].value == "Lỗi cần sửa"
    assert made["E4"].value == "đã có trong danh sách; Ngày sinh: 30/02/1985 không có trong lịch"


def test_a_sheet_given_back_can_be_corrected_and_sent_again():
    read = read_sheet(good(B2="30/02/1985"), columns=COLUMNS)
    again = read_sheet(marked_workbook(read, read.errors), columns=COLUMNS)
    assert again.errors == read.errors
    made = openpyxl.load_workbook(BytesIO(marked_workbook(again, again.errors))).active
    assert [cell.value for cell in made[1]] == ["Họ và tên", "Ngày sinh", "Số đoàn viên", "Lỗi cần sửa"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "Tệp trống"),
        (b"Ho ten,Ngay sinh\n", "không phải bảng tính Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), r"Excel cũ \(.xls\)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "có mật khẩu"),
        (repacked(good(), lambda name, data: data)[:-300], "không phải bảng tính Excel"),
        (workbook({}), "không có dữ liệu"),
    ],
    ids=["nothing", "a text", "an old book", "a locked book", "a book cut off", "an empty book"],  # bytes hold the hour
)
def test_what_is_no_sheet_gets_one_clear_sentence(content, message):
    with pytest.raises(Invalid, match=message):
        read_sheet(content, columns=COLUMNS)


def test_a_word_file_is_no_sheet():
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert refusal(stream.getvalue()).startswith("Tệp không phải bảng tính Excel")


def test_a_file_that_unpacks_to_very_much_is_refused(monkeypatch):
    monkeypatch.setattr(guard, "MAX_UNPACKED", 2 * 1024 * 1024)
    bomb = repacked(good(), lambda name, data: data + b" " * 3_000_000 if name.endswith("sheet1.xml") else data)
    assert len(bomb) < 20_000
    assert refusal(bomb) == "Tệp bung ra lớn hơn 2 MB. Chia thành nhiều tệp nhỏ hơn."
    assert refusal(_with_false_sizes(bomb)) == "Tệp bung ra lớn hơn 2 MB. Chia thành nhiều tệp nhỏ hơn."


def _with_false_sizes(content: bytes) -> bytes:
    """The same archive whose directory says that every file is 10 bytes long."""
    changed = bytearray(content)
    at = changed.find(b"PK\x01\x02")
    while at >= 0:
        changed[at + 24 : at + 28] = (10).to_bytes(4, "little")
        at = changed.find(b"PK\x01\x02", at + 4)
    return bytes(changed)


def test_a_sheet_of_ten_thousand_columns_is_refused():
    assert refusal(good(NTP1="xa")) == "Trang tính có tới 10.000 cột; nhiều nhất là 200 cột."


def test_one_far_cell_does_not_fill_the_memory():
    message = refusal(good(CV1048576="xa"))
    assert message.startswith("Trang tính có tới dòng 1.048.576 và 100 cột, quá 10.000.000 ô.")


def test_empty_cells_with_a_border_do_not_count():
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet()
        border = book.add_format({"border": 1})
        sheet.write_row(0, 0, ["Họ và tên", "Ngày sinh"])
        sheet.write_row(1, 0, ["An", "1/2/1990"])
        sheet.write_blank(0, 16_383, None, border)
        sheet.write_blank(1_048_575, 0, None, border)
    assert len(read_sheet(stream.getvalue(), columns=COLUMNS)) == 1


SOUND = good(B2="1/2/1990")


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_damaged_file_is_read_or_refused_and_never_breaks(data):
    content = bytearray(SOUND)
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(len(content) // 2, len(content)))
    try:
        read_sheet(bytes(content[:cut]), columns=COLUMNS)
    except Invalid as refused:
        assert refused.message
