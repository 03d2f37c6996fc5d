"""The installation's secret key: without it, second factors kept in the database cannot be read again."""

import hashlib
import os
from pathlib import Path

from django.conf import settings

from congdoan.config.data_folder import put_secret

VARIABLE = "CONGDOAN_SECRET_KEY"


def keyprint(key: str) -> str:
    """What tells one key from another and gives none away."""
    return hashlib.sha256(b"congdoan.backup:" + key.encode()).hexdigest()[:16]


def key_to_keep() -> str:
    """The key where this installation keeps it in its data folder; empty where the operator gives it."""
    return "" if os.environ.get(VARIABLE) else str(settings.SECRET_KEY)


def put_key(key: str) -> bool:
    """Make `key` the installation's own from the next start on; False where the operator gives another."""
    if os.environ.get(VARIABLE):
        return False
    put_secret(Path(settings.DATA, "secret-key"), key)
    return True
