"""The tasks of the papers of a tree, each with how many parts are done and late."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from django.db.models import Count, F, Window
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


@dataclass(slots=True)
class TaskLines:
    """Those of one paper that are shown, of `count` in all."""

    count: int = 0
    lines: list[TaskLine] = field(default_factory=list)

    @property
    def more(self) -> int:
        return self.count - len(self.lines)


def tasks_by_plan(plan_ids: Collection[int], user: User, *, on: date) -> dict[int, TaskLines]:
    """The first SHOWN tasks of each paper, in its order, by paper id, and how many it has. Two queries."""
    place = Window(RowNumber(), partition_by=F("plan"), order_by=(F("order"), F("pk")))
    count = Window(Count("pk"), partition_by=F("plan"))
    ordered = Task.objects.filter(plan__in=plan_ids, withdrawn_on=None).annotate(place=place, in_plan=count)
    found = ordered.filter(place__lte=SHOWN)
    tasks = list(found.order_by("plan_id", "order", "pk"))
    seen = Assignment.objects.visible_to(user, "tasks.view").filter(task__in=[task.pk for task in tasks])
    figures = figures_by("task_id", seen, on)
    kept: dict[int, TaskLines] = {}
    for task in tasks:
        of_plan = kept.setdefault(task.plan_id, TaskLines(task.in_plan))  # type: ignore[attr-defined]
        of_plan.lines.append(TaskLine(task, figures.get(task.pk, PlanFigures())))
    return kept
