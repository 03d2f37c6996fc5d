"""A month of due days: for each day what is due, by task."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from congdoan.core.models import WorkdayException
from congdoan.core.periods import Period
from congdoan.plans.queries.work.follow_up.counts import Counts, aggregates, counts_from, together
from congdoan.steering.queries.scope import Steered

SHOWN: Final = 3
_MOST: Final = 600
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DueTask:
    task_id: int
    plan_id: int
    number: str
    title: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """`off` says why nobody works; `is_outside`: it belongs to the month before or after."""

    day: date
    tasks: Sequence[DueTask]
    is_outside: bool
    is_today: bool
    off: str

    @property
    def counts(self) -> Counts:
        return together(task.counts for task in self.tasks)

    @property
    def shown(self) -> Sequence[DueTask]:
        return self.tasks[:SHOWN]

    @property
    def rest(self) -> Sequence[DueTask]:
        return self.tasks[SHOWN:]

    @property
    def more(self) -> int:
        return len(self.rest)


@dataclass(frozen=True, slots=True)
class Month:
    """`is_cut`: more is due than is read."""

    period: Period
    weeks: Sequence[Sequence[CalendarDay]]
    is_cut: bool

    @property
    def whole(self) -> Counts:
        return together(day.counts for week in self.weeks for day in week if not day.is_outside)


def month_of(steered: Steered, period: Period) -> Month:
    """Whole weeks from Monday on; two queries."""
    first = period.starts_on - period.starts_on.weekday() * _DAY
    last = period.ends_on + (6 - period.ends_on.weekday()) * _DAY
    found = (
        steered.parts()
        .filter(due__range=(period.starts_on, period.ends_on))
        .values("due", "task_id", "plan_id", "task__number", "task__title")
        .annotate(**aggregates(steered.today))
        .order_by("due", "plan_id", "task__order")[: _MOST + 1]
    )
    rows = list(found)
    tasks: dict[date, list[DueTask]] = defaultdict(list)
    for row in rows[:_MOST]:
        assert row["due"] is not None
        task = DueTask(row["task_id"], row["plan_id"], row["task__number"], row["task__title"], counts_from(row))
        tasks[row["due"]].append(task)
    off = _days_off(first, last)
    days = [
        CalendarDay(day, tasks.get(day, ()), not period.starts_on <= day <= period.ends_on, day == steered.today, why)
        for day in (first + n * _DAY for n in range((last - first).days + 1))
        for why in [off.get(day, "")]
    ]
    return Month(period, [days[at : at + 7] for at in range(0, len(days), 7)], len(rows) > _MOST)


def _days_off(first: date, last: date) -> dict[date, str]:
    """Holidays with their names; Saturdays and Sundays that are not worked."""
    found = {first + n * _DAY: "Cuối tuần" for n in range((last - first).days + 1) if (first + n * _DAY).weekday() >= 5}
    for day, is_worked, name in WorkdayException.objects.filter(day__range=(first, last)).values_list(
        "day", "is_worked", "name"
    ):
        if is_worked:
            found.pop(day, None)
        else:
            found[day] = name
    return found
