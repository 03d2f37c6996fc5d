"""A notice as it goes to a device: encrypted so that the push service, which is somebody else's, cannot read it."""

import json
from typing import Final

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec

from congdoan.worklist.push.keys import decoded

TITLE: Final = "Công đoàn số"
_AUTH_BYTES: Final = 16


def is_sound(p256dh: str, auth: str) -> bool:
    """Whether a browser can have given these keys: a point of the curve, and 16 bytes."""
    try:
        _point(p256dh)
        return len(decoded(auth)) == _AUTH_BYTES
    except ValueError:
        return False


def body_of(words: str, url: str) -> bytes:
    """What the service worker reads. `url` is a path of ours; notices of the same address replace each other."""
    return json.dumps({"title": TITLE, "body": words, "url": url}, ensure_ascii=False).encode()


def sealed(body: bytes, *, p256dh: str, auth: str) -> bytes:
    sender = ec.generate_private_key(ec.SECP256R1())
    return bytes(
        http_ece.encrypt(body, private_key=sender, dh=decoded(p256dh), auth_secret=decoded(auth), version="aes128gcm")
    )


def _point(p256dh: str) -> ec.EllipticCurvePublicKey:
    return ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), decoded(p256dh))
