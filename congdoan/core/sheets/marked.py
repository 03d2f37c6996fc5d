"""Gives an uploaded sheet back with its wrong cells in red, each with a comment that says why."""

from collections import defaultdict
from collections.abc import Iterable
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from congdoan.core.sheets.columns import SheetError, SheetRows

ERRORS_TITLE = "Lỗi cần sửa"

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_WIDTH = 18


def marked_workbook(rows: SheetRows, errors: Iterable[SheetError]) -> bytes:
    """Every row where it was; a last column lists what is wrong in each row, so that it can be filtered."""
    stream = BytesIO()
    book = Workbook(stream, _OPTIONS)
    sheet = book.add_worksheet()
    wrong = {"bg_color": "#F8C9C4", "font_color": "#B3261E"}
    red, head = book.add_format(wrong), book.add_format({"bold": True, "bottom": 1})
    marks = _by_cell(rows, errors)
    for number, cells in enumerate(rows.grid.iter_rows(), start=1):
        for at, text in enumerate(cells[: _width(rows)]):
            style = red if (number, at) in marks else head if number == rows.header_row else None
            if text or style is red:
                sheet.write_string(number - 1, at + rows.first_column, text or "", style)
    for (number, at), messages in marks.items():
        sheet.write_comment(number - 1, at + rows.first_column, "\n".join(messages), {"x_scale": 2})
    _write_list(sheet, rows, marks, book.add_format({**wrong, "text_wrap": True}))
    sheet.write_string(rows.header_row - 1, _last(rows), ERRORS_TITLE, head)
    book.close()
    return stream.getvalue()


def _by_cell(rows: SheetRows, errors: Iterable[SheetError]) -> dict[tuple[int, int], list[str]]:
    """Messages by row number and place; an error of a whole row stands on its first known cell."""
    first = min(rows.places.values())
    marks: dict[tuple[int, int], list[str]] = defaultdict(list)
    for error in errors:
        marks[error.row, rows.places.get(error.column, first)].append(_sentence(error))
    return marks


def _sentence(error: SheetError) -> str:
    return f"{error.column}: {error.message}" if error.column else error.message


def _write_list(sheet: Worksheet, rows: SheetRows, marks: dict[tuple[int, int], list[str]], style: Format) -> None:
    by_row: dict[int, list[str]] = defaultdict(list)
    for (number, _), messages in sorted(marks.items()):
        by_row[number].extend(messages)
    for number, messages in by_row.items():
        sheet.write_string(number - 1, _last(rows), "; ".join(messages), style)
    sheet.set_column(rows.first_column, _last(rows) - 1, _WIDTH)
    sheet.set_column(_last(rows), _last(rows), _WIDTH * 3)
    sheet.freeze_panes(rows.header_row, 0)
    sheet.autofilter(rows.header_row - 1, rows.first_column, rows.grid.height - 1, _last(rows))


def _last(rows: SheetRows) -> int:
    return rows.first_column + _width(rows)


def _width(rows: SheetRows) -> int:
    """The sheet's columns, without the list of errors of an earlier time."""
    given_back_before = rows.grid.row(rows.header_row - 1)[-1] == ERRORS_TITLE
    return rows.grid.width - 1 if given_back_before else rows.grid.width
