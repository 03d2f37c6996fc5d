"""Tells people what became of a plan: its maker when it is returned, units when it gives or changes their work."""

from collections.abc import Sequence

from django.urls import reverse

from congdoan.plans.models import Amendment, Assignment, AssignmentState, Plan, PlanStep
from congdoan.plans.models.assignment import OPEN
from congdoan.worklist.services.notices import tell, tell_holders

ISSUED, RETURNED, AMENDED, ENDED = "plans.issued", "plans.returned", "plans.amended", "plans.ended"


def tell_issued(plan: Plan) -> None:
    """To whoever takes work for the units that got a part."""
    units = Assignment.objects.filter(plan=plan).order_by().values_list("unit_id", flat=True).distinct()
    words = f"{plan.unit} ban hành {plan}: {plan.subject}"
    tell_holders(units, "tasks.assign", ISSUED, words, _page(plan), f"{ISSUED}:{plan.pk}")


def tell_returned(plan: Plan, step: PlanStep) -> None:
    if plan.created_by and plan.created_by_id != step.by_id:
        words = f"Trả lại {plan.subject}: {step.note}"
        tell([plan.created_by], RETURNED, words, _page(plan), f"{RETURNED}:{step.pk}")


def tell_amended(amendment: Amendment) -> None:
    """To the units of the changed tasks alone; of a change that holds for some units, to those."""
    for_all, for_some = amendment.changes.filter(units=None), amendment.changes.exclude(units=None)
    units = Assignment.objects.filter(task__in=for_all.values("task_id")).order_by().values_list("unit_id", flat=True)
    some = for_some.order_by().values_list("units", flat=True)
    words = f"{amendment.plan.unit} điều chỉnh {amendment.plan}: {amendment.reason}"
    url = f"{_page(amendment.plan)}?phan=dieu-chinh"
    tell_holders({*units, *some}, "tasks.assign", AMENDED, words, url, f"{AMENDED}:{amendment.pk}")


def tell_moved(plan: Plan, successor: Plan, task_ids: Sequence[int]) -> None:
    """To the units whose tasks go on in the newer paper."""
    if not task_ids:
        return
    units = Assignment.objects.filter(task__in=task_ids).order_by().values_list("unit_id", flat=True).distinct()
    words = f"{plan.unit}: nhiệm vụ của {plan} chuyển sang {successor}, tiếp tục thực hiện"
    tell_holders(units, "tasks.assign", AMENDED, words, _page(successor), f"{AMENDED}:moved:{plan.pk}:{successor.pk}")


def tell_ended(plan: Plan) -> None:
    """To the units that still had work of a plan now withdrawn or replaced; asks before that work goes."""
    open_ones = Assignment.objects.filter(plan=plan, state__in=(*OPEN, AssignmentState.PAUSED))
    step = plan.steps.last()
    words = f"{plan.unit}: {plan} {plan.get_state_display().lower()}" + (f". {step.note}" if step and step.note else "")
    units = open_ones.order_by().values_list("unit_id", flat=True).distinct()
    tell_holders(units, "tasks.assign", ENDED, words, _page(plan), f"{ENDED}:{plan.pk}")


def _page(plan: Plan) -> str:
    return reverse("plans:plan", args=[plan.pk])
