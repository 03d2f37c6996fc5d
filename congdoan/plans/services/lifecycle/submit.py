"""Submitting a draft to the leaders, and taking it back."""

from datetime import date, timedelta

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core import workdays
from congdoan.core.errors import Invalid
from congdoan.plans.models import PartyRole, Plan, PlanState, TaskParty
from congdoan.plans.services.lifecycle.steps import locked_plan, take_step
from congdoan.plans.services.local.limits import check_days
from congdoan.plans.services.review.learning.keep import keep_checked
from congdoan.worklist.services.items import NewWork, close_work, open_work

DAYS_TO_APPROVE = 3


@transaction.atomic
def submit_plan(*, plan_id: int, by: User, on: date) -> Plan:
    """Hand the draft to the unit's leaders. Opens "approve" for them. What was corrected in a reading is kept.

    Raises Invalid when the plan has no task or a task has nobody to lead it.
    """
    plan = locked_plan(plan_id, by=by, action="plans.submit")
    _check_complete(plan)
    check_days(plan)
    keep_checked(plan, by=by, on=on)
    take_step(plan, PlanState.SUBMITTED, by=by, on=on)
    close_work("plans.review", [plan.pk])
    open_work(
        [
            NewWork(
                kind="plans.approve",
                object_id=plan.pk,
                title=f"Duyệt {plan.noun} {plan.subject}",
                source=f"{by.get_short_name()} trình {on:%d/%m}",
                unit_id=plan.unit_id,
                action="plans.approve",
                due=workdays.add_workdays(on, DAYS_TO_APPROVE),
                given_by_unit_id=plan.unit_id,
            )
        ]
    )
    return plan


@transaction.atomic
def recall_plan(*, plan_id: int, by: User, on: date) -> Plan:
    """Take a submitted draft back before it is decided on."""
    plan = locked_plan(plan_id, by=by, action="plans.submit")
    take_step(plan, PlanState.IN_REVIEW, by=by, on=on, note="Rút lại để sửa")
    close_work("plans.approve", [plan.pk], cancelled=True)
    open_review(plan, due=on + timedelta(days=7))
    return plan


def open_review(plan: Plan, *, due: date, title: str = "") -> None:
    """Give the draft back to the person who made it."""
    open_work(
        [
            NewWork(
                kind="plans.review",
                object_id=plan.pk,
                title=title or f"Rà soát {plan.noun} {plan.subject}",
                source=plan.unit.short_name,
                unit_id=plan.unit_id,
                action="plans.draft",
                user_id=plan.created_by_id,
                due=due,
                given_by_unit_id=plan.unit_id,
            )
        ]
    )


def _check_complete(plan: Plan) -> None:
    tasks = plan.tasks.filter(withdrawn_on=None)
    if not tasks.exists():
        raise Invalid(f"{plan.kind_name} chưa có nhiệm vụ nào. Thêm ít nhất một nhiệm vụ rồi trình lại.")
    led = TaskParty.objects.filter(task__plan=plan, role=PartyRole.LEAD).exclude(unit=None, audience="")
    without = [task.number or task.title[:40] for task in tasks.exclude(pk__in=led.values("task"))[:5]]
    if without:
        raise Invalid(f"Chưa có đơn vị chủ trì ở mục {', '.join(without)}. Chọn đơn vị chủ trì rồi trình lại.")
