"""Signing in as people do, for tests of what guards it."""

import time
from typing import Any

from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.test import Client

from congdoan.accounts.models import User

PASSWORD = "mat-khau-dai-2023"
SIGN_IN = "/tai-khoan/dang-nhap/"


def sign_in(client: Client, username: str, **more: Any) -> Any:
    return client.post(SIGN_IN, {"login": username, "password": PASSWORD}, **more)


def is_in(client: Client) -> bool:
    return client.get("/tai-khoan/").status_code == 200


def give_app(user: User, secret: str = "JBSWY3DPEHPK3PXP") -> str:
    """The person has set up an app that shows codes; gives its secret."""
    TOTP.activate(user, secret)
    return secret


def code(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))
