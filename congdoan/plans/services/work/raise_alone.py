from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import Invalid
from congdoan.core.finding import find
from congdoan.core.text import normalise
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import require
from congdoan.plans.models import Obstacle, Plan, Section
from congdoan.plans.queries.answers.raising import papers_with_part
from congdoan.plans.queries.work.coordination import coordinating_unit, office_above
from congdoan.plans.queries.work.unit_tasks import unit_seen
from congdoan.plans.services.work.items import obstacle_due, open_answer
from congdoan.plans.services.work.steps import required


@transaction.atomic
def raise_alone(
    *, unit_id: int, by: User, text: str, plan_id: int | None = None, section_id: int | None = None, subject: str = ""
) -> Obstacle:
    """Ask about a paper of which the unit has a part, or in general about a `subject`; the clock is that of tasks'.

    It goes to whoever coordinates the paper, else to the office of the superior. Raises NotFound for a unit that `by`
    does not see, NotAllowed where they do not report, Invalid for a paper that the unit has no part of.
    """
    unit = unit_seen(unit_id, by)
    require(by, "tasks.report", unit)
    plan = _paper(plan_id, unit) if plan_id else None
    obstacle = Obstacle.objects.create(
        unit=unit,
        plan=plan,
        section=_section(plan, section_id),
        subject=normalise(subject) if plan else required(subject, "khó khăn về việc gì, hoặc chọn văn bản", "subject"),
        text=required(text, "khó khăn, vướng mắc cần giải quyết", "obstacle"),
        routed_to=coordinating_unit(plan) if plan else _office(unit),
        due=obstacle_due(),
        raised_by=by,
        raised_on=clock.today(),
    )
    open_answer(obstacle, obstacle.routed_to)
    return obstacle


def _paper(plan_id: int, unit: Unit) -> Plan:
    """Locked, so that it does not end meanwhile."""
    found = papers_with_part([unit]).select_related("unit", "coordinator").select_for_update(of=("self",))
    plan = find(found, plan_id)
    if plan is None:
        raise Invalid(
            f"{unit} không có phần việc nào trong văn bản đang thực hiện này. Chọn văn bản khác.", field="paper"
        )
    return plan


def _section(plan: Plan | None, section_id: int | None) -> Section | None:
    if plan is None or section_id is None:
        return None
    section = find(plan.sections, section_id)
    if section is None:
        raise Invalid(f"Mục này không thuộc {plan}. Chọn lại.", field="section")
    return section


def _office(unit: Unit) -> Unit:
    office = office_above(unit)
    if office is None:
        raise Invalid(
            f"{unit} không có cấp trên trong hệ thống. Chọn văn bản mà khó khăn này liên quan.", field="subject"
        )
    return office
