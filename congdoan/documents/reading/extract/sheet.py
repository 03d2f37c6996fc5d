"""Task sheets: .xlsx as they show (.xls too where LibreOffice is), .xlsb and .ods by their values."""

from __future__ import annotations

import zipfile
from pathlib import Path

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.errors import UnreadableFile
from congdoan.documents.reading.extract import office
from congdoan.documents.reading.extract.limits import BROKEN, open_package
from congdoan.documents.reading.extract.ole import is_compound
from congdoan.documents.reading.extract.sheet_rows import items_of
from congdoan.documents.reading.extract.source import Source
from congdoan.documents.reading.extract.xlsx import read_xlsx
from congdoan.documents.reading.extract.xlsx_sheet import MAX_COLUMNS, MAX_ROWS

_TIME = re.compile(r"^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00:00(?:\.0+)?)?$")
_WHOLE = re.compile(r"^(-?\d+)\.0+$")


def read_sheet(path: Path) -> Source:
    grids = _grids(path)
    source = Source("sheet")
    for grid in grids:
        source.items += items_of(grid)
    return source


def _grids(path: Path) -> list[list[list[str]]]:
    if _is_xlsx(path):
        return read_xlsx(path)
    if is_compound(path) and office.is_installed():
        with office.converted(path, "xls") as made:
            return read_xlsx(made)
    return _by_values(path)


def _is_xlsx(path: Path) -> bool:
    if not zipfile.is_zipfile(path):
        return False
    with open_package(path) as archive:
        return "xl/workbook.xml" in archive.NameToInfo


def _by_values(path: Path) -> list[list[list[str]]]:
    """The visible sheets of an older or other workbook; how their cells are formatted is not known."""
    import fastexcel

    try:
        book = fastexcel.read_excel(path)
        sheets = [book.load_sheet(name, header_row=None, dtypes="string", n_rows=MAX_ROWS) for name in book.sheet_names]
        return [_rows(sheet) for sheet in sheets if sheet.visible == "visible" and sheet.width]
    except (fastexcel.FastExcelError, ValueError, OverflowError) as error:
        if "password" in str(error).lower():
            raise UnreadableFile("Tệp có mật khẩu. Hãy bỏ mật khẩu rồi tải lên lại.") from error
        raise UnreadableFile(BROKEN) from error


def _rows(sheet: object) -> list[list[str]]:
    columns = [column.to_list() for column in sheet.to_polars().get_columns()[:MAX_COLUMNS]]  # type: ignore[attr-defined]
    return [[_cell(value) for value in row] for row in zip(*columns, strict=True)]


def _cell(value: str | None) -> str:
    day = _TIME.match(value or "")
    if day:
        return f"{day[3]}/{day[2]}/{day[1]}"
    whole = _WHOLE.match(value or "")
    return whole[1] if whole else value or ""
