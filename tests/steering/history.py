"""Much work that ended, straight into the tables."""

from datetime import date, timedelta

from congdoan.organisation.models import Unit
from congdoan.plans.models import Assignment, AssignmentState, Plan
from tests.plans.factories import make_task


def finished(plan: Plan, unit: Unit, took: list[int], *, planned: int = 60, given: date = date(2022, 10, 1)) -> None:
    """A task for each number of days that one took from giving to accepting; due `planned` days after it was given."""
    for place, days in enumerate(took):
        task = make_task(plan, f"9.{place}", f"Việc đã qua {place}", due=given + timedelta(days=planned))
        Assignment.objects.create(
            plan=plan,
            task=task,
            unit=unit,
            role="lead",
            state=AssignmentState.DONE,
            due=task.due,
            given_on=given,
            taken_on=given,
            done_on=given + timedelta(days=days),
        )
