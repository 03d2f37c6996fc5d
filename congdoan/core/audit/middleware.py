"""Gives every request that may change something its audit context."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from congdoan.core.audit.context import audit_context
from congdoan.core.web import client_address

_READING = {"GET", "HEAD", "OPTIONS"}


class AuditMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in _READING:
            return self.get_response(request)
        with audit_context(
            user_id=request.user.pk,
            origin=request.path,
            request=getattr(request, "number", None),
            address=client_address(request),
            token=getattr(request, "token_id", None),
        ):
            return self.get_response(request)
