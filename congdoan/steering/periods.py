"""The period that a page of steering looks at, as the address has it: "2023", "2023-q1", "2023-03"."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from congdoan.core.periods import Period, period_of

_WRITTEN: Final = re.compile(r"([0-9]{4})(?:-(?:q([1-4])|(0[1-9]|1[0-2])))?")


def period_asked(text: str) -> Period | None:
    """None for anything that names no year, quarter or month."""
    found = _WRITTEN.fullmatch(text)
    if found is None or int(found[1]) < date.min.year + 1 or int(found[1]) >= date.max.year:
        return None
    year = int(found[1])
    if found[2]:
        return period_of("quarterly", date(year, int(found[2]) * 3, 1))
    return period_of("monthly", date(year, int(found[3]), 1)) if found[3] else period_of("yearly", date(year, 1, 1))


def written(period: Period) -> str:
    """How the address has it."""
    day = period.starts_on
    if period.recurrence == "quarterly":
        return f"{day.year}-q{(day.month + 2) // 3}"
    return f"{day.year}" if period.recurrence == "yearly" else f"{day.year}-{day.month:02d}"


def near_periods(today: date) -> Sequence[Period]:
    """What is offered to choose: this month and the next, this quarter and the last, this year, the last, the next."""
    month, quarter, year = (period_of(kind, today) for kind in ("monthly", "quarterly", "yearly"))
    return [
        month,
        month.following,
        quarter,
        period_of("quarterly", quarter.starts_on - timedelta(days=1)),
        year,
        period_of("yearly", year.starts_on - timedelta(days=1)),
        year.following,
    ]
