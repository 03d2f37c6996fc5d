"""What a leader decides about a submitted plan."""

from datetime import date

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core import workdays
from congdoan.core.errors import Invalid
from congdoan.core.text import normalise
from congdoan.plans.models import Plan, PlanState
from congdoan.plans.services.lifecycle.notify import tell_returned
from congdoan.plans.services.lifecycle.steps import locked_plan, take_step
from congdoan.plans.services.lifecycle.submit import open_review
from congdoan.worklist.services.items import NewWork, close_work, open_work

DAYS_TO_ISSUE = 1
DAYS_TO_MEND = 3


@transaction.atomic
def approve_plan(*, plan_id: int, by: User, on: date) -> Plan:
    """Approve: the one who approves is the signer, unless issuing names another. Opens "issue" for the unit."""
    plan = locked_plan(plan_id, by=by, action="plans.approve")
    plan.signer = by
    take_step(plan, PlanState.APPROVED, by=by, on=on)
    close_work("plans.approve", [plan.pk])
    open_work(
        [
            NewWork(
                kind="plans.issue",
                object_id=plan.pk,
                title=f"Ban hành {plan.noun} {plan.subject}",
                source=f"{by.get_short_name()} duyệt {on:%d/%m}",
                unit_id=plan.unit_id,
                action="plans.issue",
                due=workdays.add_workdays(on, DAYS_TO_ISSUE),
                given_by_unit_id=plan.unit_id,
            )
        ]
    )
    return plan


@transaction.atomic
def return_plan(*, plan_id: int, by: User, on: date, reason: str) -> Plan:
    """Send the draft back to its maker with the reason. Raises Invalid without a reason."""
    if not normalise(reason):
        raise Invalid("Ghi lý do trả lại, để người soạn biết cần sửa gì.", field="reason")
    plan = locked_plan(plan_id, by=by, action="plans.approve")
    step = take_step(plan, PlanState.RETURNED, by=by, on=on, note=reason.strip())
    tell_returned(plan, step)
    close_work("plans.approve", [plan.pk])
    close_work("plans.issue", [plan.pk], cancelled=True)
    open_review(plan, due=workdays.add_workdays(on, DAYS_TO_MEND), title=f"Sửa theo ý kiến trả lại: {plan.subject}")
    return plan
