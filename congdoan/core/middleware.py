"""Numbers each request, sets the security headers, and turns domain errors into pages."""

import logging
import secrets
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from congdoan.core.errors import DomainError
from congdoan.core.seeing.failures import keep_request_failure

Next = Callable[[HttpRequest], HttpResponse]
_CSP = (
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; script-src 'self'; font-src 'self'; "
    "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
)
log = logging.getLogger("congdoan")


def request_number(get_response: Next) -> Next:
    """Each request has a number that its log lines, audit and error page show."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.number = secrets.token_hex(4)  # type: ignore[attr-defined]
        response = get_response(request)
        response.headers["X-Request-Number"] = request.number  # type: ignore[attr-defined]
        return response

    return middleware


def security_headers(get_response: Next) -> Next:
    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", _CSP)
        response.headers.setdefault("Permissions-Policy", "geolocation=(), microphone=()")
        return response

    return middleware


class domain_errors:
    """A DomainError becomes its message: a fragment for htmx, a page otherwise. Views do not catch it."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, DomainError):
            return None
        if error.status >= 500:
            keep_request_failure(request, error)
        wants_fragment = request.headers.get("HX-Request") == "true" and not request.headers.get("HX-Boosted")
        template = "core/_error.html" if wants_fragment else "core/error.html"
        context = {
            "message": error.message,
            "status": error.status,
            "number": getattr(request, "number", ""),
            "debug": settings.DEBUG,
        }
        return render(request, template, context, status=error.status)
