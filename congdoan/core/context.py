"""What the frame of every page needs."""

from typing import Any

from django.http import HttpRequest

from congdoan.core import clock
from congdoan.core.navigation import navigation_for


def frame(request: HttpRequest) -> dict[str, Any]:
    """Lazily: a page without a frame asks nothing."""
    today = clock.today()
    context: dict[str, Any] = {"today": today, "clock_is_moved": clock.is_moved(), "real_today": clock.real_today()}
    if getattr(request, "user", None) is not None and request.user.is_authenticated:
        context["navigation"] = navigation_for(request)
    return context
