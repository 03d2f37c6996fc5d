"""Closes periods because of what was decided."""

from datetime import date

from django.db.models import QuerySet

from congdoan.core import clock
from congdoan.plans.models import Assignment
from congdoan.plans.models.period import PeriodState, WorkPeriod


def close_period(assignment: Assignment) -> None:
    """The work of the present period is done; the next one begins on its day."""
    assignment.periods.filter(state=PeriodState.OPEN).update(state=PeriodState.DONE, closed_on=clock.today())


def cancel_periods(assignments: QuerySet[Assignment], *, on: date) -> None:
    """Nobody owes the work of these periods any more."""
    held = WorkPeriod.objects.filter(assignment__in=assignments, state=PeriodState.OPEN)
    held.update(state=PeriodState.CANCELLED, closed_on=on, is_last=False)
