"""Searching, exporting and uploading cost most, so each is counted; by these signs on every address that has them."""

from collections.abc import Callable, Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse

from congdoan.core.exports.asked import PARAMETER
from congdoan.core.failures import failure
from congdoan.core.limits import TooOften, spend
from congdoan.core.middleware import Next


class WithinLimits:
    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        try:
            for what in _costs(request):
                spend(request, what)
        except TooOften as error:
            return failure(request, error.status, error.message, retry_after=error.retry_after)
        return None


def _costs(request: HttpRequest) -> Iterator[str]:
    if request.GET.get("q", "").strip():
        yield "search"
    if PARAMETER in request.GET:
        yield "export"
    if request.FILES:
        yield "upload"
