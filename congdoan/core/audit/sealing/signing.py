"""The key of the installation: Ed25519, in the data folder or in CONGDOAN_SEAL_KEY, never in the database."""

import base64
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings

from congdoan.config.data_folder import kept_secret, put_secret

_EARLIER: Final = "seal-earlier-keys"


def sign(content: bytes) -> tuple[bytes, bytes]:
    """(signature, public key)."""
    key = _key()
    return key.sign(content), key.public_key().public_bytes_raw()


def is_signed(content: bytes, signature: bytes, public_key: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, content)
    except (InvalidSignature, ValueError):
        return False
    return True


def trusted_keys() -> set[bytes]:
    """Public keys of this installation: its present one, and earlier ones.

    Earlier ones came with a backup that was restored, or the operator names them.
    """
    return {_key().public_key().public_bytes_raw(), *map(bytes.fromhex, settings.SEAL_EARLIER_KEYS), *_restored()}


def trust_earlier(keys: Iterable[bytes]) -> list[str]:
    """From now on blocks signed by these public keys are ours too; gives, as text, those that were not before."""
    new = set(keys) - trusted_keys()
    if new:
        put_secret(_earlier(), "\n".join(sorted(key.hex() for key in new | _restored())))
    return sorted(key.hex() for key in new)


def _restored() -> set[bytes]:
    lines = _earlier().read_text("ascii").split() if _earlier().exists() else []
    return set(map(bytes.fromhex, lines))


def _earlier() -> Path:
    return Path(settings.DATA, _EARLIER)


def _key() -> Ed25519PrivateKey:
    text = settings.SEAL_KEY or kept_secret(settings.DATA / "seal-key", _new_key)
    return Ed25519PrivateKey.from_private_bytes(base64.b64decode(text))


def _new_key() -> str:
    return base64.b64encode(Ed25519PrivateKey.generate().private_bytes_raw()).decode()
