"""The key by which push services know this installation: P-256, in the data folder or in CONGDOAN_PUSH_KEY."""

import base64
import hashlib
import time
from typing import Final
from urllib.parse import urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings

from congdoan.config.data_folder import kept_secret

_LASTS: Final = 12 * 3600
"""Seconds; a push service takes no signature that is good for longer than a day."""


def public_key() -> str:
    """What a browser asks for when a person allows notices."""
    point = _key().public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return encoded(point)


def key_name() -> str:
    """Short, to know again which key a device was allowed for."""
    return hashlib.sha256(public_key().encode()).hexdigest()[:16]


def address_mark(endpoint: str) -> str:
    """By which a page knows a device again without showing its address."""
    return hashlib.sha256(endpoint.encode()).hexdigest()


def authorization(endpoint: str) -> str:
    """The header that says who sends: only whoever holds the key that the device was allowed for may."""
    parts = urlsplit(endpoint)
    claims = {
        "aud": f"{parts.scheme}://{parts.netloc}",
        "exp": int(time.time()) + _LASTS,
        "sub": f"mailto:{settings.MAIL_FROM.rpartition('<')[2].strip('<> ')}",
    }
    return f"vapid t={jwt.encode(claims, _key(), algorithm='ES256')}, k={public_key()}"


def encoded(raw: bytes) -> str:
    """Base64 for addresses, without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def decoded(text: str) -> bytes:
    """Raises ValueError."""
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)


def _key() -> ec.EllipticCurvePrivateKey:
    text = settings.PUSH_KEY or kept_secret(settings.DATA / "push-key", _new_key)
    return ec.derive_private_key(int.from_bytes(decoded(text), "big"), ec.SECP256R1())


def _new_key() -> str:
    number = ec.generate_private_key(ec.SECP256R1()).private_numbers().private_value
    return encoded(number.to_bytes(32, "big"))
