"""The log of who looked at personal records. A page that shows one calls `note_access` once; so does every list."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from django.db import connection
from django.http import HttpRequest

from congdoan.core import clock
from congdoan.core.models.accesses import RecordAccess
from congdoan.core.registry import Registry
from congdoan.core.seeing.requests import number_of, page_of
from congdoan.core.web import client_address, signed_in

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from congdoan.accounts.models import User

What = RecordAccess.What
AGAIN: Final = timedelta(minutes=10)
"""The same person opening the same record again within this time counts once; exports and prints always count."""
_NOTE: Final = """
    insert into core_recordaccess (at, by_id, kind, record, what, unit, rows, filter, page, request, address)
    select %(at)s, %(by)s, %(kind)s, %(record)s, %(what)s, %(unit)s, %(rows)s, %(filter)s, %(page)s, %(request)s,
           %(address)s
     where not %(once)s or not exists (
        select from core_recordaccess
         where by_id = %(by)s and at > %(since)s and kind = %(kind)s and what = %(what)s
           and record is not distinct from %(record)s and unit is not distinct from %(unit)s)
"""


@dataclass(frozen=True, slots=True)
class RecordKind:
    """A sort of personal record.

    `names` gives records their names by id; `own` is the record of a user in it (None without one);
    `in_charge` selects, as ids, the records that a user administers.
    """

    label: str
    names: Callable[[Iterable[int]], Mapping[int, str]]
    own: Callable[["User"], int | None]
    in_charge: Callable[["User"], "QuerySet[Any]"]


record_kinds: Registry[RecordKind] = Registry("kind of personal record")


def note_access(
    request: HttpRequest,
    kind: str,
    *,
    record: int | None = None,
    what: RecordAccess.What = What.VIEW,
    unit: int | None = None,
    rows: int | None = None,
    filter_text: str = "",
) -> None:
    """Log that the person who asks looks at a record of `kind`, or at many at once; one statement.

    Looking at one's own record is nobody else's business and not logged.
    """
    by, now = signed_in(request), clock.now()
    if record is not None and record_kinds[kind].own(by) == record:
        return
    values: dict[str, int | str | bool | datetime | None] = {
        "at": now,
        "since": now - AGAIN,
        "once": what in (What.VIEW, What.LIST),
        "by": by.pk,
        "kind": kind,
        "record": record,
        "what": what.value,
        "unit": unit,
        "rows": rows,
        "filter": filter_text[:200],
        "page": page_of(request)[:120],
        "request": number_of(request)[:24],
        "address": client_address(request)[:45],
    }
    with connection.cursor() as cursor:
        cursor.execute(_NOTE, values)
