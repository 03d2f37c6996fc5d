"""The link by which a new person sets the first password, or another one a new one, and the mail that carries it."""

from typing import Final

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.accounts.telling import mail_password_link

LINK_HERE: Final = "[liên kết đặt mật khẩu: chỉ có trong thư gửi đi]"
"""Stands for the link in what is kept of a mail: whoever reads the outbox or a backup can set nobody's password."""


def invitation_link(user: User) -> str:
    """Good until it is used, or for as many days as PASSWORD_RESET_TIMEOUT says."""
    key = default_token_generator.make_token(user)
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": key})
    return f"{settings.BASE_URL.rstrip('/')}{path}"


def send_invitation(user: User, *, by: str) -> bool:
    """Write the person a mail with the link. False when it cannot go out at present: hand the link over otherwise."""
    days = settings.PASSWORD_RESET_TIMEOUT // 86_400
    text = render_to_string(
        "account/email/invitation_message.txt", {"user": user, "link": LINK_HERE, "by": by, "days": days}
    )
    subject = "Đặt lại mật khẩu Công đoàn số" if user.has_usable_password() else "Lời mời dùng Công đoàn số"
    return mail_password_link(user, subject=subject, text=text)
