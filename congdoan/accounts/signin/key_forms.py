"""The forms by which a browser hands over what a key or a fingerprint reader answered."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms

from congdoan.accounts.signin.forms import label


@contextmanager
def answer_of_a_key() -> Iterator[None]:
    """The library expects what a key sends; that something else came, it says in whatever its parts raise."""
    try:
        yield
    except (TypeError, ValueError, LookupError, AttributeError, AssertionError) as error:
        raise forms.ValidationError("Khóa không trả lời đúng. Thử lại.") from error


class KeySignInForm(LoginWebAuthnForm):  # type: ignore[misc]
    def clean_credential(self) -> Any:
        with answer_of_a_key():
            return super().clean_credential()


class KeyAsSecondStepForm(AuthenticateWebAuthnForm):  # type: ignore[misc]
    def clean_credential(self) -> Any:
        with answer_of_a_key():
            return super().clean_credential()


class KeyAgainForm(ReauthenticateWebAuthnForm):  # type: ignore[misc]
    def clean_credential(self) -> Any:
        with answer_of_a_key():
            return super().clean_credential()


class AddKeyForm(AddWebAuthnForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label(self, "name", "Tên để nhớ khóa này", "Ví dụ: Điện thoại, Máy cơ quan")
        label(self, "passwordless", "Dùng khóa này thay cả mật khẩu (vân tay, khuôn mặt hoặc mã mở máy)")
        if "passwordless" in self.fields:
            self.fields["passwordless"].initial = True

    def clean(self) -> Any:
        with answer_of_a_key():
            return super().clean()


class RenameKeyForm(EditWebAuthnForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label(self, "name", "Tên để nhớ khóa này")
