"""Keeps small secrets encrypted with a key derived from this installation's secret key."""

import base64
import hashlib

from cryptography.fernet import Fernet
from django.conf import settings


def box() -> Fernet:
    key = hashlib.sha256(b"congdoan.accounts:" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
