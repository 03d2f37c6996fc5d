"""Whether an object is still as somebody saw it; if not, who changed it."""

import hashlib
from collections.abc import Iterable

from django.db import models

from congdoan.core import clock
from congdoan.core.audit.history import HistoryEntry, history_of
from congdoan.core.errors import Conflict


def state_of(obj: models.Model | None, fields: Iterable[str]) -> str:
    """Short words that differ when one of the fields does; a form keeps them while it is filled in."""
    if obj is None:
        return "none"
    values = repr([getattr(obj, obj._meta.get_field(name).attname) for name in fields])  # type: ignore[union-attr]
    return hashlib.sha256(values.encode()).hexdigest()[:16]


def require_unchanged(obj: models.Model, seen: str | None, fields: Iterable[str], what: str) -> None:
    """Raises Conflict, which says who changed what and when, unless the fields are as they were `seen`.

    The caller holds the row lock. Nothing seen (None or empty) is asked by code, which means it.
    """
    if seen and seen != state_of(obj, fields):
        raise Conflict(f"{latest_change(obj, what)} So lại với nội dung đang nhập, rồi nhấn lần nữa để thay.")


def latest_change(obj: models.Model, what: str) -> str:
    """Lê Minh đã sửa đơn vị lúc 14:05 ngày 15/03/2023 (điện thoại: 0275 111)."""
    entry = history_of(obj)[0]
    verb = "ghi" if entry.what == "insert" else "sửa"
    changes = "; ".join(f"{change.field}: {change.new}" for change in entry.changes)
    return f"{entry.who or 'Hệ thống'} đã {verb} {what}{_when(entry)}{f' ({changes})' if changes else ''}."


def _when(entry: HistoryEntry) -> str:
    return f" lúc {clock.in_words(entry.at)}" if entry.at else ""
