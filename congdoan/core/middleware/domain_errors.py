"""Turns what went wrong into the page or the message that says so. Views do not catch it."""

from django.http import HttpRequest, HttpResponse

from congdoan.core.errors import DomainError
from congdoan.core.failures import failure
from congdoan.core.middleware import Next
from congdoan.core.seeing.failures import keep_request_failure


class DomainErrors:
    """A DomainError becomes its message; an address called in a way that it does not know gets a page, too."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 405 or response.streaming or response.content:
            return response
        said = failure(request, 405)
        said.headers["Allow"] = response.headers.get("Allow", "")
        return said

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, DomainError):
            return None
        if error.status >= 500:
            keep_request_failure(request, error)
        return failure(request, error.status, error.message, retry_after=error.retry_after)
