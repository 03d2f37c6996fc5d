"""Which day it is for business: the one place that says so. Moments in the audit stay real.

The demo federation begins on a day of its own and moves on with real days; tests move the day as they like.
"""

import time
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.conf import settings
from django.utils import timezone

from congdoan.core.models.clock import ClockSetting


class _Kept(NamedTuple):
    offset: timedelta
    until: float


_kept = _Kept(timedelta(), 0.0)


def now() -> datetime:
    """The real moment."""
    return timezone.now()


def real_today() -> date:
    """The real day in Vietnam."""
    return timezone.localdate()


def today() -> date:
    """The business day: the real day, moved by the offset set for this installation."""
    return real_today() + _offset()


def in_words(moment: datetime) -> str:
    """How a person is told of a moment: "09:41 ngày 15/03/2023", the hour of the real one on its business day."""
    return f"{timezone.localtime(moment) + _offset():%H:%M ngày %d/%m/%Y}"


def is_moved() -> bool:
    """Whether the business day differs from the real one; pages say so while it does."""
    return _offset() != timedelta()


def set_today(day: date) -> None:
    """Make `day` the business day from now on; it moves on with real days."""
    ClockSetting.objects.update_or_create(pk=1, defaults={"offset": day - real_today()})
    forget()


def reset() -> None:
    """The business day is the real day again."""
    ClockSetting.objects.all().delete()
    forget()


def forget() -> None:
    """Ask the database again at the next question."""
    global _kept
    _kept = _Kept(timedelta(), 0.0)


def _offset() -> timedelta:
    global _kept
    if time.monotonic() >= _kept.until:
        offset = ClockSetting.objects.values_list("offset", flat=True).first() or timedelta()
        _kept = _Kept(offset, time.monotonic() + settings.CLOCK_KEPT_SECONDS)
    return _kept.offset
