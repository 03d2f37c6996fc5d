"""For which units a person may raise a difficulty alone, and with which papers."""

from collections.abc import Collection

from django.db.models import Exists, OuterRef, QuerySet

from congdoan.accounts.models import User
from congdoan.organisation.models import Unit
from congdoan.plans.models import Assignment, AssignmentState, Plan, PlanState
from congdoan.worklist.addressing import actions_by_unit, units_of


def raising_units(user: User) -> list[Unit]:
    """Where the person works and reports, the most important post first."""
    actions = actions_by_unit(user)
    return [unit for unit in units_of(user) if "tasks.report" in actions.get(unit.pk, ())]


def papers_with_part(units: Collection[Unit]) -> QuerySet[Plan]:
    """Papers in force of which one of the units has a part."""
    given = Assignment.objects.filter(plan=OuterRef("pk"), unit__in=units).exclude(state=AssignmentState.WITHDRAWN)
    return Plan.objects.filter(Exists(given), state__in=(PlanState.ISSUED, PlanState.RUNNING))
