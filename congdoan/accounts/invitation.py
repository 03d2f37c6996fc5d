"""The link by which a new person sets the first password, or another one a new one, and the mail that carries it."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse

from congdoan.accounts.models import User


def invitation_link(user: User) -> str:
    """Good until it is used, or for as many days as PASSWORD_RESET_TIMEOUT says."""
    key = default_token_generator.make_token(user)
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": key})
    return f"{settings.BASE_URL.rstrip('/')}{path}"


def send_invitation(user: User, *, by: str) -> str:
    """Mail the link to the person and return it, for whoever hands it over in another way."""
    link = invitation_link(user)
    days = settings.PASSWORD_RESET_TIMEOUT // 86_400
    text = render_to_string(
        "account/email/invitation_message.txt", {"user": user, "link": link, "by": by, "days": days}
    )
    if user.email:
        subject = "Đặt lại mật khẩu Công đoàn số" if user.has_usable_password() else "Lời mời dùng Công đoàn số"
        send_mail(subject, text, None, [user.email])
    return link
