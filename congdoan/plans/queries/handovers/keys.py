"""The names under which records of a splitting unit stand in the choices of who takes them."""

from collections.abc import Iterable, Mapping

from congdoan.plans.models import Assignment, PlanState, TargetPart, Task
from congdoan.plans.models.plan import BEFORE_ISSUE

Carried = Mapping[tuple[int, int], int]
"""(task of a superior, unit) → the unit's own plan that carries it out."""


def key_of_plan(plan_id: int) -> str:
    return f"kh-{plan_id}"


def carried_by_own_plans(unit_ids: Iterable[int]) -> Carried:
    """One query for all units."""
    living = (PlanState.ISSUED, PlanState.RUNNING, *BEFORE_ISSUE)
    own = Task.objects.filter(
        plan__unit__in=list(unit_ids), plan__state__in=living, carries_out__isnull=False, withdrawn_on=None
    )
    found = own.values_list("carries_out", "plan__unit", "plan")
    return {(task, unit): plan for task, unit, plan in found if task is not None}


def key_of(assignment: Assignment, carried: Carried) -> str:
    """Work in the unit's own plan goes with the plan, and so does the work that the plan carries out."""
    if assignment.plan.unit_id in (assignment.unit_id, assignment.unit.organ_id):
        return key_of_plan(assignment.plan_id)
    own = carried.get((assignment.task_id, assignment.unit_id))
    return key_of_plan(own) if own else f"nv-{assignment.pk}"


def key_of_part(part: TargetPart) -> str:
    """The whole of a target of the unit's own plan goes with the plan."""
    return key_of_plan(part.target.plan_id) if part.parent_id is None else f"ct-{part.pk}"
