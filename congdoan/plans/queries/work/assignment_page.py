"""Everything that the page of one assignment shows, in a fixed number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, QuerySet, Subquery, Window

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import NotFound
from congdoan.core.periods import has_periods
from congdoan.core.prepared import prepared
from congdoan.organisation.rights import paths
from congdoan.plans.models import (
    Assignment,
    AssignmentState,
    AssignmentStep,
    AssignmentTarget,
    Executor,
    Handover,
    Obstacle,
    PeriodState,
    ReportState,
    WorkPeriod,
)
from congdoan.plans.queries.handovers.listed import handovers_of_assignment, was_handed
from congdoan.plans.queries.local.coverage import may_plan
from congdoan.plans.queries.local.given import own_plans
from congdoan.plans.queries.local.parts import LocalWork, has_own_tasks, local_work
from congdoan.plans.queries.targets.listed import TargetRow
from congdoan.plans.queries.targets.owed import has_targets, target_rows_of
from congdoan.plans.queries.work.amended import Amended, amended_from, changes_of_task, reason_of_end
from congdoan.plans.queries.work.conditions import OWED
from congdoan.plans.queries.work.looks import CODES, Look, look_of_assignment
from congdoan.plans.queries.work.next_step import Allowed, allowed_to
from congdoan.plans.queries.work.progress import Progress, progress_of
from congdoan.plans.queries.work.report_lines import ReportLine, report_lines
from congdoan.plans.queries.work.waits import Wait, waits_for

SHOWN_STEPS = 6
SHOWN_PERIODS = 12


@dataclass(frozen=True)
class AssignmentPage:
    assignment: Assignment
    targets: list[AssignmentTarget]
    executors: list[Executor]
    lines: list[ReportLine]
    obstacles: list[Obstacle]
    steps: list[AssignmentStep]
    periods: list[WorkPeriod]
    local: LocalWork | None
    measured: Sequence[TargetRow]
    allowed: Allowed
    today: date
    handovers: Sequence[Handover] = ()
    waits: Wait | None = None

    @cached_property
    def look(self) -> Look:
        return look_of_assignment(self.assignment, self.today)

    @property
    def look_code(self) -> str:
        """The plain state, for the header where due day and difficulties stand beside it."""
        return CODES[AssignmentState(self.assignment.state)]

    @property
    def is_over(self) -> bool:
        """The distance to the due day says nothing any more."""
        return self.assignment.state not in OWED

    @cached_property
    def period(self) -> WorkPeriod | None:
        """The one that is open, of work that comes again."""
        return next((period for period in self.periods if period.state == PeriodState.OPEN), None)

    @cached_property
    def progress(self) -> Progress:
        return progress_of(self.assignment, self.targets, self.executors, self.local)

    @cached_property
    def reports(self) -> list[ReportLine]:
        return [line for line in self.lines if line.report.state != ReportState.DRAFT]

    @cached_property
    def draft(self) -> ReportLine | None:
        return next((line for line in self.lines if line.report.state == ReportState.DRAFT), None)

    @cached_property
    def waiting(self) -> ReportLine | None:
        """The finishing report on which a decision is due."""
        states = (ReportState.TO_CONFIRM, ReportState.TO_ACCEPT)
        return next((line for line in self.reports if line.report.state in states), None)

    @property
    def own_plan(self) -> int | None:
        """The id of the unit's own plan, if it has one."""
        return getattr(self.assignment, "own_plan", None)

    @property
    def other_units(self) -> list[str]:
        """Names of the other units with the same task, as the kit's facts show them."""
        return list(getattr(self.assignment, "other_units", []))

    @cached_property
    def amended(self) -> list[Amended]:
        return amended_from(getattr(self.assignment, "changes_of_task", []))

    @property
    def gone(self) -> str:
        """Why the unit no longer has the work; empty while it has."""
        if self.assignment.state != AssignmentState.WITHDRAWN:
            return ""
        if handed := next((one for one in self.handovers if one.assignment_id == self.assignment.pk), None):
            return f"Không phải thực hiện nữa. {handed.reorganisation.summary}."
        why = getattr(self.assignment, "reason_of_end", None) or next((one.reason for one in self.amended), "")
        return f"Không phải thực hiện nữa. {why}".strip()

    @property
    def step_count(self) -> int:
        return int(getattr(self.steps[0], "step_count", 0)) if self.steps else 0


