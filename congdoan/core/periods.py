"""The months, quarters, half years and years of what recurs: work, reports."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

_MONTHS: Final = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12}
_ROMAN: Final = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Period:
    """From `starts_on` up to and including `ends_on`."""

    recurrence: str
    starts_on: date
    ends_on: date

    @property
    def name(self) -> str:
        """As papers write it: "Tháng 3/2023", "Quý I/2023", "6 tháng đầu năm 2023", "Năm 2023"."""
        year, month = self.starts_on.year, self.starts_on.month
        match self.recurrence:
            case "monthly":
                return f"Tháng {month}/{year}"
            case "quarterly":
                return f"Quý {_ROMAN[month // 3]}/{year}"
            case "half_yearly":
                return f"6 tháng {'đầu' if month == 1 else 'cuối'} năm {year}"
        return f"Năm {year}"

    @property
    def following(self) -> Period:
        return period_of(self.recurrence, self.ends_on + timedelta(days=1))


def has_periods(recurrence: str) -> bool:
    """Ongoing work has none."""
    return recurrence in _MONTHS


def period_of(recurrence: str, day: date) -> Period:
    """The period in which `day` lies; `recurrence` is monthly, quarterly, half_yearly or yearly."""
    months = _MONTHS[recurrence]
    first = (day.month - 1) // months * months + 1
    return Period(recurrence, date(day.year, first, 1), last_of_month(day.year, first + months - 1))


def last_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
