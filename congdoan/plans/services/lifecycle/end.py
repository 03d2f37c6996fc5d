"""How a plan ends: closed when its work is done, withdrawn, or replaced by another."""

from datetime import date

from django.db import transaction
from django.db.models import QuerySet

from congdoan.accounts.models import User
from congdoan.core.errors import Invalid
from congdoan.core.text import normalise
from congdoan.documents.models import Document
from congdoan.plans.models import Assignment, AssignmentState, Plan, PlanState
from congdoan.plans.models.assignment import OPEN
from congdoan.plans.services.lifecycle.steps import locked_plan, take_step
from congdoan.worklist.models import WorkItem

WORK_OF_ASSIGNMENTS = ("plans.take", "plans.report", "plans.confirm", "plans.accept")


@transaction.atomic
def close_plan(*, plan_id: int, by: User, on: date, note: str = "") -> Plan:
    """Close a running plan. Raises Invalid while a unit still owes a result."""
    plan = locked_plan(plan_id, by=by, action="plans.approve")
    owing = plan.assignments.filter(state__in=OPEN).count()
    if owing:
        raise Invalid(
            f"Còn {owing} phần việc chưa xong. Nghiệm thu hoặc rút các phần việc đó trước khi kết thúc kế hoạch."
        )
    take_step(plan, PlanState.CLOSED, by=by, on=on, note=note)
    return plan


@transaction.atomic
def withdraw_plan(*, plan_id: int, by: User, on: date, reason: str) -> Plan:
    """Withdraw a draft or an issued plan; open work goes from every desk. Raises Invalid without a reason."""
    if not normalise(reason):
        raise Invalid("Ghi lý do rút kế hoạch.", field="reason")
    plan = locked_plan(plan_id, by=by, action="plans.submit" if not _is_issued(plan_id) else "plans.approve")
    take_step(plan, PlanState.WITHDRAWN, by=by, on=on, note=reason.strip())
    _drop_work(plan, on)
    if plan.document and plan.issued_on:
        Document.objects.filter(pk=plan.document.pk).update(validity=Document.Validity.EXPIRED)
    return plan


@transaction.atomic
def replace_plan(*, plan_id: int, successor_id: int, by: User, on: date) -> Plan:
    """Say that an issued plan is replaced by another one that is in force; its open work ends."""
    plan = locked_plan(plan_id, by=by, action="plans.approve")
    successor = (
        Plan.objects.filter(pk=successor_id, unit=plan.unit, state=PlanState.RUNNING).exclude(pk=plan.pk).first()
    )
    if successor is None:
        raise Invalid("Chọn một kế hoạch đang thực hiện của cùng đơn vị.", field="successor")
    plan.replaced_by = successor
    take_step(plan, PlanState.REPLACED, by=by, on=on, note=f"Thay bằng {successor}")
    _drop_work(plan, on)
    if plan.document and successor.document:
        Document.objects.filter(pk=plan.document.pk).update(
            validity=Document.Validity.REPLACED, replaced_by=successor.document
        )
    return plan


def _is_issued(plan_id: int) -> bool:
    return Plan.objects.filter(pk=plan_id, issued_on__isnull=False).exists()


def _drop_work(plan: Plan, on: date) -> None:
    open_ones: QuerySet[Assignment] = plan.assignments.filter(state__in=(*OPEN, AssignmentState.PAUSED))
    drop_work_of(open_ones, on=on)
    open_ones.update(state=AssignmentState.WITHDRAWN)
    WorkItem.objects.filter(
        kind__in=("plans.review", "plans.approve", "plans.issue"), object_id=plan.pk, state=WorkItem.State.OPEN
    ).update(state=WorkItem.State.CANCELLED, closed_on=on)


def drop_work_of(assignments: QuerySet[Assignment], *, on: date) -> int:
    """Take the open work of these assignments from every desk, in one statement; returns how many."""
    return WorkItem.objects.filter(
        kind__in=WORK_OF_ASSIGNMENTS, object_id__in=assignments.values("pk"), state=WorkItem.State.OPEN
    ).update(state=WorkItem.State.CANCELLED, closed_on=on)