def assignment_page(assignment_id: int, user: User, *, all_steps: bool = False) -> AssignmentPage:
    """Raises NotFound unless `user` may see the assignment."""
    assignment = visible_assignment(assignment_id, user)
    targets, executors, obstacles = _targets(assignment_id), _executors(assignment_id), _obstacles(assignment_id)
    steps, lines = _steps(assignment_id, most=500 if all_steps else SHOWN_STEPS), report_lines(assignment_id, user)
    parts: list[Any] = [*targets, *executors, *obstacles, *steps, *(line.report for line in lines)]
    for part in parts:
        part.assignment = assignment
    return AssignmentPage(
        assignment=assignment,
        targets=targets,
        executors=executors,
        lines=lines,
        obstacles=obstacles,
        steps=steps,
        periods=list(assignment.periods.all()[:SHOWN_PERIODS]) if has_periods(assignment.task.recurrence) else [],
        local=_local(assignment),
        measured=target_rows_of(assignment) if assignment.has_targets else [],  # type: ignore[attr-defined]
        allowed=allowed_to(user, assignment, executors),
        today=clock.today(),
        handovers=list(handovers_of_assignment(assignment)) if assignment.was_handed else [],  # type: ignore[attr-defined]
        waits=waits_for(assignment),
    )


def visible_assignment(assignment_id: int, user: User) -> Assignment:
    """With its task, plan, units and the names of those who cooperate. Raises NotFound."""
    found = _seen(assignment_id, paths(user, "tasks.view"))
    if not found:
        raise NotFound("Không có nhiệm vụ này trong phạm vi được xem.")
    return found[0]


@prepared
def _seen(assignment: int, paths: tuple[str, ...]) -> QuerySet[Assignment]:
    around = ("task__section", "task__after", "unit")
    plan = ("plan__unit", "plan__coordinator", "plan__document", "plan__signer")
    return (
        Assignment.objects.within(paths)
        .filter(pk=assignment)
        .select_related(*around, *plan)
        .annotate(own_plan=_own_plan(), has_own=has_own_tasks(), has_targets=has_targets())
        .annotate(was_handed=was_handed())
        .annotate(other_units=_other_units(), changes_of_task=changes_of_task(), reason_of_end=reason_of_end())
        .order_by()
    )


@prepared
def _targets(assignment: int) -> QuerySet[AssignmentTarget]:
    return AssignmentTarget.objects.filter(assignment=assignment)


@prepared
def _executors(assignment: int) -> QuerySet[Executor]:
    return Executor.objects.filter(assignment=assignment).select_related("user").order_by("given_on", "pk")


@prepared
def _obstacles(assignment: int) -> QuerySet[Obstacle]:
    return Obstacle.objects.filter(assignment=assignment).select_related("raised_by", "answered_by", "routed_to")


@prepared
def _steps(assignment: int, *, most: int) -> QuerySet[AssignmentStep]:
    steps = AssignmentStep.objects.filter(assignment=assignment).select_related("by")
    return steps.annotate(step_count=Window(Count("pk")))[:most]


def _local(assignment: Assignment) -> LocalWork | None:
    """Asked for only where there is any; None where no plan of the unit's own is expected."""
    if not may_plan(assignment, assignment.plan):
        return None
    return local_work(assignment) if assignment.has_own else LocalWork(assignment.task)  # type: ignore[attr-defined]


@cache
def _own_plan() -> Subquery:
    """The id of the plan by which the unit carries out the one that gave the work."""
    return Subquery(own_plans().filter(carries_out=OuterRef("plan"), unit=OuterRef("unit")).values("pk")[:1])


@cache
def _other_units() -> ArraySubquery:
    """At most five names: leads when the unit cooperates, those who cooperate when it leads."""
    others = (
        Assignment.objects.filter(task=OuterRef("task")).exclude(unit=OuterRef("unit")).exclude(role=OuterRef("role"))
    ).exclude(state=AssignmentState.WITHDRAWN)
    return ArraySubquery(others.order_by("role", "unit__rank", "pk").values("unit__short_name")[:5])
