"""A list as CSV, sent while it is read."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import StringIO
from itertools import islice
from typing import Any, Literal

from django.http import StreamingHttpResponse

from congdoan.core.exports.columns import Column, Kind
from congdoan.core.exports.copying import can_copy, copied_lines
from congdoan.core.exports.mark import Mark
from congdoan.core.exports.names import file_name
from congdoan.core.exports.values import as_text, guarded, is_number, read

BYTE_ORDER_MARK = "\ufeff"
"""Tells Excel that the file is UTF-8."""

_ROWS_AT_ONCE = 500


def csv_response(
    name: str, columns: Sequence[Column], rows: Iterable[Any], *, mark: Mark, on: date
) -> StreamingHttpResponse:
    response = StreamingHttpResponse(csv_parts(columns, rows, mark), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{file_name(name, on, "csv")}"'
    return response


def csv_parts(columns: Sequence[Column], rows: Iterable[Any], mark: Mark) -> Iterator[str | bytes]:
    """The head, the rows, and a last line in quotes that says who took them: programs read what stands before it."""
    copied = rows if can_copy(rows, columns) else None
    end = "\r\n" if copied is None else "\n"  # as the database ends its lines
    yield BYTE_ORDER_MARK + _lines([[guarded(column.title) for column in columns]], end=end)
    yield from _written_lines(columns, rows) if copied is None else copied_lines(columns, copied)
    yield _lines([[guarded(str(mark))]], csv.QUOTE_ALL, end=end)


def _written_lines(columns: Sequence[Column], rows: Iterable[Any]) -> Iterator[str]:
    lines = ([_cell(column, column.value(row)) for column in columns] for row in read(rows))
    while part := _lines(islice(lines, _ROWS_AT_ONCE)):
        yield part


def _lines(rows: Iterable[Sequence[str]], quoting: Literal[0, 1] = csv.QUOTE_MINIMAL, *, end: str = "\r\n") -> str:
    text = StringIO()
    csv.writer(text, quoting=quoting, lineterminator=end).writerows(rows)
    return text.getvalue()


def _cell(column: Column, value: object) -> str:
    if value is None:
        return ""
    if column.kind is Kind.PERCENT and is_number(value):
        return f"{float(value):.0%}"
    if column.kind is Kind.NUMBER and is_number(value):
        return str(value)
    return guarded(as_text(value))
