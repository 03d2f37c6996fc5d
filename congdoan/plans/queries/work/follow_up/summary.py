"""The counts of a wide plan that are kept: read by who sees the whole plan; what changed since is counted anew."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, ExpressionWrapper, Max, Min, OuterRef, Q, QuerySet
from django.db.models.fields import BooleanField

from congdoan.core.finding import find
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import scope
from congdoan.plans.models import Assignment, AssignmentState, FollowUpChange, FollowUpSummary, Plan
from congdoan.plans.queries.local.coverage import Coverage, coverage_by_task
from congdoan.plans.queries.work.conditions import OWED, WAITING
from congdoan.plans.queries.work.follow_up.branches import Branch, branches_of, column_of, columns_by
from congdoan.plans.queries.work.follow_up.scope import FollowUp

WIDE: Final = 5_000
"""Parts of a plan from which on its counts are kept; those of others are counted when they are looked at."""


@dataclass(frozen=True, slots=True)
class PartGroup:
    """Parts of one task in one column that look the same on every day: `stuck` have a difficulty without answer."""

    task: int
    role: str
    column: int | str
    state: str
    due: date | None
    stuck: bool
    count: int
    last_report: date | None
    last_done: date | None
    given_on: date | None

    def is_late(self, today: date) -> bool:
        return self.state in OWED and self.due is not None and self.due < today


@dataclass(frozen=True, slots=True)
class Summary:
    """`branches` as the columns of the matrix count them; `by` says what a column is, as `columns_by`."""

    by: str
    groups: tuple[PartGroup, ...]
    coverage: dict[int, Coverage]
    plan: int
    branches: list[Branch]

    def by_role(self, today: date) -> Iterator[dict[str, Any]]:
        """For each task and role what `task_rows` asks of the assignments on that day."""
        yield from self._together(today, lambda group: (group.task, group.role)).values()

    def cells(self, today: date) -> Iterator[dict[str, Any]]:
        """For each task, column and role the counts of that day."""
        found = self._together(today, lambda group: (group.task, group.role, group.column))
        yield from ({**row, "column": column} for (_, _, column), row in found.items())

    def _together(self, today: date, key: Callable[[PartGroup], Any]) -> dict[Any, dict[str, Any]]:
        found: dict[Any, dict[str, Any]] = {}
        for group in self.groups:
            row = found.setdefault(key(group), _empty(group))
            _count(row, group, today)
        return found

    def units(self, start: int, stop: int) -> list[int]:
        """Ids of the units at these places, by rank and name; one query."""
        place = f"units__{start}_{stop}"
        return find(FollowUpSummary.objects.values_list(place, flat=True), self.plan) or []


def summary_of(follow_up: FollowUp) -> Summary | None:
    """None where the plan is not wide, other units have parts of it just now, or the person looks at a part.

    One query; two more where something was reported since the worker counted.
    """
    plan = follow_up.plan
    if follow_up.is_filtered or not scope(follow_up.user, "tasks.view").covers(plan.unit):
        return None
    changed = ArraySubquery(_CHANGES.order_by().values("task").distinct())
    found = FollowUpSummary.objects.filter(plan=plan).values_list("figures", changed).first()
    if found is None or None in found[1]:
        return None
    kept = _read(plan.pk, found[0])
    return _counted_anew(kept, plan, set(found[1])) if found[1] else kept


def _counted_anew(kept: Summary, plan: Plan, tasks: set[int]) -> Summary:
    """With these tasks as their rows are now."""
    given = _given(plan).filter(task__in=tasks)
    groups = [group for group in kept.groups if group.task not in tasks]
    coverage = {task: one for task, one in kept.coverage.items() if task not in tasks}
    return replace(
        kept,
        groups=(*groups, *(PartGroup(*row) for row in _groups(given, column_of(kept.by, plan.unit)))),
        coverage=coverage | coverage_by_task(given, plan),
    )


_CHANGES: Final = FollowUpChange.objects.filter(Q(followed=OuterRef("plan")) | Q(followed=0))


def true_summaries() -> QuerySet[FollowUpSummary]:
    """Those since which nothing has changed."""
    return FollowUpSummary.objects.filter(~Exists(_CHANGES))


def _given(plan: Plan) -> QuerySet[Assignment]:
    return Assignment.objects.filter(plan=plan).exclude(state=AssignmentState.WITHDRAWN).order_by()


def _groups(given: QuerySet[Assignment], column: Any) -> "QuerySet[Assignment, tuple[Any, ...]]":
    """The fields of `PartGroup`."""
    stuck = ExpressionWrapper(Q(open_obstacles__gt=0), output_field=BooleanField())
    fields = ("task", "role", "column", "state", "due", "stuck")
    groups = given.annotate(stuck=stuck, column=column).values_list(*fields)
    counted = groups.annotate(Count("pk"), Max("last_report_on"), Max("done_on"), Min("given_on"))
    return counted.order_by(*fields)


def kept_of(plan: Plan) -> dict[str, Any]:
    """The fields of what is kept, counted from the rows; in `figures` lists and texts only."""
    given = _given(plan)
    units = Unit.objects.filter(pk__in=list(given.values_list("unit", flat=True).distinct()))
    branches = sorted(branches_of(units, plan.unit))
    by = columns_by(branches)
    figures = {
        "by": by,
        "groups": [[_plain(cell) for cell in row] for row in _groups(given, column_of(by, plan.unit))],
        "coverage": {
            str(task): [one.units, one.in_force, one.drafting, one.twice]
            for task, one in sorted(coverage_by_task(given, plan).items())
        },
        "branches": [list(one) for one in branches],
    }
    return {"figures": figures, "units": list(units.order_by("rank", "sort_key", "pk").values_list("pk", flat=True))}


def _read(plan: int, kept: dict[str, Any]) -> Summary:
    return Summary(
        plan=plan,
        by=kept["by"],
        groups=tuple(_group(row) for row in kept["groups"]),
        coverage={int(task): Coverage(*numbers) for task, numbers in kept["coverage"].items()},
        branches=[(branch, kind, count) for branch, kind, count in kept["branches"]],
    )


def _group(row: list[Any]) -> PartGroup:
    task, role, column, state, due, stuck, count, *days = row
    return PartGroup(task, role, column, state, _day(due), stuck, count, *map(_day, days))


def _plain(cell: Any) -> Any:
    return cell.isoformat() if isinstance(cell, date) else cell


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _empty(group: PartGroup) -> dict[str, Any]:
    counts = dict.fromkeys(("total", "done", "waiting", "late", "obstacle", "new", "paused", "matching"), 0)
    days = dict.fromkeys(("first_late", "last_report", "last_done", "first_given"))
    return {"task_id": group.task, "role": group.role, **counts, **days}


def _count(row: dict[str, Any], group: PartGroup, today: date) -> None:
    """As `counts.aggregates` says it of rows."""
    late = group.is_late(today)
    for name, holds in (
        ("total", True),
        ("matching", True),
        ("done", group.state == AssignmentState.DONE),
        ("waiting", group.state in WAITING),
        ("late", late),
        ("obstacle", group.state in OWED and not late and group.stuck),
        ("new", group.state == AssignmentState.NEW and not late and not group.stuck),
        ("paused", group.state == AssignmentState.PAUSED),
    ):
        row[name] += group.count if holds else 0
    if late:
        row["first_late"] = _first((row["first_late"], group.due))
    row["last_report"] = _last((row["last_report"], group.last_report))
    row["last_done"] = _last((row["last_done"], group.last_done))
    row["first_given"] = _first((row["first_given"], group.given_on))


def _first(days: Iterable[date | None]) -> date | None:
    return min(filter(None, days), default=None)


def _last(days: Iterable[date | None]) -> date | None:
    return max(filter(None, days), default=None)
