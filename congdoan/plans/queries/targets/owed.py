"""What units owe of targets, for the pages of their work."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from congdoan.core.prepared import prepared
from congdoan.organisation.models import INSIDE, Unit
from congdoan.plans.models import Assignment, PlanState, TargetPart, TargetValue
from congdoan.plans.queries.targets.listed import TargetRow, rows_of

DAYS_BEFORE_END: Final = 7
"""Figures may be typed, and lie on the desk, from a week before their period ends."""
MOST: Final = 20


def owed_values(unit: Unit, on: date) -> list[TargetValue]:
    """Of the unit and its departments, the earliest due first; one query."""
    return _owed(unit.pk, on + timedelta(days=DAYS_BEFORE_END))


@prepared
def _owed(unit: int, last: date) -> QuerySet[TargetValue]:
    own = Q(part__unit=unit) | Q(part__unit__parent=unit, part__unit__kind__in=INSIDE)
    below = Exists(TargetPart.objects.filter(parent=OuterRef("part")))
    found = TargetValue.objects.filter(
        own,
        ~below,
        value=None,
        part__ended_on=None,
        period__closed_on=None,
        period__ends_on__lte=last,
        part__target__source="typed",
        part__target__plan__state=PlanState.RUNNING,
    )
    return found.select_related("part__target", "part__unit", "period").order_by("period__due", "pk")[:MOST]


@cache
def has_targets() -> Exists:
    """For `annotate()` of assignments: whether the unit must reach a target of the task."""
    return Exists(_of_task(OuterRef("task"), OuterRef("unit")))


def target_rows_of(assignment: Assignment) -> Sequence[TargetRow]:
    """The unit's parts of the task's targets with their figures; asked for only where there are any."""
    parts = _of_task(assignment.task_id, assignment.unit_id).select_related("unit", "target__plan")
    return rows_of(list(parts.order_by("target__order", "pk")))


def _of_task(task: Any, unit: Any) -> QuerySet[TargetPart]:
    return TargetPart.objects.filter(target__task=task, unit=unit)
