"""The own account: name and addresses, how one signs in, and where one is signed in."""

from allauth.account.decorators import reauthentication_required
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from congdoan.accounts.models import User
from congdoan.accounts.services import edit_own_account, end_session
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.web import signed_in


class OwnAccountForm(forms.ModelForm[User]):
    class Meta:
        model = User
        fields = ["full_name", "email", "phone"]


def _changes_address(request: HttpRequest) -> bool:
    """Whoever can change the address can have a new password sent there."""
    return request.method == "POST" and request.POST.get("email", "").strip() != signed_in(request).email


@reauthentication_required(enabled=_changes_address)  # type: ignore[untyped-decorator]
def me(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    form = OwnAccountForm(request.POST or None, instance=user)
    if request.method == "POST" and form.is_valid() and _save(user, form):
        messages.success(request, "Đã lưu thông tin tài khoản.")
        return redirect("accounts:me")
    kinds = list(Authenticator.objects.filter(user=user).values_list("type", flat=True))
    context = {
        "form": form,
        "has_app": "totp" in kinds,
        "keys": kinds.count("webauthn"),
        "has_codes": "recovery_codes" in kinds,
    }
    return render(request, "accounts/me.html", context, status=status_of(form))


def _save(user: User, form: OwnAccountForm) -> User | None:
    return answered(form, lambda: edit_own_account(user_id=user.pk, **form.cleaned_data))


@require_POST
def end(request: HttpRequest, session_id: int) -> HttpResponse:
    """Sign out one browser, the present one excepted."""
    user = signed_in(request)
    own = UserSession.objects.filter(user=user).exclude(session_key=request.session.session_key)
    end_session(own, session_id)
    messages.success(request, "Đã kết thúc phiên đăng nhập đó.")
    return redirect("usersessions_list")
