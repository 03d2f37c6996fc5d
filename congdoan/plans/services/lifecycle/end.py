"""How a plan ends of itself: closed when its work is done, or withdrawn."""

from datetime import date

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core.errors import Invalid
from congdoan.core.text import normalise
from congdoan.documents.models import Document
from congdoan.plans.models import AssignmentState, Obstacle, Plan, PlanState, PlanStep, TargetPart
from congdoan.plans.models.assignment import OPEN
from congdoan.plans.models.obstacle import UNANSWERED
from congdoan.plans.queries.answers.waiting import touching
from congdoan.plans.services.lifecycle.given_work import drop_questions, drop_work_of
from congdoan.plans.services.lifecycle.notify import tell_ended
from congdoan.plans.services.lifecycle.steps import locked_plan, take_step
from congdoan.plans.services.reviews.due import drop_reviews
from congdoan.plans.services.targets.work import cancel_work
from congdoan.worklist.models import WorkItem


@transaction.atomic
def close_plan(*, plan_id: int, by: User, on: date, note: str = "") -> Plan:
    """Close a running plan. Raises Invalid while a unit owes a result, is paused, or waits for an answer."""
    plan = locked_plan(plan_id, by=by, action="plans.approve")
    owing = plan.assignments.filter(state__in=(*OPEN, AssignmentState.PAUSED)).count()
    if owing:
        raise Invalid(
            f"Còn {owing} phần việc chưa xong. Nghiệm thu hoặc rút các phần việc đó trước khi kết thúc {plan.noun}."
        )
    if asked := Obstacle.objects.filter(touching(plan), state__in=UNANSWERED).count():
        raise Invalid(f"Còn {asked} vướng mắc chưa trả lời. Trả lời trước khi kết thúc {plan.noun}.")
    take_step(plan, PlanState.CLOSED, by=by, on=on, note=note)
    cancel_work(TargetPart.objects.filter(target__plan=plan))
    return plan


@transaction.atomic
def withdraw_plan(*, plan_id: int, by: User, on: date, reason: str) -> Plan:
    """Withdraw a draft or an issued plan; open work goes from every desk. Raises Invalid without a reason."""
    if not normalise(reason):
        raise Invalid("Ghi lý do rút.", field="reason")
    issued = _is_issued(plan_id)
    plan = locked_plan(plan_id, by=by, action="plans.approve" if issued else "plans.submit")
    take_step(plan, PlanState.WITHDRAWN, by=by, on=on, note=reason.strip())
    drop_work(plan, on)
    if plan.document and issued:
        Document.objects.filter(pk=plan.document.pk).update(validity=Document.Validity.EXPIRED)
    return plan


def _is_issued(plan_id: int) -> bool:
    """A draft may bear the day of its paper, so the day alone says nothing."""
    return PlanStep.objects.filter(plan=plan_id, after=PlanState.ISSUED).exists()


def drop_work(plan: Plan, on: date) -> None:
    """What is done stays done; everything else goes from the desks, and who had it is told."""
    tell_ended(plan)
    cancel_work(TargetPart.objects.filter(target__plan=plan))
    drop_reviews(plan)
    drop_work_of(plan.assignments.filter(state__in=(*OPEN, AssignmentState.PAUSED)), on=on)
    drop_questions(Obstacle.objects.filter(plan=plan), on=on)
    WorkItem.objects.filter(
        kind__in=("plans.review", "plans.approve", "plans.issue"), object_id=plan.pk, state=WorkItem.State.OPEN
    ).update(state=WorkItem.State.CANCELLED, closed_on=on)
