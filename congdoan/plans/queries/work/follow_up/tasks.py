"""The tasks of a plan, each with what all its units together have reached."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, Max, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from congdoan.plans.models import AssignmentTarget, PartyRole, Section, Task
from congdoan.plans.queries.work.conditions import late
from congdoan.plans.queries.work.follow_up.counts import Counts, aggregates, counts_from
from congdoan.plans.queries.work.follow_up.scope import FollowUp
from congdoan.plans.queries.work.follow_up.summary import Summary
from congdoan.plans.queries.work.looks import Look, look_of
from congdoan.plans.queries.work.report_lines import figure_text

_LATE_FIRST = ("late", "obstacle", "soon", "doing", "new", "waiting", "paused", "done")


@dataclass(slots=True)
class TaskRow:
    """A task in sum: it follows its lead units, and all of them when none leads."""

    task: Task
    today: date
    by_role: dict[str, Counts] = field(default_factory=dict)
    first_late: date | None = None
    last_report: date | None = None
    last_done: date | None = None
    given_on: date | None = None
    reached: Decimal | None = None
    total: Decimal | None = None
    unit_text: str = ""
    leads: tuple[str, ...] = ()
    cooperating: tuple[str, ...] = ()
    matching: int = 0

    def add_unit(self, role: str, name: str, figure: dict[str, Any] | None) -> None:
        """A unit with its first figure; the figure counts where this unit alone speaks for the task."""
        if role == PartyRole.LEAD:
            self.leads = (*self.leads, name)
        else:
            self.cooperating = (*self.cooperating, name)
        if figure and self.by_role[role] is self.counts and self.counts.total == 1:
            self.reached, self.total = Decimal(str(figure["reached"])), Decimal(str(figure["total"]))
            self.unit_text = figure["unit"]

    @property
    def section(self) -> Section | None:
        return self.task.section

    @property
    def counts(self) -> Counts:
        return self.by_role.get(PartyRole.LEAD) or self.by_role.get(PartyRole.COOPERATING) or Counts()

    @property
    def look(self) -> Look:
        """As a list says it: "Quá hạn 9 ngày", "Còn 7 ngày", else the state."""
        code = self.counts.look
        if code == "late":
            days = (self.today - (self.first_late or self.today)).days
            return Look("late", f"Quá hạn {days} ngày", days)
        if code in ("doing", "new"):
            return look_of(code, self.task.due, 0, self.today)
        words = {"obstacle": "Có vướng mắc", "done": "Hoàn thành", "waiting": "Chờ xác nhận", "paused": "Tạm dừng"}
        return Look(code, words[code])

    @property
    def result(self) -> str:
        """ "3/4 bộ thủ tục" where one unit leads and counts, "12/13 đơn vị đã xong" where several do."""
        if self.reached is not None and self.total is not None:
            return f"{figure_text(self.reached)}/{figure_text(self.total)} {self.unit_text}".strip()
        return f"{self.counts.done}/{self.counts.total} đơn vị đã xong" if self.counts.total > 1 else ""

    @property
    def after_words(self) -> str:
        """ "sau việc III.2"."""
        first = self.task.after
        return f"sau việc {first.number}" if first and first.withdrawn_on is None else ""

    @property
    def ratio(self) -> float:
        if self.reached is not None and self.total:
            return min(float(self.reached / self.total), 1.0)
        return self.counts.done / self.counts.total if self.counts.total else 0.0

    @property
    def due_key(self) -> tuple[bool, date, int]:
        """Days in order; tasks without one, and then those that are done, last."""
        return (self.counts.look == "done", self.task.due or date.max, self.task.order)

    @property
    def look_key(self) -> tuple[int, int]:
        """Late first."""
        return (_LATE_FIRST.index(self.look.code), self.task.order)

    @property
    def lead_text(self) -> str:
        return _units(self.leads, self.by_role.get(PartyRole.LEAD))

    @property
    def cooperating_text(self) -> str:
        return _units(self.cooperating, self.by_role.get(PartyRole.COOPERATING))


def task_rows(follow_up: FollowUp, summary: Summary | None = None) -> list[TaskRow]:
    """The tasks in which an assignment passes the filter, in the plan's order; two queries, one with a `summary`.

    The filter by state chooses tasks; what is counted of a task stays whole.
    """
    found = summary.by_role(follow_up.today) if summary else _counted(follow_up)
    tasks = Task.objects.filter(plan=follow_up.plan, withdrawn_on=None).select_related("section", "after")
    rows = {
        task.pk: TaskRow(task, follow_up.today)
        for task in tasks.defer("text", "folded", "after__text", "after__folded").order_by("order")
    }
    for part in found:
        if row := rows.get(part["task_id"]):
            _add(row, part)
    return [row for row in rows.values() if row.matching]


def _counted(follow_up: FollowUp) -> "QuerySet[Any, Any]":
    """By task and role, from the assignments."""
    return (
        follow_up.without_state()
        .assignments()
        .order_by()
        .values("task_id", "role")
        .annotate(
            **aggregates(follow_up.today),
            matching=Count("pk", filter=follow_up.in_state()) if follow_up.state else Count("pk"),
            first_late=Min("due", filter=late(follow_up.today)),
            last_report=Max("last_report_on"),
            last_done=Max("done_on"),
            first_given=Min("given_on"),
        )
    )


def _add(row: TaskRow, part: Mapping[str, Any]) -> None:
    row.by_role[part["role"]] = counts_from(part)
    row.matching += part["matching"]
    row.last_report = max(filter(None, (row.last_report, part["last_report"])), default=None)
    row.given_on = min(filter(None, (row.given_on, part["first_given"])), default=None)
    if part["role"] == PartyRole.LEAD or PartyRole.LEAD not in row.by_role:
        row.first_late, row.last_done = part["first_late"], part["last_done"]


def add_details(follow_up: FollowUp, rows: Iterable[TaskRow], *, most: int = 2) -> None:
    """The names of units where a task has few of them, and the first figure of the only one that counts; one query."""
    by_id = {row.task.pk: row for row in rows}
    few = {
        (task_id, role)
        for task_id, row in by_id.items()
        for role, counts in row.by_role.items()
        if counts.total <= most
    }
    figure = AssignmentTarget.objects.filter(assignment=OuterRef("pk")).order_by("order", "pk")
    found = (
        follow_up.without_state()
        .assignments()
        .filter(reduce(or_, (Q(task=task_id, role=role) for task_id, role in few), Q(pk__in=[])))
        .order_by("unit__rank", "unit_id")
        .annotate(
            figure=Subquery(figure.values(all=JSONObject(reached="reached", total="total", unit="unit_text"))[:1])
        )
    )
    for task_id, role, name, first in found.values_list("task_id", "role", "unit__short_name", "figure"):
        by_id[task_id].add_unit(role, name, first)


def _units(names: tuple[str, ...], counts: Counts | None) -> str:
    if counts is None:
        return ""
    return ", ".join(names) if len(names) == counts.total else f"{counts.total} đơn vị"
