"""Looks at every answer: one event in the log, one count in the figures, one time for its page."""

import logging
from collections.abc import Callable
from time import perf_counter

from django.http import HttpRequest, HttpResponse

from congdoan.core.seeing import metrics, slow
from congdoan.core.seeing.requests import number_now, number_of, page_of, user_id_of

Next = Callable[[HttpRequest], HttpResponse]
QUIET = frozenset({"/healthz", "/metrics"})
"""Asked by machines every few seconds: counted, but not written down."""

log = logging.getLogger("congdoan.requests")


def seen(get_response: Next) -> Next:
    def middleware(request: HttpRequest) -> HttpResponse:
        begun = perf_counter()
        token = number_now.set(number_of(request))
        try:
            response = get_response(request)
            _look_at(request, response.status_code, perf_counter() - begun)
        finally:
            number_now.reset(token)
        return response

    return middleware


def _look_at(request: HttpRequest, status: int, seconds: float) -> None:
    page = page_of(request)
    metrics.count_request(page, status, seconds)
    if page not in QUIET:
        slow.note(page, status, seconds)
        told = {"method": request.method, "page": page, "status": status, "ms": round(seconds * 1000)}
        log.info("request", extra={**told, "user": user_id_of(request)})
