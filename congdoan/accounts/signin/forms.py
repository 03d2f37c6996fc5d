"""The sign-in forms, in Vietnamese and in the kit's look."""

import re
from typing import Any

from allauth.account.forms import (
    ChangePasswordForm,
    LoginForm,
    ReauthenticateForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
)
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateWithCodeForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms

from congdoan.accounts.models import User

HELP_ON_PASSWORDS = "Ít nhất 10 ký tự, nên từ 15; không trùng tên, không phải từ hay gặp."
_PHONE = re.compile(r"\+?[\d .-]{9,16}")


def label(form: forms.BaseForm, name: str, text: str, help_text: str = "", **attrs: str) -> None:
    """Our words on a field; the library's placeholders are left out, for a label stands above."""
    if name in form.fields:
        field = form.fields[name]
        field.label, field.help_text = text, help_text
        field.widget.attrs = {k: v for k, v in field.widget.attrs.items() if k != "placeholder"} | attrs


def username_of_phone(login: str) -> str | None:
    """The user name of the only active account with this phone number."""
    if not _PHONE.fullmatch(login):
        return None
    digits = re.sub(r"\D", "", login)
    local = "0" + digits.removeprefix("84") if login.startswith("+84") else digits
    pattern = r"^\D*" + r"\D*".join(local) + r"\D*$"
    names = list(User.objects.filter(is_active=True, phone__regex=pattern).values_list("username", flat=True)[:2])
    return names[0] if len(names) == 1 else None


class SignInForm(LoginForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label(
            self, "login", "Tên đăng nhập hoặc số điện thoại", autocomplete="username webauthn", autocapitalize="none"
        )
        label(self, "password", "Mật khẩu")
        label(self, "remember", "Nhớ đăng nhập trên máy này trong 7 ngày")

    def user_credentials(self) -> dict[str, str]:
        """A phone number stands for the user name of the account that has it."""
        credentials: dict[str, str] = super().user_credentials()
        if phone_of := username_of_phone(credentials.get("username", "")):
            credentials["username"] = phone_of
        return credentials


class ForgottenPasswordForm(ResetPasswordForm):  # type: ignore[misc]
    """Asks for a user name or an e-mail; the mail goes to the address kept with the account."""

    email = forms.CharField(max_length=254)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label(self, "email", "Tên đăng nhập hoặc thư điện tử", autocomplete="username")

    def clean_email(self) -> str:
        asked = self.cleaned_data["email"].strip().lower()
        active = User.objects.filter(is_active=True).exclude(email="")
        self.users = list(active.filter(email__iexact=asked) if "@" in asked else active.filter(username=asked))
        return self.users[0].email if self.users else asked


class NewPasswordForm(ResetPasswordKeyForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label(self, "password1", "Mật khẩu mới", HELP_ON_PASSWORDS)
        label(self, "password2", "Nhập lại mật khẩu mới")


class OtherPasswordForm(ChangePasswordForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label(self, "oldpassword", "Mật khẩu hiện nay")
        label(self, "password1", "Mật khẩu mới", HELP_ON_PASSWORDS)
        label(self, "password2", "Nhập lại mật khẩu mới")


class PasswordAgainForm(ReauthenticateForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label(self, "password", "Mật khẩu")


class CodeForm(AuthenticateForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label(self, "code", "Mã 6 số trên ứng dụng xác nhận, hoặc một mã dự phòng", inputmode="numeric", autofocus="")


class CodeAgainForm(ReauthenticateWithCodeForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label(self, "code", "Mã 6 số trên ứng dụng xác nhận", inputmode="numeric")


class ActivateAppForm(ActivateTOTPForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label(self, "code", "Mã 6 số mà ứng dụng đang hiện", inputmode="numeric")
