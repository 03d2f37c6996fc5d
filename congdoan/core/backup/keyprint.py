"""The installation's secret key: without it, second factors kept in the database cannot be read again."""

import hashlib
import os
from pathlib import Path

from django.conf import settings

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
    place = Path(settings.DATA, "secret-key")
    unfinished = place.with_name(f".{place.name}.restored")
    unfinished.unlink(missing_ok=True)
    with os.fdopen(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as out:
        out.write(key + "\n")
        if os.geteuid() == 0:
            os.fchown(out.fileno(), place.parent.stat().st_uid, -1)
    unfinished.replace(place)
    return True
