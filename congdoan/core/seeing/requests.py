"""What may be told of a request: its number, which kind of page, whose it is as a number. No address, no words."""

from contextvars import ContextVar
from typing import Final

from django.http import HttpRequest

NO_PAGE: Final = "-"
number_now: ContextVar[str] = ContextVar("number_now", default="")
"""The number of the request that this thread answers; empty outside of requests."""


def page_of(request: HttpRequest) -> str:
    """The pattern of the address, such as "/ke-hoach/<int:plan_id>/": no query, no number, no name in it."""
    match = request.resolver_match
    return f"/{match.route}" if match else NO_PAGE


def number_of(request: HttpRequest) -> str:
    return str(getattr(request, "number", ""))


def user_id_of(request: HttpRequest) -> int | None:
    """Who asked, when that is known already: nothing is asked of the database for it."""
    user = getattr(request, "_cached_user", None)
    return user.pk if user is not None and user.is_authenticated else None
