"""The place of tasks in the draft, and the numbers that follow from it."""

from typing import Final

from congdoan.plans.models import Plan, Task
from congdoan.plans.numbering import task_numbers

STEP: Final = 1000


def place_after(plan: Plan, order: int | None) -> int:
    """A free place after `order` (None: at the very end); makes room when there is none."""
    orders = list(Task.objects.filter(plan=plan).order_by("order").values_list("order", flat=True))
    if order is None or not orders or order >= orders[-1]:
        return (orders[-1] if orders else 0) + STEP
    following = next(o for o in orders if o > order)
    if following - order > 1:
        return (order + following) // 2
    return place_after(plan, _spread(plan, order))


def _spread(plan: Plan, order: int) -> int:
    tasks = list(Task.objects.filter(plan=plan).order_by("order", "pk"))
    moved = order
    for place, task in enumerate(tasks, start=1):
        if task.order == order:
            moved = place * STEP
        task.order = place * STEP
    Task.objects.bulk_update(tasks, ["order"])
    return moved


def number_again(plan: Plan) -> None:
    """Write the numbers that follow from sections and places; only those that changed."""
    tasks = list(Task.objects.filter(plan=plan).select_related("section").order_by("order", "pk"))
    changed = []
    for task, number in zip(tasks, task_numbers(t.section.number if t.section else "" for t in tasks), strict=True):
        if task.number != number:
            task.number = number[:40]
            changed.append(task)
    Task.objects.bulk_update(changed, ["number"])
