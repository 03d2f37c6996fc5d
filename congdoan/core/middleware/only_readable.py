"""Turns away requests that no browser sends by itself and that no part of the product could read."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse

from congdoan.core.failures import failure
from congdoan.core.middleware import Next
from congdoan.core.web import LARGEST_ID, whole_number

FILES_AT_ONCE: Final = 4
"""So many files of the largest size may come in one request."""
_NUL: Final = "\0"
_METHODS: Final = {"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"}


class OnlyReadable:
    """Text with a NUL, which PostgreSQL cannot keep, is a bad request; a number that no row can have finds nothing.

    A body larger than any form of ours sends is not read at all; from whoever is not signed in, only a small one is.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in _METHODS:
            return failure(request, 405)
        if _size_of(request) > _largest_from(request):
            return failure(request, 413)
        if _NUL in request.path or _has_nul(request.GET.lists()):
            raise BadRequest("NUL in the address")
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> None:
        if any(isinstance(part, int) and part > LARGEST_ID for part in kwargs.values()):
            raise Http404
        if _has_nul(request.POST.lists()):
            raise BadRequest("NUL in a field")


def _size_of(request: HttpRequest) -> int:
    return whole_number(request.META.get("CONTENT_LENGTH")) or 0


def _largest_from(request: HttpRequest) -> int:
    """In bytes. Fields that are no files have a limit of their own in the settings."""
    known = settings.SESSION_COOKIE_NAME in request.COOKIES
    files: int = FILES_AT_ONCE * settings.UPLOAD_LIMIT if known else 0
    return files + settings.DATA_UPLOAD_MAX_MEMORY_SIZE


def _has_nul(fields: Iterable[tuple[str, list[Any]]]) -> bool:
    return any(isinstance(text, str) and _NUL in text for name, values in fields for text in (name, *values))
