"""Tells a unit when the work below is enough to report to its superior."""

from typing import Final

from django.db import transaction
from django.urls import reverse
from procrastinate.contrib.django import app

from congdoan.plans.models import Assignment, AssignmentState, RollUp
from congdoan.plans.queries.local.parts import local_work
from congdoan.worklist.services.notices import tell_holders

READY: Final = "plans.ready_to_report"


JOB: Final = "congdoan.plans.tell_if_enough"


def ask_if_sum_enough(part: Assignment) -> None:
    """After a figure was reported: as `ask_if_enough`, where the superior's rule is a sum."""
    superior = part.task.carries_out
    if superior is not None and superior.roll_up == RollUp.SUM:
        ask_if_enough(part)


def ask_if_enough(part: Assignment) -> None:
    """After a part is done: the worker looks whether the superior's rule is met; whoever reports does not wait."""
    if part.task.carries_out_id is not None:
        app.configure_task(JOB).defer(part_id=part.pk)


@transaction.atomic
def tell_if_enough(part: Assignment) -> None:
    """Whoever reports for the plan's unit is told once that the rule of the superior is met by the work below.

    The superior's assignment is locked first, so that of two last parts at once the second sees the first.
    """
    if part.task.carries_out_id is None:
        return
    above = Assignment.objects.filter(task=part.task.carries_out_id, unit=part.plan.unit_id)
    doing = above.filter(state=AssignmentState.DOING).select_related("task", "plan")
    held = doing.select_for_update(of=("self",)).first()
    if held is None:
        return
    if held.task.roll_up == RollUp.SUM:
        tell_if_enough(held)  # the sum goes through every level at once
    if not local_work(held).is_enough:
        return
    words = f"Đã đủ phần việc bên dưới để báo cáo xong: {held.task.title}"
    url = reverse("plans:assignment", args=[held.pk])
    tell_holders([held.unit_id], "tasks.report", READY, words, url, f"{READY}:{held.pk}")
