"""The same answer to "?xuat=xlsx" and "?xuat=csv" on every list page."""

from collections.abc import Iterable, Sequence, Sized
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from congdoan.core import clock
from congdoan.core.errors import Invalid
from congdoan.core.exports.columns import Column
from congdoan.core.exports.csv import csv_response
from congdoan.core.exports.mark import mark_of
from congdoan.core.exports.values import read
from congdoan.core.exports.xlsx import xlsx_response
from congdoan.core.record_access import What, note_access

PARAMETER = "xuat"


def export_if_asked(
    request: HttpRequest,
    *,
    name: str,
    columns: Sequence[Column],
    rows: Iterable[Any],
    title: str,
    filter_text: str = "",
    personal: str = "",
    unit: int | None = None,
) -> HttpResponseBase | None:
    """The rows as a file when the address asks for one, else None and the view goes on to its page.

    `rows` is what the page's filter lets through; a queryset is read by a server-side cursor, never as a whole.
    `filter_text` says the filter in words. Rows that hold personal data name the kind of their records in `personal`
    (and the unit whose list it is): then the log of accesses has who took how many. Raises Invalid for any other kind
    of file.
    """
    asked = request.GET.get(PARAMETER)
    if asked is None:
        return None
    if asked not in ("xlsx", "csv"):
        raise Invalid("Danh sách chỉ xuất được ra xlsx hoặc csv.", field=PARAMETER)
    if personal:
        note_access(request, personal, what=What.EXPORT, unit=unit, rows=_count(rows), filter_text=filter_text)
    mark, on = mark_of(request), clock.today()
    if asked == "csv":
        return csv_response(name, columns, rows, mark=mark, on=on)
    return xlsx_response(name, columns, read(rows), title=title, filter_text=filter_text, mark=mark, on=on)


def _count(rows: Iterable[Any]) -> int | None:
    if isinstance(rows, QuerySet):
        return rows.count()
    return len(rows) if isinstance(rows, Sized) else None
