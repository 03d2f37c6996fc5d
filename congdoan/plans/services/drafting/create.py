"""A plan, or another paper that carries tasks, written in the product from nothing."""

from typing import Final

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core import clock, workdays
from congdoan.core.errors import Invalid
from congdoan.core.text import normalise
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import require
from congdoan.plans.models import Plan, PlanState, PlanStep
from congdoan.plans.models.kind import PLAN
from congdoan.plans.queries.kinds import kind_of
from congdoan.plans.services.basis.stand_on import rest_on
from congdoan.plans.services.lifecycle.submit import open_review

DAYS_TO_WRITE: Final = 5


@transaction.atomic
def create_plan(*, unit: Unit, subject: str, by: User, kind: str = PLAN, basis: Plan | None = None) -> Plan:
    """Begin an empty draft of a kind, told by its code, that stands on `basis`. Opens "review" for `by`.

    Raises NotAllowed unless `by` may draft plans at `unit`, Invalid when the unit does not issue such papers.
    """
    require(by, "plans.draft", unit)
    subject = normalise(subject)
    if not subject:
        raise Invalid("Nhập trích yếu của văn bản.", field="subject")
    if len(subject) > 1000:
        raise Invalid("Trích yếu dài quá 1.000 chữ. Viết gọn lại.", field="subject")
    today = clock.today()
    plan = Plan(unit=unit, subject=subject, created_by=by)
    plan.take_kind(kind_of(kind, on=today, unit=unit))
    if basis is not None:
        plan.stands_on = basis
        rest_on(plan, basis)
    plan.save()
    PlanStep.objects.create(plan=plan, before="", after=PlanState.DRAFT, by=by, on=today)
    open_review(plan, due=workdays.add_workdays(today, DAYS_TO_WRITE), title=f"Soạn {subject}")
    return plan
