"""Burn-up: how much was due up to each day, against how much of it was accepted."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from django.db.models import Count

from congdoan.core.periods import period_of
from congdoan.plans.models import AssignmentState
from congdoan.steering.queries.scope import Steered


@dataclass(frozen=True, slots=True)
class Line:
    """A line that only rises: on each of `days` it comes to the figure of the same place in `upto`."""

    days: Sequence[date]
    upto: Sequence[int]

    @classmethod
    def of(cls, counted: Sequence[tuple[date, int]]) -> "Line":
        return cls([day for day, _ in counted], list(accumulate(count for _, count in counted)))

    def on(self, day: date) -> int:
        """The figure at the end of the day."""
        place = bisect_right(self.days, day)
        return self.upto[place - 1] if place else 0

    @property
    def whole(self) -> int:
        return self.upto[-1] if self.upto else 0


@dataclass(frozen=True, slots=True)
class MonthRow:
    """At the end of a month; nothing is known of what will be done after today."""

    name: str
    ends_on: date
    due: int
    done: int | None

    @property
    def behind(self) -> int | None:
        return None if self.done is None else self.due - self.done

    @property
    def ahead(self) -> int | None:
        return None if self.behind is None else -self.behind


@dataclass(frozen=True, slots=True)
class Burnup:
    """`undated` parts have no due day: they count in what was accepted, never in what is due."""

    due: Line
    done: Line
    total: int
    undated: int
    starts: date
    ends: date
    today: date

    @property
    def due_now(self) -> int:
        """Up to yesterday: what is due today may still be done."""
        return self.due.on(self.today - timedelta(days=1))

    @property
    def done_now(self) -> int:
        return self.done.on(self.today)

    @property
    def behind(self) -> int:
        """How much less is accepted than was due."""
        return max(self.due_now - self.done_now, 0)

    def months(self) -> list[MonthRow]:
        rows, period = [], period_of("monthly", self.starts)
        while period.starts_on <= self.ends:
            known = period.starts_on <= self.today
            done = self.done.on(min(period.ends_on, self.today)) if known else None
            rows.append(MonthRow(period.name, period.ends_on, self.due.on(period.ends_on), done))
            period = period.following
        return rows


def burnup(steered: Steered) -> Burnup | None:
    """Two queries; None where nothing has a day."""
    parts = steered.parts()
    due = list(parts.values_list("due").annotate(count=Count("pk")).order_by("due"))
    accepted = parts.filter(state=AssignmentState.DONE, done_on__isnull=False)
    done = list(accepted.values_list("done_on").annotate(count=Count("pk")).order_by("done_on"))
    dated = [(day, count) for day, count in due if day]
    if not dated and not done:
        return None
    days = [day for day, _ in (*dated, *done)] + [steered.today]
    return Burnup(
        Line.of(dated),
        Line.of(done),
        sum(count for _, count in due),
        sum(count for day, count in due if day is None),
        period_of("monthly", min(days)).starts_on,
        period_of("monthly", max(days)).ends_on,
        steered.today,
    )
