"""The same answer to "?xuat=xlsx" and "?xuat=csv" on every list page."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from congdoan.core import clock
from congdoan.core.errors import Invalid
from congdoan.core.exports.columns import Column
from congdoan.core.exports.csv import csv_response
from congdoan.core.exports.xlsx import xlsx_response

PARAMETER = "xuat"
_ROWS_AT_ONCE = 2_000


def export_if_asked(
    request: HttpRequest,
    *,
    name: str,
    columns: Sequence[Column],
    rows: Iterable[Any],
    title: str,
    filter_text: str = "",
) -> HttpResponseBase | None:
    """The rows as a file when the address asks for one, else None and the view goes on to its page.

    `rows` is what the page's filter lets through; a queryset is read by a server-side cursor, never as a whole.
    `filter_text` says the filter in words. Raises Invalid for any other kind of file.
    """
    match request.GET.get(PARAMETER):
        case None:
            return None
        case "xlsx":
            return xlsx_response(
                name,
                columns,
                _read(rows),
                title=title,
                filter_text=filter_text,
                made_by=str(request.user),
                on=clock.today(),
            )
        case "csv":
            return csv_response(name, columns, _read(rows), on=clock.today())
    raise Invalid("Danh sách chỉ xuất được ra xlsx hoặc csv.", field=PARAMETER)


def _read(rows: Iterable[Any]) -> Iterable[Any]:
    return rows.iterator(chunk_size=_ROWS_AT_ONCE) if isinstance(rows, QuerySet) else rows
