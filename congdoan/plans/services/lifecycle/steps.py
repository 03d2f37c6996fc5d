"""What every transition of a plan does: lock the row, move the state, remember the step."""

from datetime import date

from congdoan.accounts.models import User
from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.organisation.rights import require
from congdoan.plans.models import Plan, PlanState, PlanStep


def locked_plan(plan_id: int, *, by: User, action: str) -> Plan:
    """The plan under a row lock, after asking for the right at the plan's unit. Raises NotFound, NotAllowed."""
    plan = find(Plan.objects.select_for_update(of=("self",)).select_related("unit", "document"), plan_id)
    if plan is None:
        raise NotFound("Không có văn bản này, hoặc nó thuộc đơn vị khác.")
    require(by, action, plan.unit)
    return plan


def take_step(plan: Plan, after: PlanState, *, by: User, on: date, note: str = "") -> PlanStep:
    """Move the plan to `after`, save it, remember the step; raises IllegalTransition naming both states."""
    before = plan.state
    plan.move_to(after)
    plan.save()
    return PlanStep.objects.create(plan=plan, before=before, after=after, by=by, on=on, note=note)
