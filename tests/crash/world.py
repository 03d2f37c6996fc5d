"""The office that is going to crash: a federation at work, with people who want mail at once."""

from datetime import date

from congdoan.core import clock
from congdoan.core.audit.context import audit_context
from congdoan.plans.models import Assignment, Plan, PlanState
from congdoan.plans.services.work.take import take_assignment
from congdoan.worklist.models import NoticeChoice
from tests.plans.drafts import TODAY, add_task, issued
from tests.world import build_federation


def fill() -> None:
    """Plan 1 of the province is what others are copied from; Ba Tri works on its part of it."""
    clock.set_today(TODAY)
    with audit_context(user_id=None, origin="test"):
        federation = build_federation()
        for username in ("batri", "cholach"):
            NoticeChoice.objects.create(user=federation[username], mail_now=True)
        plan = Plan.objects.create(
            unit=federation.province,
            subject="Cải cách hành chính",
            state=PlanState.IN_REVIEW,
            created_by=federation["chuyenvien"],
        )
        add_task(plan, "1", federation.ba_tri, date(2023, 6, 30), cooperating=federation.office)
        add_task(plan, "2", federation.cho_lach, date(2023, 6, 30))
        issued(plan, federation)
        part = Assignment.objects.get(plan=plan, unit=federation.ba_tri)
        take_assignment(assignment_id=part.pk, by=federation["batri"])
