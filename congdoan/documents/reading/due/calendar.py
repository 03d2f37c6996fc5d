"""What an unwritten year, or "from the day of signing", refers to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from congdoan.documents.reading.header.horizon import last_of_month

_JUST_PAST = 60
"""Days before the paper's own that are not yet next year's."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The day of the paper and the horizon of its plan.

    `over_new_year`: it is for a time that begins in one year and ends in the next.
    """

    issued: date | None = None
    until: date | None = None
    over_new_year: bool = False

    @property
    def year(self) -> int | None:
        """The year meant where none is printed: that of a plan for one year, else the paper's own."""
        if self.until and (self.issued is None or self.until.year - self.issued.year <= 1):
            return self.until.year
        return self.issued.year if self.issued else None

    def year_of(self, month: int, day: int = 31) -> int | None:
        """The year of a day printed without one; over New Year the next such day after the paper's own."""
        if self.over_new_year and self.issued is not None:
            behind = (self.issued.month - month) * 30 + self.issued.day - min(day, 30)
            return self.issued.year + (behind > _JUST_PAST)
        return self.year

    @property
    def is_for_one_year(self) -> bool:
        """Whether a day without a year can only be in one."""
        return self.until is None or self.until.year == self.year

    def knows_year_of(self, day: date) -> bool:
        """Whether a day printed without a year can only be `day`: not one still to come in the paper's own year."""
        if not self.is_for_one_year:
            return False
        return (
            self.issued is None or day.year == self.issued.year or day.timetuple()[1:3] < self.issued.timetuple()[1:3]
        )

    def after(self, count: int, unit: str, *, working: bool) -> date | None:
        """`count` units ("ngay", "tuan", "thang") after the day of the paper; working days are Monday to Friday."""
        if self.issued is None:
            return None
        if unit == "thang":
            months = self.issued.month - 1 + count
            year, month = self.issued.year + months // 12, months % 12 + 1
            return date(year, month, min(self.issued.day, last_of_month(year, month).day))
        if working:
            return _working_days(self.issued, count)
        return self.issued + timedelta(days=count * (7 if unit == "tuan" else 1))


def _working_days(start: date, count: int) -> date:
    day = start
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day
