"""Notes of files whose rows are not committed yet, or not gone yet: what a crash leaves behind is found by its note.

A note is an empty file beside the others, named by the digest. It is made while the transaction holds the row of the
digest, before the bytes change, and it goes after the commit.
"""

import secrets
from datetime import datetime
from typing import Final

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection, transaction

from congdoan.core.backup.moment import BACKING_UP
from congdoan.core.files.paths import path_of

_FOLDER: Final = "doubtful"
_DIGEST: Final = 64
_LOCK: Final = """
    insert into core_blob (sha256, size, content_type, created_at) values (%s, 0, '', now())
    on conflict do nothing
"""
"""Waits for whoever is putting in or taking out these bytes; makes a row only when there is none."""


def note(digest: str) -> str:
    """Leave a note; gives its name."""
    name: str = default_storage.save(f"{_FOLDER}/{digest}-{secrets.token_hex(4)}", ContentFile(b""))
    return name


def forget(name: str) -> None:
    default_storage.delete(name)


def noted() -> dict[str, str]:
    """The names of all notes, with the digest that each is about."""
    try:
        names = default_storage.listdir(_FOLDER)[1]
    except FileNotFoundError:
        return {}
    return {f"{_FOLDER}/{name}": name[:_DIGEST] for name in names}


def noted_at(name: str) -> datetime | None:
    """When the note was made; nothing when it is gone."""
    try:
        at: datetime = default_storage.get_modified_time(name)
    except FileNotFoundError:
        return None
    return at


def settle(name: str, digest: str) -> bool:
    """Remove the bytes unless a row refers to them, then the note; False while a backup may still want the bytes."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_LOCK, [digest])
        if cursor.rowcount:
            cursor.execute("delete from core_blob where sha256 = %s", [digest])
            cursor.execute("select pg_try_advisory_xact_lock(%s)", [BACKING_UP])
            if not cursor.fetchone()[0]:
                return False
            default_storage.delete(path_of(digest))
    forget(name)
    return True


def settle_all() -> int:
    """Settle every note; returns how many."""
    return sum(settle(name, digest) for name, digest in noted().items())
