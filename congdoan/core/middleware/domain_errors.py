"""Turns what went wrong into the page or the message that says so. Views do not catch it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from congdoan.core.errors import Conflict, DomainError
from congdoan.core.failures import OF_THE_RULES, failure, wants_fragment
from congdoan.core.gone import what_became
from congdoan.core.middleware import Next
from congdoan.core.seeing.failures import keep_request_failure
from congdoan.core.typed_words import own_page, typed_words


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
        if told := what_became(request, error.status):
            return failure(request, 409, told, is_gone=True)
        if error.status >= 500:
            keep_request_failure(request, error)
        if page := _page_of_button(request, error):
            level = messages.WARNING if isinstance(error, Conflict) else messages.ERROR
            messages.add_message(request, level, error.message)
            return redirect(page)
        return failure(request, error.status, error.message, retry_after=error.retry_after)


def _page_of_button(request: HttpRequest, error: DomainError) -> str:
    """The page whose button was pressed, when a rule forbids it: as it is now, it says so best."""
    if error.status not in OF_THE_RULES or request.method != "POST" or wants_fragment(request) or typed_words(request):
        return ""
    return own_page(request, request.headers.get("Referer", ""))
