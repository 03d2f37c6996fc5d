"""The tasks of the papers of a tree, each with how many parts are done and late."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from congdoan.accounts.models import User
from congdoan.plans.models import Assignment, Task
from congdoan.plans.queries.plans import PlanFigures, figures_by

SHOWN: Final = 40
"""Tasks of one paper that are shown."""


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task, and the figures of its parts that the person may see."""

    task: Task
    figures: PlanFigures


def tasks_by_plan(plan_ids: Collection[int], user: User, *, on: date) -> dict[int, list[TaskLine]]:
    """The first SHOWN tasks of each paper, in its order, by paper id. Two queries."""
    place = Window(RowNumber(), partition_by=F("plan"), order_by=(F("order"), F("pk")))
    found = Task.objects.filter(plan__in=plan_ids, withdrawn_on=None).annotate(place=place).filter(place__lte=SHOWN)
    tasks = list(found.order_by("plan_id", "order", "pk"))
    seen = Assignment.objects.visible_to(user, "tasks.view").filter(task__in=[task.pk for task in tasks])
    figures = figures_by("task_id", seen, on)
    lines: dict[int, list[TaskLine]] = {}
    for task in tasks:
        lines.setdefault(task.plan_id, []).append(TaskLine(task, figures.get(task.pk, PlanFigures())))
    return lines
