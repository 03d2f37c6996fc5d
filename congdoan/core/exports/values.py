"""What the values of a list look like in a sheet."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from typing import Any, TypeGuard

from django.db.models import QuerySet
from django.utils import timezone

_FIRST_DAY_OF_EXCEL = date(1900, 3, 1)  # Excel counts a 29/2/1900 that never was
_ROWS_AT_ONCE = 2_000
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def read(rows: Iterable[Any]) -> Iterable[Any]:
    """A queryset by a server-side cursor, never as a whole."""
    return rows.iterator(chunk_size=_ROWS_AT_ONCE) if isinstance(rows, QuerySet) else rows


def is_number(value: object) -> TypeGuard[int | float | Decimal]:
    return isinstance(value, (int, float, Decimal)) and not isinstance(value, bool) and isfinite(value)


def is_known_to_excel(value: date) -> bool:
    day = value.date() if isinstance(value, datetime) else value
    return day >= _FIRST_DAY_OF_EXCEL


def local(value: date) -> date:
    """A moment as the clock of the office shows it, without its zone; a day as it is."""
    if isinstance(value, datetime) and timezone.is_aware(value):
        return timezone.make_naive(value)
    return value


def as_text(value: object) -> str:
    if isinstance(value, datetime):
        return f"{local(value):%d/%m/%Y %H:%M}"
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)


def guarded(text: str) -> str:
    """Text that a spreadsheet would run as a formula gets an apostrophe, which makes it text again."""
    return f"'{text}" if text.startswith(_FORMULA) else text
