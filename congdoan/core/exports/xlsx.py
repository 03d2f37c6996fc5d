"""A list as an Excel sheet, written row by row so that a million rows need no more memory than ten."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import chain, islice
from tempfile import TemporaryFile
from typing import IO, Any

from django.http import FileResponse
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from congdoan.core.exports.columns import Column, Kind
from congdoan.core.exports.mark import Mark
from congdoan.core.exports.names import file_name
from congdoan.core.exports.values import as_text, is_known_to_excel, is_number, local

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ROWS_OF_A_SHEET = 1_000_000

Write = Callable[[int, int, object], None]
_HEAD_ROW = 4
_LONGEST_TEXT = 32_767
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_FORMATS: dict[str, dict[str, object]] = {
    "title": {"bold": True, "font_size": 14},
    "note": {"italic": True, "font_color": "#555555"},
    "head": {"bold": True, "border": 1, "bg_color": "#E9EDF2", "text_wrap": True, "valign": "vcenter"},
    "text": {"valign": "top", "text_wrap": True},
    "whole": {"valign": "top", "num_format": "#,##0"},
    "fraction": {"valign": "top", "num_format": "#,##0.##"},
    "percent": {"valign": "top", "num_format": "0%"},
    "day": {"valign": "top", "num_format": "dd/mm/yyyy"},
    "moment": {"valign": "top", "num_format": "dd/mm/yyyy hh:mm"},
}


def xlsx_response(
    name: str,
    columns: Sequence[Column],
    rows: Iterable[Any],
    *,
    title: str,
    filter_text: str,
    mark: Mark,
    on: date,
) -> FileResponse:
    """`rows` may be any iterator, also of a server-side cursor; the file is on disk until it is sent."""
    notes = [title, filter_text, str(mark)]
    file = TemporaryFile()  # noqa: SIM115 - the response closes it when it is sent
    try:
        write_workbook(file, columns, rows, notes=notes, mark=mark)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=file_name(name, on, "xlsx"), content_type=CONTENT_TYPE)


def write_workbook(
    file: IO[bytes], columns: Sequence[Column], rows: Iterable[Any], *, notes: Sequence[str], mark: Mark | None = None
) -> None:
    """One sheet for each million rows: `notes` (the title first), the head, the rows. `mark` goes into the properties.

    They say who took the file also when somebody has cut the notes away.
    """
    book = Workbook(file, _OPTIONS)
    if mark:
        told = {"title": notes[0], "author": mark.by, "comments": str(mark), "created": mark.at}
        book.set_properties(told)
    formats = {key: book.add_format(style) for key, style in _FORMATS.items()}
    for part in _parts(iter(rows)):
        _write_sheet(book.add_worksheet(), columns, part, notes, formats)
    book.close()


def _parts(rows: Iterator[Any]) -> Iterator[Iterator[Any]]:
    """At least one part, also when there are no rows; each is read to its end before the next begins."""
    yield islice(rows, ROWS_OF_A_SHEET)
    for first in rows:
        yield islice(chain((first,), rows), ROWS_OF_A_SHEET)


def _write_sheet(
    sheet: Worksheet, columns: Sequence[Column], rows: Iterator[Any], notes: Sequence[str], formats: dict[str, Format]
) -> None:
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
    for at, note in enumerate(notes):
        sheet.write_string(at, 0, note, formats["note" if at else "title"])
    for at, column in enumerate(columns):
        sheet.write_string(_HEAD_ROW, at, column.title, formats["head"])
    last, cells = _HEAD_ROW, [(at, column.value, _writer(sheet, column, formats)) for at, column in enumerate(columns)]
    for last, row in enumerate(rows, start=_HEAD_ROW + 1):
        for at, value_of, write in cells:
            value = value_of(row)
            if value is not None and value != "":
                write(last, at, value)
    sheet.freeze_panes(_HEAD_ROW + 1, 0)
    sheet.autofilter(_HEAD_ROW, 0, last, len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD_ROW)


def _writer(sheet: Worksheet, column: Column, formats: dict[str, Format]) -> Write:
    """Writes the cells of one column. A value that is not of its kind is written as text, never as a formula."""
    text, day, moment = formats["text"], formats["day"], formats["moment"]
    share, whole, fraction = formats["percent"], formats["whole"], formats["fraction"]

    def write_text(row: int, at: int, value: object) -> None:
        words = value if isinstance(value, str) else as_text(value)
        sheet.write_string(row, at, words if len(words) <= _LONGEST_TEXT else words[:_LONGEST_TEXT], text)

    def write_date(row: int, at: int, value: object) -> None:
        if isinstance(value, date) and is_known_to_excel(value):
            sheet.write_datetime(row, at, local(value), moment if isinstance(value, datetime) else day)
        else:
            write_text(row, at, value)

    def write_percent(row: int, at: int, value: object) -> None:
        if is_number(value):
            sheet.write_number(row, at, value, share)
        else:
            write_text(row, at, value)

    def write_number(row: int, at: int, value: object) -> None:
        if is_number(value):
            sheet.write_number(row, at, value, whole if value == int(value) else fraction)
        else:
            write_text(row, at, value)

    return {Kind.TEXT: write_text, Kind.DATE: write_date, Kind.PERCENT: write_percent, Kind.NUMBER: write_number}[
        column.kind
    ]
