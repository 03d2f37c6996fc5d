"""A plan written in the product from nothing."""

from typing import Final

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core import clock, workdays
from congdoan.core.errors import Invalid
from congdoan.core.text import normalise
from congdoan.documents.models import DocumentType
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import require
from congdoan.plans.models import Plan, PlanState, PlanStep
from congdoan.plans.services.lifecycle.submit import open_review

DAYS_TO_WRITE: Final = 5


@transaction.atomic
def create_plan(*, unit: Unit, subject: str, by: User, type: str = DocumentType.PLAN) -> Plan:
    """Begin an empty draft. Opens "review" for `by`. Raises NotAllowed unless `by` may draft plans at `unit`."""
    require(by, "plans.draft", unit)
    subject = normalise(subject)
    if not subject:
        raise Invalid("Nhập trích yếu của kế hoạch.", field="subject")
    if len(subject) > 1000:
        raise Invalid("Trích yếu dài quá 1.000 chữ. Viết gọn lại.", field="subject")
    plan = Plan.objects.create(unit=unit, type=type, subject=subject, created_by=by)
    today = clock.today()
    PlanStep.objects.create(plan=plan, before="", after=PlanState.DRAFT, by=by, on=today)
    open_review(plan, due=workdays.add_workdays(today, DAYS_TO_WRITE), title=f"Soạn {subject}")
    return plan
