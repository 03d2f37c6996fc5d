"""Small things that every view needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.core.exceptions import PermissionDenied

if TYPE_CHECKING:
    from django.http import HttpRequest

    from congdoan.accounts.models import User

LARGEST_ID: Final = 2**63 - 1
"""The largest number that a column of ids holds."""
_LONGEST_NUMBER: Final = 19


def signed_in(request: HttpRequest) -> User:
    """The person who asks. The sign-in middleware has sent everybody else away before."""
    if not request.user.is_authenticated:
        raise PermissionDenied
    return request.user


def whole_number(text: str | None) -> int | None:
    """What somebody's browser sent as an id, a page or a version; None unless it is one that a row can have."""
    digits = (text or "").strip()
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= _LONGEST_NUMBER):
        return None
    number = int(digits)
    return number if number <= LARGEST_ID else None


def client_address(request: HttpRequest) -> str:
    """The network address of the browser: what the outermost of our own proxies (CONGDOAN_PROXIES) saw."""
    seen = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    proxies: int = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    return seen[-proxies] if 0 < proxies <= len(seen) else str(request.META.get("REMOTE_ADDR") or "")
