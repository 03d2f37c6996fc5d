"""Who answers for work: for a plan, for a difficulty, above a unit."""

from typing import Final

from congdoan.core import clock
from congdoan.organisation.models import Unit, UnitKind
from congdoan.plans.models import Obstacle, Plan

_OFFICE: Final = "van phong"


def coordinating_unit(plan: Plan) -> Unit:
    """The unit that accepts results, urges and answers difficulties: the coordinator, else the plan's own unit."""
    return plan.coordinator or plan.unit


def committee_of(obstacle: Obstacle) -> Unit:
    """Whose standing committee decides what the coordinator cannot: the paper's unit, else the organ that was asked."""
    paper = obstacle.paper
    return paper.unit if paper else obstacle.routed_to.organ


def office_above(unit: Unit) -> Unit | None:
    """The office (Văn phòng) of the superior, the superior itself where it has none; None for the topmost unit.

    A department's superior is its organ; what the office itself asks goes to the organ.
    """
    above = unit.parent
    if above is None or _is_office(unit):
        return above
    inside = Unit.objects.existing(clock.today()).filter(parent=above, kind=UnitKind.DEPARTMENT)
    return inside.filter(folded__startswith=_OFFICE).first() or above


def _is_office(unit: Unit) -> bool:
    return unit.kind == UnitKind.DEPARTMENT and unit.folded.startswith(_OFFICE)
