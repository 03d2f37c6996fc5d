"""Finds, locks and protects what commands on targets change."""

from congdoan.accounts.models import User
from congdoan.core.errors import Conflict, NotFound
from congdoan.core.finding import find
from congdoan.organisation.rights import may, require
from congdoan.plans.models import MeasuredTarget, Plan, PlanState, TargetPart
from congdoan.plans.models.plan import EDITABLE
from congdoan.plans.queries.plans import visible_plans
from congdoan.plans.queries.targets.seen import seen_parts
from congdoan.plans.queries.work.coordination import coordinating_unit

OPEN_PLANS = (*EDITABLE, PlanState.ISSUED, PlanState.RUNNING)
"""What waits for the leaders is not changed under their eyes; what has ended stays as it was."""


def may_manage(user: User, plan: Plan) -> bool:
    """Whether the person sets the plan's targets: who drafts it, and once it is issued who coordinates it."""
    if plan.state in EDITABLE:
        return may(user, "plans.draft", plan.unit)
    return plan.state in OPEN_PLANS and may(user, "plans.coordinate", coordinating_unit(plan))


def plan_to_manage(plan_id: int, by: User) -> Plan:
    """Raises NotFound unless `by` sees the plan, NotAllowed unless they set its targets, Conflict when it has ended."""
    plan = find(visible_plans(by).select_related("unit", "coordinator"), plan_id)
    if plan is None:
        raise NotFound("Không có kế hoạch này trong các kế hoạch được xem.")
    require_manager(by, plan)
    return plan


def require_manager(by: User, plan: Plan) -> None:
    """Raises NotAllowed unless `by` sets the plan's targets, Conflict when it has ended."""
    if plan.state in EDITABLE:
        require(by, "plans.draft", plan.unit)
    else:
        require(by, "plans.coordinate", coordinating_unit(plan))
    if plan.state not in OPEN_PLANS:
        raise Conflict(f"{plan} {plan.get_state_display().lower()} ({plan.last_step()}), không đổi chỉ tiêu được.")


def locked_target(target_id: int, by: User) -> MeasuredTarget:
    """The target with its plan, locked until the transaction ends. Raises as `plan_to_manage`."""
    found = MeasuredTarget.objects.select_for_update(of=("self",)).select_related("changed_by")
    target = find(found, target_id)
    if target is None:
        raise NotFound("Chỉ tiêu này không còn. Tải lại trang để xem các chỉ tiêu hiện có.")
    target.plan = plan_to_manage(target.plan_id, by)
    return target


def may_split(user: User, part: TargetPart) -> bool:
    """The whole is split by who manages the target, a unit's part by who takes on work for the unit."""
    if part.parent_id is None:
        return may_manage(user, part.target.plan)
    return part.target.plan.state in OPEN_PLANS and may(user, "tasks.assign", part.unit)


def part_to_split(part_id: int, by: User) -> TargetPart:
    """The part, its target locked. Raises NotFound unless `by` sees the unit's work, NotAllowed, Conflict."""
    seen = seen_parts(by).filter(pk=part_id).values_list("target_id", flat=True)
    target = MeasuredTarget.objects.select_for_update().filter(pk__in=list(seen)).first()
    if target is None:
        raise NotFound("Không có phần chỉ tiêu này trong phạm vi được xem.")
    part = TargetPart.objects.select_related("unit", "target__plan__unit", "target__plan__coordinator").get(pk=part_id)
    require_split(by, part)
    return part


def may_set_level(user: User, part: TargetPart) -> bool:
    """Who gave the part sets its levels of single periods."""
    giver = part.parent
    if giver is None or giver.parent_id is None:
        return may_manage(user, part.target.plan)
    return part.target.plan.state in OPEN_PLANS and may(user, "tasks.assign", giver.unit)


def part_to_set(part_id: int, by: User) -> TargetPart:
    """The part, its target locked. Raises NotFound unless `by` sees the unit's work, NotAllowed, Conflict."""
    seen = seen_parts(by).filter(pk=part_id).values_list("target_id", flat=True)
    target = MeasuredTarget.objects.select_for_update().filter(pk__in=list(seen)).first()
    if target is None:
        raise NotFound("Không có phần chỉ tiêu này trong phạm vi được xem.")
    related = ("unit", "parent__unit", "target__plan__unit", "target__plan__coordinator")
    part = TargetPart.objects.select_related(*related).get(pk=part_id)
    require_set_level(by, part)
    return part


def require_set_level(by: User, part: TargetPart) -> None:
    """Raises NotAllowed unless `by` sets levels of single periods of the part, Conflict when its plan has ended."""
    giver = part.parent
    if giver is None or giver.parent_id is None:
        require_manager(by, part.target.plan)
    else:
        giver.target = part.target
        require_split(by, giver)


def require_split(by: User, part: TargetPart) -> None:
    """Raises NotAllowed unless `by` may split the part, Conflict when its plan has ended."""
    plan = part.target.plan
    if part.parent_id is None:
        plan_to_manage(plan.pk, by)
    else:
        require(by, "tasks.assign", part.unit)
    if plan.state not in OPEN_PLANS:
        raise Conflict(f"{plan} {plan.get_state_display().lower()}, không chia chỉ tiêu được.")
