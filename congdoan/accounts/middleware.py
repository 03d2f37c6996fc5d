"""Holds each session to its rules."""

from typing import Any, Final

from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url

from congdoan.accounts.devices import remember
from congdoan.accounts.models import User
from congdoan.accounts.second_factor import look_again
from congdoan.accounts.session_rules import is_over, note_seen
from congdoan.core.failures import failure, wants_fragment
from congdoan.core.middleware import Next

OVER: Final = "session_is_over"
_AGAIN: Final = "Phiên làm việc đã hết giờ. Đăng nhập ở một thẻ khác, rồi tải lại trang này; phần viết dở vẫn còn."


def session_rules(get_response: Next) -> Next:
    """Ends what has lasted too long, gives a session another key when the password was asked again."""

    def middleware(request: HttpRequest) -> HttpResponse:
        _hold(request)
        is_in, shown = SESSION_KEY in request.session, _times_shown(request)
        response = get_response(request)
        if _times_shown(request) > shown > 0:
            _give_another_key(request)
        if request.resolver_match and request.resolver_match.url_name == "account_logout" and request.method == "POST":
            response.headers["Clear-Site-Data"] = '"storage"'
        remember(request, response)
        return _for_part_of_page(request, response) if _must_sign_in(request, is_in=is_in) else response

    return middleware


def _hold(request: HttpRequest) -> None:
    if SESSION_KEY not in request.session:
        return
    if is_over(request.session):
        logout(request)
        request.session[OVER] = True
    elif note_seen(request.session) and isinstance(request.user, User):
        look_again(request, request.user)


def _must_sign_in(request: HttpRequest, *, is_in: bool) -> bool:
    view = request.resolver_match.func if request.resolver_match else None
    return not is_in and getattr(view, "login_required", True)


def _times_shown(request: HttpRequest) -> int:
    """How often the person has shown a password, a code or a key in this session."""
    records: list[Any] = request.session.get(AUTHENTICATION_METHODS_SESSION_KEY, [])
    return len(records)


def _give_another_key(request: HttpRequest) -> None:
    before = request.session.session_key
    request.session.cycle_key()
    UserSession.objects.filter(session_key=before).update(session_key=request.session.session_key)


def _for_part_of_page(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """A part of a page never becomes the sign-in page: reading goes there as a whole, sending says so in place."""
    to_sign_in = response.status_code == 302 and response["Location"].startswith(resolve_url(settings.LOGIN_URL))
    if not to_sign_in or not wants_fragment(request):
        return response
    if request.method == "GET":
        return HttpResponse(status=204, headers={"HX-Redirect": resolve_url(settings.LOGIN_URL)})
    return failure(request, 401, _AGAIN)
