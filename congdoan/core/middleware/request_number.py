import secrets

from django.http import HttpRequest, HttpResponse

from congdoan.core.middleware import Next


def request_number(get_response: Next) -> Next:
    """Each request has a number that its log lines, audit and error page show."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.number = secrets.token_hex(4)  # type: ignore[attr-defined]
        response = get_response(request)
        response.headers["X-Request-Number"] = request.number  # type: ignore[attr-defined]
        return response

    return middleware
