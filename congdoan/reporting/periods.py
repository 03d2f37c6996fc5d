"""The days of a report's data: Decree 09/2019/NĐ-CP closes them in the last month of the period, the rule says when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from congdoan.core.periods import Period, period_of
from congdoan.core.rules import rule_on
from congdoan.core.workdays import add_workdays

CUT_DAY: Final = "reporting.cut.day"
OPEN_DAYS: Final = "reporting.open.days"
_WHOLE_MONTHS: Final = 28
"""From here on the rule means the last day of the month."""


@dataclass(frozen=True, slots=True)
class DataPeriod:
    """Data from `starts_on` up to and including `ends_on`; `name` as papers write it: "Quý I/2023"."""

    name: str
    starts_on: date
    ends_on: date


def data_period(every: str, day: date) -> DataPeriod:
    """The period of reports in whose months `day` lies; its data begin and end by the rule of its last month."""
    return _closed(period_of(every, day))


def period_after(every: str, ends_on: date) -> DataPeriod:
    """The period whose data follow those that ended on the day."""
    return _closed(period_of(every, ends_on).following)


def due_of(ends_on: date, working_days: int) -> date:
    return add_workdays(ends_on, working_days)


def opens_on(period: DataPeriod) -> date:
    """The day on which drafts of a recurring report are made: some days before its data are closed."""
    return period.ends_on - timedelta(days=int(rule_on(OPEN_DAYS, period.ends_on)))


def is_day_of_month(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 31


def _closed(period: Period) -> DataPeriod:
    """From the day after the last closing up to the closing day of the last month."""
    first_month = (period.starts_on - timedelta(days=1)).replace(day=1)
    return DataPeriod(period.name, _cut(first_month) + timedelta(days=1), _cut(period.ends_on))


def _cut(month: date) -> date:
    last = (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    day = int(rule_on(CUT_DAY, last))
    return last if day >= _WHOLE_MONTHS else month.replace(day=day)
