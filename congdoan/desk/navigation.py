"""The two numbers in the frame of every page: how many things there are to do, and how many notices are new."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.navigation import NavigationEntry, entries
from congdoan.core.web import signed_in
from congdoan.worklist.queries.notices import unread_sql, unread_words
from congdoan.worklist.queries.piles import MANY, doings, my_work, numbers, size_sql

_OPEN, _UNREAD = "desk.open_count", "desk.unread_notices"


def keep_open_count(request: HttpRequest, count: int) -> None:
    """The page has counted already: the navigation need not ask again."""
    request.META[_OPEN] = count


def open_count(request: HttpRequest) -> int:
    """How much open work the person has."""
    return _count(request, _OPEN)


def unread(request: HttpRequest) -> dict[str, Any]:
    """Context processor: how many notices are new, counted only where a frame shows it."""
    if not isinstance(getattr(request, "user", None), User):
        return {}
    return {"unread_notices": SimpleLazyObject(lambda: unread_words(_count(request, _UNREAD)))}


def _count(request: HttpRequest, name: str) -> int:
    """What of both is not known yet is asked at once, in one query for each request."""
    if name not in request.META:
        user = signed_in(request)
        asked = {_OPEN: size_sql(doings(my_work(user, clock.today()))), _UNREAD: unread_sql(user)}
        found = numbers({one: sql for one, sql in asked.items() if one not in request.META})
        request.META |= found | ({_OPEN: min(found[_OPEN], MANY)} if _OPEN in found else {})
    return int(request.META[name])


def register() -> None:
    entries.register(
        "desk",
        NavigationEntry(
            label="Bàn làm việc",
            icon="layout-list",
            url_name="desk:desk",
            order=0,
            short_label="Việc",
            on_phone=True,
            count=open_count,
        ),
    )
