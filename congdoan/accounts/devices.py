"""Knows the browsers from which a person has signed in, and tells of a sign-in from another one."""

import hashlib
import secrets
from datetime import timedelta
from typing import Final

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from congdoan.accounts.browsers import browser_words
from congdoan.accounts.models import KnownDevice, User
from congdoan.accounts.telling import tell_of_account
from congdoan.core.web import client_address

REMEMBERED: Final = timedelta(days=400)
"""The longest that browsers keep a cookie."""
_NEW = "device_to_remember"


def cookie_name() -> str:
    return "__Host-device" if settings.BEHIND_TLS else "device"


@transaction.atomic
def recognise(request: HttpRequest, user: User) -> None:
    """Note the browser of a sign-in. Another one than those known of the person is told of; the first one is not."""
    device = request.COOKIES.get(cookie_name(), "") or secrets.token_urlsafe(32)
    setattr(request, _NEW, device)
    KnownDevice.objects.filter(user=user, last_seen_at__lt=timezone.now() - REMEMBERED).delete()
    is_first = not KnownDevice.objects.filter(user=user).exists()
    words, address = browser_words(request.headers.get("User-Agent", "")), client_address(request)
    seen = {"words": words, "address": address[:45], "last_seen_at": timezone.now()}
    _, is_new = KnownDevice.objects.update_or_create(user=user, digest=_digest(device), defaults=seen)
    if is_new and not is_first:
        _tell(user, words, address)


def remember(request: HttpRequest, response: HttpResponse) -> None:
    """Give the browser the name by which it is known next time. Says nothing of who it is."""
    if device := getattr(request, _NEW, ""):
        response.set_cookie(
            cookie_name(),
            device,
            max_age=REMEMBERED,
            secure=settings.BEHIND_TLS,
            httponly=True,
            samesite="Lax",
        )


def _digest(device: str) -> str:
    return hashlib.sha256(device.encode()).hexdigest()


def _tell(user: User, words: str, address: str) -> None:
    when = timezone.localtime()
    text = (
        f"Tài khoản {user.username} vừa đăng nhập từ một thiết bị chưa gặp: {words}, địa chỉ mạng {address}, "
        f"lúc {when:%H:%M} ngày {when:%d/%m/%Y}. Nếu không phải bạn: đổi mật khẩu ngay, kết thúc các phiên khác "
        "ở mục Tài khoản của tôi, và báo quản trị viên."
    )
    tell_of_account(user, subject="Đăng nhập từ thiết bị mới", text=text, url=reverse("usersessions_list"))
