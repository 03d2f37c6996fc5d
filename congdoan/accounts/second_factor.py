"""Some must have a second factor: until they have set one up, they get nowhere else."""

from collections.abc import Callable
from typing import Any, Final

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from congdoan.accounts.models import User
from congdoan.core.failures import failure, wants_fragment
from congdoan.core.middleware import Next
from congdoan.core.registry import Registry

requirers: Registry[Callable[[User], bool]] = Registry("rule of second factors")
"""`must(user)` says whether the person must have one; one that says so is enough."""
DUE: Final = "second_factor_due"
_FACTORS: Final = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
_OPEN: Final = frozenset(
    {
        "account_logout",
        "account_reauthenticate",
        "account_change_password",
        "mfa_index",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "mfa_activate_totp",
        "mfa_list_webauthn",
        "mfa_add_webauthn",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_download_recovery_codes",
        "health",
        "metrics",
        "guide",
        "picture",
    }
)
_SENTENCE: Final = "Chức vụ này phải đăng nhập hai bước. Bật ứng dụng xác nhận hoặc thêm khóa vân tay để làm tiếp."


def is_due(user: User) -> bool:
    """Whether the person must have a second factor and has none."""
    return any(must(user) for must in requirers) and not is_mfa_enabled(user, _FACTORS)


def look_again(request: HttpRequest, user: User) -> None:
    """Keep the answer with the session, which spares each page the question."""
    if request.session.get(DUE, False) != (due := is_due(user)):
        request.session[DUE] = due


class SecondFactorFirst:
    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        user = request.user
        if not request.session.get(DUE) or not isinstance(user, User):
            return None
        if request.resolver_match and request.resolver_match.url_name in _OPEN:
            return None
        look_again(request, user)
        if not request.session[DUE]:
            return None
        if wants_fragment(request):
            return failure(request, 403, _SENTENCE)
        messages.warning(request, _SENTENCE)
        return redirect("mfa_index")
