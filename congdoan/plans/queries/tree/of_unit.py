"""The papers with which the tree of a unit begins."""

from typing import Final

from django.db.models import Exists, OuterRef, Q

from congdoan.accounts.models import User
from congdoan.organisation.models import Unit
from congdoan.plans.models import Assignment, AssignmentState
from congdoan.plans.models.plan import IN_FORCE
from congdoan.plans.queries.plans import visible_plans

MOST: Final = 30


def plans_of_unit(unit: Unit, user: User) -> list[int]:
    """Ids of what the unit issued and what gave it work, in force and seen by the person; the newest MOST."""
    given = Assignment.objects.filter(plan=OuterRef("pk"), unit=unit).exclude(state=AssignmentState.WITHDRAWN)
    found = visible_plans(user).filter(Q(unit=unit) | Exists(given), state__in=IN_FORCE)
    return list(found.order_by("-issued_on", "-pk").values_list("pk", flat=True)[:MOST])
