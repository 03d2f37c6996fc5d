"""How allauth behaves here: nobody signs up by themselves, and no answer says whether an account exists."""

from collections.abc import Iterable
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.usersessions.adapter import DefaultUserSessionsAdapter
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from congdoan.accounts.browsers import browser_words
from congdoan.accounts.invitation import LINK_HERE
from congdoan.accounts.leaving import end
from congdoan.accounts.models import User
from congdoan.accounts.signin.secrets import box
from congdoan.accounts.telling import mail_password_link, tell_of_account
from congdoan.core.web import client_address

_WRONG = "Tên đăng nhập hoặc mật khẩu chưa đúng."
_TOO_MANY = "Đã nhập sai nhiều lần. Đợi ít phút rồi thử lại; mỗi lần sai thêm, thời gian chờ dài hơn."


def display(user: User) -> str:
    return str(user)


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": "Tài khoản này đang khóa. Liên hệ quản trị viên.",
        "username_password_mismatch": _WRONG,
        "email_password_mismatch": _WRONG,
        "phone_password_mismatch": _WRONG,
        "invalid_login": _WRONG,
        "too_many_login_attempts": _TOO_MANY,
        "rate_limited": _TOO_MANY,
        "enter_current_password": "Mật khẩu hiện nay chưa đúng. Nhập lại.",
        "incorrect_password": "Mật khẩu chưa đúng. Nhập lại.",
        "incorrect_code": "Mã chưa đúng hoặc đã hết hạn. Nhập mã mới.",
        "invalid_password_reset": "Liên kết không còn dùng được. Yêu cầu liên kết mới.",
        "same_as_current": "Mật khẩu mới phải khác mật khẩu hiện nay.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are opened by those who manage people."""
        return False

    def format_email_subject(self, subject: str) -> str:
        return subject

    def send_notification_mail(
        self, template_prefix: str, user: User, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """What was changed about how one signs in: told like everything else, so that no mail server is waited for."""
        where = {
            "user": user,
            "ip": client_address(self.request),
            "user_agent": browser_words(self.request.headers.get("User-Agent", "")),
            "timestamp": timezone.now(),
        }
        mail = self.render_mail(template_prefix, user.email, where | (context or {}))
        tell_of_account(user, subject=mail.subject, text=mail.body.strip(), url=reverse("accounts:me"))

    def send_password_reset_mail(self, user: User, email: str, context: dict[str, Any]) -> None:
        shown = {**context, "password_reset_url": LINK_HERE}
        mail = self.render_mail("account/email/password_reset_key", user.email, shown)
        mail_password_link(user, subject=mail.subject, text=mail.body)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Nothing of the library goes to the mail server past the outbox."""
        raise ImproperlyConfigured(f"{template_prefix} has no way through the outbox")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("accounts:me")


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "Mã chưa đúng hoặc đã hết hạn. Nhập mã mới.",
        "cannot_delete_authenticator": "Không tắt được xác nhận hai bước lúc này.",
        "cannot_generate_recovery_codes": "Bật xác nhận hai bước trước khi tạo mã dự phòng.",
    }

    def get_totp_issuer(self) -> str:
        return "Công đoàn số"

    def _get_site_name(self) -> str:
        return "Công đoàn số"

    def _get_user_identifier(self, user: User) -> str:
        return user.username

    def generate_authenticator_name(self, user: User, type: Any) -> str:
        return "Khóa trên máy này"

    def encrypt(self, text: str) -> str:
        """Secrets of authenticator apps and recovery codes lie in the database encrypted."""
        return box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        opened: bytes = box().decrypt(encrypted_text.encode())
        return opened.decode()


class SocialAccountAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Single sign-on opens no accounts: it signs in the person whose user name or e-mail the provider vouches for."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        if sociallogin.is_existing:
            return
        user = account_of(sociallogin.account.extra_data)
        if user is None:
            messages.error(request, "Chưa có tài khoản cho người này. Liên hệ quản trị viên để mở tài khoản.")
            raise ImmediateHttpResponse(redirect("account_login"))
        sociallogin.connect(request, user)


def account_of(data: dict[str, Any]) -> User | None:
    """The active account with the provider's user name, else the only one with its verified e-mail."""
    claims = {**data, **data.get("userinfo", {}), **data.get("id_token", {})}
    active = User.objects.filter(is_active=True)
    name = str(claims.get("preferred_username") or "").lower()
    if name and (user := active.filter(username=name).first()):
        return user
    email = str(claims.get("email") or "")
    found = list(active.filter(email__iexact=email)[:2]) if email and claims.get("email_verified") else []
    return found[0] if len(found) == 1 else None


class SessionsAdapter(DefaultUserSessionsAdapter):  # type: ignore[misc]
    def end_sessions(self, sessions: Iterable[UserSession]) -> None:
        end(sessions)
