"""Small things that every view needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied

if TYPE_CHECKING:
    from django.http import HttpRequest

    from congdoan.accounts.models import User


def signed_in(request: HttpRequest) -> User:
    """The person who asks. The sign-in middleware has sent everybody else away before."""
    if not request.user.is_authenticated:
        raise PermissionDenied
    return request.user
