"""A task that the superior gave, and that the unit's draft has not: put where it belongs."""

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core.errors import Conflict
from congdoan.plans.models import Plan, RollUp, Section, Task
from congdoan.plans.queries.local.given import left_out
from congdoan.plans.services.drafting.copies import copy_sections, copy_targets, copy_tasks
from congdoan.plans.services.local.carry_out import headings_of, lead_alone
from congdoan.plans.services.review.editing import editing
from congdoan.plans.services.review.order import number_again, place_after


@transaction.atomic
def take_in(*, plan_id: int, task_id: int, by: User) -> Task:
    """Add the superior's task to the draft, under its heading. Raises Conflict when it is there, or no longer given."""
    with editing(plan_id, by=by, summary="Thêm nhiệm vụ cấp trên giao") as edit:
        given = next((task for task in left_out(edit.plan) if task.pk == task_id), None)
        if given is None:
            raise Conflict("Nhiệm vụ này đã có trong bản nháp, hoặc cấp trên không còn giao. Tải lại trang.")
        section = _section_for(edit.plan, given)
        place = place_after(edit.plan, _last_before(edit.plan, section))
        changes = {"carries_out_id": given.pk, "order": place, "roll_up": RollUp.ALL, "roll_up_least": None}
        made = copy_tasks([given], edit.plan, {given.section_id: section} if section else {}, **changes)
        copy_targets(given.targets.all(), edit.plan, {}, made)
        number_again(edit.plan)
        lead_alone(edit.plan, made.values())
    return made[given.pk]


def _section_for(plan: Plan, given: Task) -> Section | None:
    """The heading of that number in the draft; made anew with those above it when there is none."""
    if given.section is None:
        return None
    have = {section.number: section for section in plan.sections.all()}
    wanted = headings_of([given], given.plan.sections.all())
    copy_sections([section for section in wanted if section.number not in have], plan)
    return plan.sections.filter(number=given.section.number).first()


def _last_before(plan: Plan, section: Section | None) -> int | None:
    if section is None:
        return None
    last = Task.objects.filter(plan=plan, section__order__lte=section.order).order_by("-order").first()
    return last.order if last else 0
