"""Sheets of duties as an office would write them."""

from io import BytesIO

from xlsxwriter import Workbook

HEAD = (
    "STT",
    "Nội dung công việc",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Cấp quyết định",
    "Được báo cáo",
    "Lĩnh vực",
)


def matrix_sheet(*rows: str | tuple[str, ...], head: tuple[str, ...] = HEAD) -> bytes:
    """A row is the words of a duty, or the cells from the number on."""
    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write_string(0, 0, "BẢNG PHÂN CÔNG NHIỆM VỤ")
    sheet.write_row(2, 0, head)
    for at, row in enumerate(rows, start=3):
        sheet.write_row(at, 0, (str(at - 2), row) if isinstance(row, str) else row)
    book.close()
    return stream.getvalue()
