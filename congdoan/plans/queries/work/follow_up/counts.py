"""Assignments counted by how they look, and what such counts mean together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q

from congdoan.plans.models import AssignmentState
from congdoan.plans.queries.work.conditions import OWED, WAITING, late


@dataclass(frozen=True, slots=True)
class Counts:
    """How many parts there are, and of them done, waiting, late, stuck (late ones apart), new, paused."""

    total: int = 0
    done: int = 0
    waiting: int = 0
    late: int = 0
    obstacle: int = 0
    new: int = 0
    paused: int = 0

    @property
    def doing(self) -> int:
        return self.total - self.done - self.waiting - self.late - self.obstacle - self.new - self.paused

    @property
    def look(self) -> str:
        """One state for all of them: what needs attention first."""
        if self.late:
            return "late"
        if self.obstacle:
            return "obstacle"
        if self.done == self.total:
            return "done"
        if self.done + self.waiting == self.total:
            return "waiting"
        if self.new == self.total:
            return "new"
        return "paused" if self.paused == self.total else "doing"

    @property
    def parts(self) -> list[tuple[str, str, int]]:
        """For a bar of shares; states that nothing is in are left out, but for the three usual ones."""
        rows = [
            ("done", "Hoàn thành", self.done),
            ("waiting", "Chờ xác nhận", self.waiting),
            ("doing", "Đang thực hiện", self.doing),
            ("new", "Chưa nhận", self.new),
            ("obstacle", "Có vướng mắc", self.obstacle),
            ("paused", "Tạm dừng", self.paused),
            ("late", "Quá hạn", self.late),
        ]
        return [row for row in rows if row[2] or row[0] in ("done", "doing", "late")]


def aggregates(today: date) -> dict[str, Any]:
    """For `annotate()` or `aggregate()` over assignments; the names are those of `Counts`."""
    owed_in_time = Q(state__in=OWED) & ~late(today)
    return {
        "total": Count("pk"),
        "done": Count("pk", filter=Q(state=AssignmentState.DONE)),
        "waiting": Count("pk", filter=Q(state__in=WAITING)),
        "late": Count("pk", filter=late(today)),
        "obstacle": Count("pk", filter=owed_in_time & Q(open_obstacles__gt=0)),
        "new": Count("pk", filter=Q(state=AssignmentState.NEW, open_obstacles=0) & ~late(today)),
        "paused": Count("pk", filter=Q(state=AssignmentState.PAUSED)),
    }


def counts_from(row: Mapping[str, Any]) -> Counts:
    return Counts(**{name: row[name] for name in Counts.__dataclass_fields__})


def together(all_counts: Iterable[Counts]) -> Counts:
    rows = list(all_counts)
    return Counts(**{name: sum(getattr(row, name) for row in rows) for name in Counts.__dataclass_fields__})


def of_looks(looks: Iterable[str]) -> Counts:
    """Counts of things that each have one look."""
    found = list(looks)
    named = {name: found.count(name) for name in ("done", "waiting", "late", "obstacle", "new", "paused")}
    return Counts(total=len(found), **named)
