"""Task sheets as offices keep them: title rows, group rows, several sheets, hidden rows, days, numbers, old fonts."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from congdoan.documents.reading.extract.number_formats import shown
from congdoan.documents.reading.extract.sheet import read_sheet
from congdoan.documents.reading.extract.source import SourceLine
from congdoan.documents.reading.reader import read_file
from tests.reading.old_letters import tcvn3, vni

HEAD = ["TT", "Nội dung công việc", "Chủ trì", "Thời gian"]


def read(path: Path) -> list[str | tuple[str, ...]]:
    return [item.text if isinstance(item, SourceLine) else item.cells for item in read_sheet(path).items]


def saved(book: openpyxl.Workbook, folder: Path) -> Path:
    path = folder / "giao-viec.xlsx"
    book.save(str(path))
    return path


@pytest.fixture
def book() -> openpyxl.Workbook:
    return openpyxl.Workbook()


def test_letterhead_and_titles_are_lines_and_the_signature_is_no_row(book, tmp_path):
    sheet = book.active
    sheet["B2"], sheet["D2"] = "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    sheet["B3"], sheet["D3"] = "LĐLĐ TỈNH AN GIANG\nSố: 15/KH-LĐLĐ", "Độc lập - Tự do - Hạnh phúc"
    sheet["D4"] = "An Giang, ngày 20 tháng 01 năm 2023"
    sheet["B6"] = "KẾ HOẠCH"
    sheet["B7"] = "Công tác công đoàn năm 2023"
    sheet.merge_cells("B6:E6")
    for at, row in enumerate([HEAD, ["I", "TỔ CHỨC"], [1, "Rà soát quy chế", "Ban Tổ chức", "Quý I/2023"]], start=9):
        for column, value in enumerate(row, start=2):
            sheet.cell(at, column, value)
    sheet["B13"], sheet["D13"] = "Nơi nhận:\n- Như trên;\n- Lưu: VT.", "TM. BAN THƯỜNG VỤ\nCHỦ TỊCH"
    path = saved(book, tmp_path)
    reading = read_file(path)
    assert (reading.header.symbol, reading.header.issuer) == ("15/KH-LĐLĐ", "LĐLĐ tỉnh An Giang")
    assert str(reading.header.date) == "2023-01-20"
    assert [(task.section, task.text, task.lead) for task in reading.tasks] == [
        ("I.1", "Rà soát quy chế", ("Ban Tổ chức",))
    ]
    assert read(path)[-3:] == ["- Lưu: VT.", "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"]


def test_merged_cells_hold_for_their_rows_wherever_the_table_begins(book, tmp_path):
    sheet = book.active
    rows = [
        HEAD,
        ["A. TỔ CHỨC"],
        [1, "Rà soát", "Ban Tổ chức", "Quý I"],
        [2, "Kiểm tra", None, "Quý II"],
        [3, "Báo cáo", "Văn phòng", None],
    ]
    for at, row in enumerate(rows, start=4):
        for column, value in enumerate(row, start=3):
            sheet.cell(at, column, value)
    sheet.merge_cells("C5:F5")
    sheet.merge_cells("E6:E7")
    sheet.merge_cells("F7:F8")
    assert read(saved(book, tmp_path)) == [
        tuple(HEAD),
        ("A. TỔ CHỨC", "", "", ""),
        ("1", "Rà soát", "Ban Tổ chức", "Quý I"),
        ("2", "Kiểm tra", "Ban Tổ chức", "Quý II"),
        ("3", "Báo cáo", "Văn phòng", "Quý II"),
    ]


def test_a_head_of_two_rows_names_lead_and_helpers(book, tmp_path):
    sheet = book.active
    sheet.append(["TT", "Nội dung", "Phân công thực hiện", None, "Thời gian"])
    sheet.append([None, None, "Chủ trì", "Phối hợp", None])
    sheet.append([1, "Tổ chức hội thao", "Ban Tuyên giáo", "Văn phòng", "Quý II/2023"])
    for merged in ("A1:A2", "B1:B2", "C1:D1", "E1:E2"):
        sheet.merge_cells(merged)
    (task,) = read_file(saved(book, tmp_path)).tasks
    assert (task.lead, task.cooperating, str(task.due.date)) == (("Ban Tuyên giáo",), ("Văn phòng",), "2023-06-30")


def test_every_visible_sheet_is_read_and_what_is_hidden_is_not(book, tmp_path):
    first = book.active
    for row in (
        HEAD,
        [1, "Rà soát", "Ban Tổ chức", "Quý I"],
        [2, "Nháp", "x", "x"],
        [3, "Báo cáo", "Văn phòng", "Quý II"],
    ):
        first.append(row)
    first.row_dimensions[3].hidden = True
    second = book.create_sheet("Quý II")
    for row in (["TT", "Ghi riêng", "Nội dung", "Chủ trì"], [1, "riêng", "Kiểm tra", "UBKT"]):
        second.append(row)
    second.column_dimensions["B"].hidden = True
    third = book.create_sheet("Danh mục")
    third.append(["không đọc"])
    third.sheet_state = "hidden"
    assert read(saved(book, tmp_path)) == [
        tuple(HEAD),
        ("1", "Rà soát", "Ban Tổ chức", "Quý I"),
        ("3", "Báo cáo", "Văn phòng", "Quý II"),
        ("TT", "Nội dung", "Chủ trì"),
        ("1", "Kiểm tra", "UBKT"),
    ]


def test_a_table_that_comes_with_a_paper_has_its_number_and_the_subject_under_its_name(book, tmp_path):
    for row in (
        ["LIÊN ĐOÀN LAO ĐỘNG TỈNH SƠN LA", None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["BẢNG GIAO VIỆC"],
        ["Chăm lo Tết cho đoàn viên năm 2025"],
        ["(Kèm theo Quyết định số 12/QĐ-LĐLĐ ngày 03/01/2025 của Ban Thường vụ)"],
        HEAD,
        [1, "Rà soát", "Ban Tổ chức", "Quý I"],
    ):
        book.active.append(row)
    header = read_file(saved(book, tmp_path)).header
    assert (header.type, header.symbol, str(header.date)) == ("quyết định", "12/QĐ-LĐLĐ", "2025-01-03")
    assert header.subject == "Chăm lo Tết cho đoàn viên năm 2025"


def test_a_sheet_of_people_to_call_gives_no_work(book, tmp_path):
    for row in (HEAD, [1, "Rà soát", "Ban Tổ chức", "Quý I"]):
        book.active.append(row)
    people = book.create_sheet("Liên hệ")
    for row in (["Họ và tên", "Chức vụ", "Số máy lẻ"], ["Lê Thị Mai", "Phó Chánh Văn phòng", 102]):
        people.append(row)
    assert [task.text for task in read_file(saved(book, tmp_path)).tasks] == ["Rà soát"]


def test_days_and_numbers_are_as_shown(book, tmp_path):
    sheet = book.active
    sheet.append(["TT", "Nội dung công việc", "Chỉ tiêu", "Kinh phí", "Thời gian"])
    sheet.append([1.1, "Kết nạp đoàn viên", 0.9, 1234567, date(2023, 6, 30)])
    sheet.append([1.2, "Thành lập cơ sở", 0.125, 2.5, date(2023, 7, 1)])
    sheet.append([2, "Thăm cơ sở", 100, None, date(2023, 9, 1)])
    for place, form in (
        ("C2", "0%"),
        ("C3", "0.0%"),
        ("D2", "#,##0"),
        ("D3", "0.00"),
        ("E3", "mm/yyyy"),
        ("C4", '0" cuộc"'),
        ("E4", '"Tháng "m/yyyy'),
    ):
        sheet[place].number_format = form
    assert read(saved(book, tmp_path))[1:] == [
        ("1.1", "Kết nạp đoàn viên", "90%", "1.234.567", "30/06/2023"),
        ("1.2", "Thành lập cơ sở", "12,5%", "2,50", "07/2023"),
        ("2", "Thăm cơ sở", "100 cuộc", "", "Tháng 09/2023"),
    ]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (45107, "d-mmm-yy", "30/06/2023"),
        (45107.5, "dd/mm/yyyy hh:mm", "30/06/2023 12:00"),
        (45107, "[$-1042A]dd/mm/yyyy;@", "30/06/2023"),
        (45107, "yyyy", "2023"),
        (0.354166667, "h:mm", "08:30"),
        (3, "00", "03"),
        (-1234.5, "#,##0.0", "-1.234,5"),
        (1234, "#,##0_);[Red](#,##0)", "1.234"),
        (7, '"Quý "0', "Quý 7"),
        (12, "General", "12"),
        (0.1, "General", "0.1"),
        (5, "@", "5"),
        (1e300, "0", None),
        (9e9, "dd/mm/yyyy", "9000000000"),
    ],
)
def test_a_number_format_is_shown_in_the_vietnamese_manner(number, form, text):
    assert text is None or shown(number, form) == text
    assert isinstance(shown(number, form), str)


def test_results_of_formulas_are_read(tmp_path):
    import xlsxwriter

    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as made:
        sheet = made.add_worksheet()
        sheet.write_row(0, 0, HEAD)
        sheet.write_row(1, 0, [1, "Rà soát"])
        sheet.write_formula(1, 2, '="Ban "&"Tổ chức"', None, "Ban Tổ chức")
        sheet.write_formula(1, 3, "=1/0", None, "#DIV/0!")
    assert read(path)[1] == ("1", "Rà soát", "Ban Tổ chức", "")


def test_an_open_document_sheet_is_read_by_its_values(tmp_path):
    spaces = {"office": "office", "table": "table", "text": "text"}
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for short, name in spaces.items()
    )
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row
        )
        + "</table:table-row>"
        for row in (HEAD, ["1", "Rà soát", "Ban Tổ chức", "Quý I"])
    )
    table = f'<table:table table:name="A">{rows}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", f"<office:document-content {names}>{body}</office:document-content>")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    assert read(path) == [tuple(HEAD), ("1", "Rà soát", "Ban Tổ chức", "Quý I")]


def test_old_fonts_of_cells_and_of_parts_of_cells_are_read(book, tmp_path):
    sheet = book.active
    rows = [HEAD, ["1", "Tổ chức hội nghị", "Ban Tổ chức", "Quý I"], ["2", "Rà soát", "Văn phòng", "Quý II"]]
    for row in rows:
        sheet.append([tcvn3(cell) for cell in row])
    for row in sheet.iter_rows():
        for cell in row:
            cell.font = Font(name=".VnTime")
    mixed = CellRichText(
        TextBlock(InlineFont(rFont="VNI-Times"), vni("Kiểm tra")), TextBlock(InlineFont(rFont="Arial"), " ở cơ sở")
    )
    sheet.append(["3", mixed, "UBKT", tcvn3("Quý III")])
    assert read(saved(book, tmp_path)) == [*map(tuple, rows), ("3", "Kiểm tra ở cơ sở", "UBKT", "Quý III")]


def test_a_table_of_two_columns_under_a_letterhead_is_a_table(book, tmp_path):
    for row in (
        ["LIÊN ĐOÀN LAO ĐỘNG TỈNH SƠN LA", None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["PHÂN CÔNG CHUẨN BỊ HỘI NGHỊ"],
        ["Công việc", "Người phụ trách"],
        ["Đặt phòng, xe đưa đón", "Ông Lý Văn Hòa"],
        ["Viết biên bản họp", "Cô Thảo"],
    ):
        book.active.append(row)
    tasks = read_file(saved(book, tmp_path)).tasks
    assert [(task.text, task.lead) for task in tasks] == [
        ("Đặt phòng, xe đưa đón", ("Lý Văn Hòa",)),
        ("Viết biên bản họp", ("Cô Thảo",)),
    ]
