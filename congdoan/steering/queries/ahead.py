"""What will be late: the outlook of each open part whose due day is near."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from congdoan.plans.models import Assignment
from congdoan.plans.queries.work.conditions import OWED
from congdoan.steering.forecast.outlook import Outlook, outlook
from congdoan.steering.queries.like import histories, own_histories, with_band
from congdoan.steering.queries.scope import Steered
from congdoan.steering.queries.waiting import Waiting, waits_of

DAYS_AHEAD: Final = 60
MOST: Final = 400
"""Parts that are looked at: those due first."""


@dataclass(frozen=True, slots=True)
class Ahead:
    part: Assignment
    outlook: Outlook
    wait: Waiting | None = None

    @property
    def percent(self) -> int:
        return round(self.outlook.chance * 100)

    @property
    def basis(self) -> str:
        """What the figure rests on, in words."""
        seen, own, left = self.outlook.alike, self.outlook.own, self.outlook.left
        when = f"còn {left} ngày" if left else "đến ngày hạn"
        words = f"{seen.count} việc như thế này ({self.outlook.group}) chưa xong khi {when}: {seen.late} việc trễ"
        words = f"{words}; riêng đơn vị này {own.late}/{own.count} việc trễ" if own.count else words
        return f"{words}; {self.wait.basis}" if self.wait else words


@dataclass(frozen=True, slots=True)
class Forecast:
    """`rows`: the likeliest first. `without_basis`: how many parts nothing can be said of. `is_cut`: more are due."""

    rows: Sequence[Ahead]
    without_basis: int
    is_cut: bool

    @property
    def likely(self) -> list[Ahead]:
        return [row for row in self.rows if row.outlook.is_likely]

    @property
    def expected(self) -> int:
        """How many will be late if like work is a guide: the sum of the chances."""
        return round(sum(row.outlook.chance for row in self.rows))


def forecast(steered: Steered) -> Forecast:
    """Three queries, three more where tasks come after others. Of the parts owed and due within DAYS_AHEAD days, at
    most MOST.
    """
    today = steered.today
    near = steered.parts().filter(state__in=OWED, due__range=(today, today + timedelta(days=DAYS_AHEAD)))
    found = with_band(near).select_related("task", "plan", "unit").order_by("due", "pk")
    parts = list(found[: MOST + 1])
    cut, parts = len(parts) > MOST, parts[:MOST]
    if not parts:
        return Forecast([], 0, False)
    known, own = histories(steered), own_histories(steered, [part.unit_id for part in parts])
    waits = waits_of(parts, today)
    rows = []
    for part in parts:
        assert part.due is not None
        groups = known.groups(part.unit.kind, part.band)
        found_outlook = outlook((part.due - today).days, groups, own.get(part.unit_id))
        if found_outlook is not None:
            rows.append(Ahead(part, found_outlook, waits.get(part.pk)))
    rows.sort(key=lambda row: (-row.outlook.chance, row.part.due, row.part.pk))
    return Forecast(rows, len(parts) - len(rows), cut)
