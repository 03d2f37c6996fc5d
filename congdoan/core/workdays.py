"""Working days: Monday to Friday, less public holidays, with the swapped days announced each year."""

from collections.abc import Iterator
from datetime import date, timedelta

from congdoan.core.models.rules import WorkdayException

_DAY = timedelta(days=1)


def is_workday(day: date) -> bool:
    return next(_workdays_from(day)) == day


def begins_week(day: date) -> bool:
    """Whether it is the first working day of its week."""
    return is_workday(day) and add_workdays(day, -1) < day - day.weekday() * _DAY


def add_workdays(day: date, count: int) -> date:
    """The day `count` working days after `day` (before it when negative)."""
    step = 1 if count >= 0 else -1
    days = _workdays_from(day + step * _DAY, step=step)
    result = day
    for _ in range(abs(count)):
        result = next(days)
    return result


def workdays_between(start: date, end: date) -> int:
    """Working days after `start` up to and including `end`; negative when `end` is before `start`."""
    if end < start:
        return -workdays_between(end, start)
    exceptions = _exceptions(start, end)
    days = (start + _DAY * n for n in range(1, (end - start).days + 1))
    return sum(exceptions.get(day, day.weekday() < 5) for day in days)


def _workdays_from(day: date, *, step: int = 1) -> Iterator[date]:
    exceptions = _exceptions(day - 400 * _DAY, day + 400 * _DAY)
    while True:
        if exceptions.get(day, day.weekday() < 5):
            yield day
        day += step * _DAY


def _exceptions(start: date, end: date) -> dict[date, bool]:
    return dict(WorkdayException.objects.filter(day__range=(start, end)).values_list("day", "is_worked"))
