"""A unit's own work for a task of the superior: its tasks, whose parts are done, and whether that is enough."""

from dataclasses import dataclass
from functools import cache
from math import ceil
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from congdoan.plans.models import Assignment, AssignmentState, PartyRole, RollUp, Task
from congdoan.plans.models.plan import BEFORE_ISSUE, IN_FORCE
from congdoan.plans.queries.local.sums import Summed, sum_below

_LEADS = Q(assignments__role=PartyRole.LEAD) & ~Q(assignments__state=AssignmentState.WITHDRAWN)


def with_parts(tasks: QuerySet[Task]) -> "QuerySet[Any]":
    """Each with `parts` that were given to lead, and `parts_done` of them; in the order of their plans."""
    done = _LEADS & Q(assignments__state=AssignmentState.DONE)
    found = tasks.annotate(parts=Count("assignments", filter=_LEADS), parts_done=Count("assignments", filter=done))
    return found.select_related("plan").order_by("plan_id", "order", "pk")


@dataclass(frozen=True, slots=True)
class LocalWork:
    """`tasks` are of plans in force, each with `parts` and `parts_done`; `drafted` is how many wait in a draft.

    `summed` where the superior's rule is a sum.
    """

    superior: Task
    tasks: tuple[Any, ...] = ()
    drafted: int = 0
    summed: Summed | None = None

    @property
    def done(self) -> int:
        return sum(task.parts_done for task in self.tasks)

    @property
    def total(self) -> int:
        return sum(task.parts for task in self.tasks)

    @property
    def needed(self) -> int:
        """How many parts must be done by the superior's rule."""
        return needed(self.superior, self.total)

    @property
    def is_enough(self) -> bool:
        if self.superior.roll_up == RollUp.SUM:
            return self.summed is not None and self.summed.is_enough
        return bool(self.total) and self.done >= self.needed

    @property
    def has_two_plans(self) -> bool:
        return len({task.plan_id for task in self.tasks}) > 1


def needed(superior: Task, total: int) -> int:
    least = superior.roll_up_least or 0
    if superior.roll_up == RollUp.LEAST:
        return min(least, total)
    return ceil(total * least / 100) if superior.roll_up == RollUp.SHARE else total


@cache
def has_own_tasks() -> Exists:
    """For `annotate()` of assignments: whether a task of the unit, also of a draft, carries out the superior's."""
    own = Task.objects.filter(carries_out=OuterRef("task"), plan__unit=OuterRef("unit"), withdrawn_on=None)
    return Exists(own)


def local_work(assignment: Assignment) -> LocalWork:
    """One query, by the index on what tasks carry out; two more for a sum."""
    own = Task.objects.filter(carries_out=assignment.task_id, plan__unit=assignment.unit_id, withdrawn_on=None)
    found = list(with_parts(own.filter(plan__state__in=(*IN_FORCE, *BEFORE_ISSUE))))
    tasks = tuple(task for task in found if task.plan.state in IN_FORCE)
    summed = sum_below(assignment) if assignment.task.roll_up == RollUp.SUM else None
    return LocalWork(assignment.task, tasks, len(found) - len(tasks), summed)
