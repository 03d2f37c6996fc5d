"""What the frame of every page says of notices."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from congdoan.accounts.models import User
from congdoan.worklist.queries.notices import unread_words


def unread(request: HttpRequest) -> dict[str, Any]:
    """Context processor: how many notices are new, counted only where a frame shows it."""
    user = getattr(request, "user", None)
    return {"unread_notices": SimpleLazyObject(lambda: unread_words(user))} if isinstance(user, User) else {}
