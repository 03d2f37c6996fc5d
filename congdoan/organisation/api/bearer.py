"""A program comes in by its token alone: cookies of a browser open nothing of the programming interface."""

from datetime import timedelta
from hashlib import sha256
from typing import Any, Final

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from ninja.security import HttpBearer

from congdoan.accounts.models import ApiToken, TokenUse
from congdoan.accounts.second_factor import is_due
from congdoan.core import clock
from congdoan.core.api.problems import is_call
from congdoan.core.errors import NotAllowed
from congdoan.core.limits import spend
from congdoan.core.middleware import Next
from congdoan.core.web import client_address
from congdoan.organisation.rights import Narrowing, narrow
from congdoan.organisation.roles import ACTIONS

_NOTED_EVERY: Final = timedelta(minutes=1)


def without_cookies(get_response: Next) -> Next:
    """A call has no session, whatever a browser sends along: so nothing needs to be protected from other sites."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if is_call(request):
            request.COOKIES = {}
        return get_response(request)

    return middleware


def bearer(get_response: Next) -> Next:
    """Whoever made the token is who asks, with no more than its rights."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if is_call(request):
            token = token_of(request)
            request.user = token.user if token else AnonymousUser()
            request.token = token  # type: ignore[attr-defined]
            request.token_id = token.pk if token else None  # type: ignore[attr-defined]
        return get_response(request)

    return middleware


def token_of(request: HttpRequest) -> ApiToken | None:
    """The token in the header, while it is in force and its person may sign in; the person then has its rights only."""
    kind, _, text = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() != "bearer" or not text.strip():
        return None
    found = ApiToken.objects.select_related("user", "unit", "last_use").filter(
        digest=digest_of(text.strip()), revoked_at=None, expires_at__gt=clock.now(), user__is_active=True
    )
    token = found.first()
    if token is None or is_due(token.user):
        return None
    narrow(token.user, Narrowing(frozenset(token.scopes), token.unit.path if token.unit else "/"))
    return token


def digest_of(text: str) -> str:
    """A token has 256 random bits: nobody guesses it back from a plain digest."""
    return sha256(text.encode()).hexdigest()


def note_use(request: HttpRequest, token: ApiToken) -> None:
    now, address = clock.now(), client_address(request)[:45]
    last = getattr(token, "last_use", None)
    if last is not None and now - last.at < _NOTED_EVERY and last.address == address:
        return
    TokenUse.objects.update_or_create(token=token, defaults={"at": now, "address": address})


class Bearer(HttpBearer):
    """Asks for a token that has the right `action`; NotAllowed names the right that it lacks."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.action = action

    def __call__(self, request: HttpRequest) -> Any:
        token: ApiToken | None = getattr(request, "token", None)
        if token is None:
            return None
        spend(request, "api", by=f"token {token.pk}")
        note_use(request, token)
        if self.action not in token.scopes:
            raise NotAllowed(f"Mã truy cập này không có quyền “{ACTIONS[self.action]}” ({self.action}).")
        return token

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        raise NotImplementedError("the middleware has read the header")
