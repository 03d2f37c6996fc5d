"""Reads the first sheet of an Excel file: everything as text first, then each known column by its kind."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from congdoan.core.errors import Invalid
from congdoan.core.sheets.cells import parse
from congdoan.core.sheets.columns import SheetColumn, SheetError, SheetRow, SheetRows, Value
from congdoan.core.sheets.guard import check_workbook
from congdoan.core.sheets.header import ROWS_LOOKED_AT, find_header
from congdoan.core.text import normalise

if TYPE_CHECKING:
    import polars as pl

_DAY_OF_EXCEL = r"^(\d{4})-(\d{2})-(\d{2})(?: 00:00:00)?$"


def read_sheet(source: Path | bytes, *, columns: Sequence[SheetColumn]) -> SheetRows:
    """The rows of the first sheet under its header, with their numbers in Excel, and the cells that are wrong.

    Raises Invalid when the file is no readable .xlsx, is too large, or has no header with the required columns.
    """
    content = source if isinstance(source, bytes) else source.read_bytes()
    check_workbook(content)
    grid, first_column = _grid(content)
    head, places = find_header(grid.head(ROWS_LOOKED_AT).rows(), columns)
    read = SheetRows(
        head + 1, {column.title: places[column.name] for column in columns if column.name in places}, grid, first_column
    )
    present = [(column, places[column.name]) for column in columns if column.name in places]
    for number, cells in enumerate(grid.slice(head + 1).iter_rows(), start=head + 2):
        if any(cells[place] for _, place in present):
            read.rows.append(_row(number, cells, present, read.errors))
    return read


def _grid(content: bytes) -> tuple["pl.DataFrame", int]:
    """Every cell as text from row 1 on, real days as 25/03/1985; and the number of empty columns before the first."""
    import fastexcel  # both take half a second to load, which most commands can do without
    import polars as pl

    try:
        sheet = fastexcel.read_excel(content).load_sheet(0, header_row=None, skip_rows=0, dtypes="string")
        grid = sheet.to_polars()
    except fastexcel.FastExcelError:
        raise Invalid("Tệp đã hỏng, không mở được. Mở lại bằng Excel rồi lưu mới.") from None
    if grid.is_empty():
        raise Invalid("Trang tính đầu tiên không có dữ liệu.")
    days = pl.all().str.strip_chars().str.replace(_DAY_OF_EXCEL, "$3/$2/$1")
    return grid.select(days), sheet.selected_columns[0].absolute_index


def _row(
    number: int,
    cells: tuple[str | None, ...],
    present: Sequence[tuple[SheetColumn, int]],
    errors: list[SheetError],
) -> SheetRow:
    values: dict[str, Value] = {}
    for column, place in present:
        text = normalise(cells[place] or "")
        try:
            values[column.name] = _value(column, text)
        except ValueError as wrong:
            values[column.name] = None
            errors.append(SheetError(number, column.title, text, str(wrong)))
    return SheetRow(number, values)


def _value(column: SheetColumn, text: str) -> Value:
    if text:
        return parse(column.kind, text)
    if column.required:
        raise ValueError("còn trống")
    return None
