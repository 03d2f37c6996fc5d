"""Signatures by the convention of Standard Webhooks (standardwebhooks.com): any library for it checks them."""

import base64
import hashlib
import hmac
import secrets
from typing import Final

_BEGINS: Final = "whsec_"


def new_secret() -> str:
    return _BEGINS + base64.b64encode(secrets.token_bytes(32)).decode()


def new_message_id() -> str:
    return f"msg_{secrets.token_hex(16)}"


def signed_headers(secret: str, message_id: str, at: int, body: bytes) -> dict[str, str]:
    """`at` is in seconds since 1970; the receiver refuses what is too old, so that nothing is sent again by others."""
    key = base64.b64decode(secret.removeprefix(_BEGINS))
    digest = hmac.new(key, f"{message_id}.{at}.".encode() + body, hashlib.sha256).digest()
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(at),
        "webhook-signature": f"v1,{base64.b64encode(digest).decode()}",
    }
