"""Whether the installation is well, part by part, and what to do about a part that is not."""

from dataclasses import dataclass
from typing import Final

from django.db import DatabaseError, InterfaceError, connection

from congdoan.core.seeing.state import State, state_now

SILENT: Final = 60.0
"""Seconds without a sign of the worker, which gives one every ten, until it counts as gone."""
WAITING: Final = 600.0
"""Seconds that a job may wait for the worker."""
ROOM: Final = 500 * 1024**2
"""Bytes that must be free."""


@dataclass(frozen=True, slots=True)
class Part:
    """`well` False makes the whole unwell; `warns` asks for attention only: an old backup stops no page."""

    name: str
    well: bool
    figures: dict[str, float | int | None]
    warns: bool = False


def health() -> list[Part]:
    """Every part; only the database when that is away, for nothing else can be known then."""
    try:
        now = state_now()
    except (DatabaseError, InterfaceError):
        return [Part("database", False, {})]
    return parts_of(now)


def parts_of(now: State) -> list[Part]:
    waited = now.oldest_waiting or 0.0
    silent = now.worker_silent
    return [
        Part("database", True, {"ms": now.database_ms, "bytes": now.database_bytes}),
        Part("worker", silent is not None and silent <= SILENT, {"silent_seconds": silent}),
        Part("jobs", waited <= WAITING, {"oldest_waiting_seconds": now.oldest_waiting}),
        Part("disk", now.disk_free >= ROOM, {"free_bytes": now.disk_free, "total_bytes": now.disk_total}),
        Part("backup", True, {"age_seconds": now.backup_age}, warns=now.backup_overdue),
    ]


def can_serve() -> bool:
    """Whether this process reaches the database: all that pages need."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("select 1")
    except (DatabaseError, InterfaceError):
        return False
    return True
