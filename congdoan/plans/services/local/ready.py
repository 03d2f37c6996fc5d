"""Tells a unit when the work below is enough to report to its superior."""

from typing import Final

from django.urls import reverse

from congdoan.plans.models import Assignment, AssignmentState
from congdoan.plans.queries.local.parts import local_work
from congdoan.worklist.services.notices import tell_holders

READY: Final = "plans.ready_to_report"


def tell_if_enough(part: Assignment) -> None:
    """After a part is done: whoever reports for the plan's unit is told once that the rule of the superior is met.

    The superior's assignment is locked first, so that of two last parts at once the second sees the first.
    """
    if part.task.carries_out_id is None:
        return
    above = Assignment.objects.filter(task=part.task.carries_out_id, unit=part.plan.unit_id)
    held = above.select_for_update(of=("self",)).select_related("task").filter(state=AssignmentState.DOING).first()
    if held is None or not local_work(held).is_enough:
        return
    words = f"Đã đủ phần việc bên dưới để báo cáo xong: {held.task.title}"
    url = reverse("plans:assignment", args=[held.pk])
    tell_holders([held.unit_id], "tasks.report", READY, words, url, f"{READY}:{held.pk}")
