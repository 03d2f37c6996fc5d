"""What lies on desks because of an issued plan: taken away, moved and renamed as the plan changes."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from congdoan.plans.models import (
    Assignment,
    Executor,
    Obstacle,
    ObstacleState,
    Plan,
    ProgressReport,
    ReportState,
    Task,
)
from congdoan.plans.models.assignment import OPEN, AssignmentState
from congdoan.plans.models.obstacle import UNANSWERED
from congdoan.plans.services.work.close_periods import cancel_periods
from congdoan.plans.services.work.items import ACCEPT, ANSWER, CONFIRM, EXECUTE, REPORT, TAKE, source_of
from congdoan.worklist.models import WorkItem

UNFINISHED = (*OPEN, AssignmentState.PAUSED)
OF_ASSIGNMENTS = (TAKE, REPORT, EXECUTE, CONFIRM, ACCEPT)
DUE_WITH_TASK = (TAKE, REPORT, CONFIRM)
"""Work that is due on the unit's day; accepting has a clock of its own, persons may have a day of their own."""


def drop_work_of(assignments: QuerySet[Assignment], *, on: date) -> None:
    """Withdraw these assignments: their work goes from every desk, with what was asked and what waited for an answer.

    A fixed number of statements, however many assignments there are.
    """
    cancelled = {"state": WorkItem.State.CANCELLED, "closed_on": on}
    _open(kind__in=OF_ASSIGNMENTS, object_id__in=assignments.values("pk")).update(**cancelled)
    drop_questions(Obstacle.objects.filter(assignment__in=assignments), on=on)
    cancel_periods(assignments, on=on)
    waiting = (ReportState.TO_CONFIRM, ReportState.TO_ACCEPT)
    ProgressReport.objects.filter(assignment__in=assignments, state__in=waiting).update(state=ReportState.NOTED)
    assignments.update(state=AssignmentState.WITHDRAWN, open_obstacles=0)


def drop_questions(obstacles: QuerySet[Obstacle], *, on: date) -> None:
    """Nobody has to answer those of them that have no answer."""
    asked = obstacles.filter(state__in=UNANSWERED)
    cancelled = {"state": WorkItem.State.CANCELLED, "closed_on": on}
    _open(kind=ANSWER, object_id__in=asked.values("pk")).update(**cancelled)
    asked.update(state=ObstacleState.WITHDRAWN)


def questions_follow(plan: Plan, successor: Plan) -> None:
    """What was asked about the paper itself and not answered is asked about the one that took its place."""
    asked = Obstacle.objects.filter(plan=plan, state__in=UNANSWERED)
    ids = list(asked.values_list("pk", flat=True))
    asked.update(plan=successor, section=None)
    for obstacle in Obstacle.objects.filter(pk__in=ids).select_related("plan"):
        _open(kind=ANSWER, object_id=obstacle.pk).update(
            title=f"Vướng mắc: {obstacle.about}"[:300], source=obstacle.place[:300]
        )


def move_due_of(task: Task) -> None:
    """The task's day becomes the day of all who have not finished; a person's own later day moves up to it."""
    move_due_to(task.assignments.filter(state__in=UNFINISHED), task.due)


def move_due_to(moved: QuerySet[Assignment], due: date | None) -> None:
    """The day of these assignments, with that of the work and of the persons' parts."""
    if due:
        Executor.objects.filter(assignment__in=moved, done_on=None, due__gt=due).update(due=due)
    _open(kind__in=DUE_WITH_TASK, object_id__in=moved.values("pk")).update(due=due)
    own = Executor.objects.filter(assignment=OuterRef("object_id"), user=OuterRef("user_id")).values("due")[:1]
    parts = _open(kind=EXECUTE, object_id__in=moved.values("pk")).annotate(own_due=Subquery(own))
    parts.filter(own_due=None).update(due=due)
    if due:
        parts.filter(due__gt=due).update(due=due)
    moved.update(due=due)


def rename_work_of(task: Task) -> None:
    """Open work bears the task's present name, and what the unit's part in it is."""
    title = task.title[:300]
    assignments = list(task.assignments.order_by("pk").select_related("plan"))
    ids = [assignment.pk for assignment in assignments]
    _open(kind__in=OF_ASSIGNMENTS, object_id__in=ids).exclude(title=title).update(title=title)
    asked = Obstacle.objects.filter(assignment__in=ids, state__in=UNANSWERED)
    _open(kind=ANSWER, object_id__in=asked.values("pk")).update(title=f"Vướng mắc: {task.title}"[:300])
    for role in {assignment.role for assignment in assignments}:
        same = [assignment for assignment in assignments if assignment.role == role]
        same[0].task = task
        found = _open(kind__in=(TAKE, REPORT, CONFIRM, ACCEPT), object_id__in=[one.pk for one in same])
        found.update(source=source_of(same[0])[:300])


def give_again(task: Task, unit_ids: Iterable[int], *, on: date) -> None:
    """Units that had left the task join it anew, with its present day."""
    left = task.assignments.filter(state=AssignmentState.WITHDRAWN, unit_id__in=unit_ids)
    left.update(state=AssignmentState.NEW, due=task.due, given_on=on, taken_on=None)


def _open(**which: Any) -> QuerySet[WorkItem]:
    return WorkItem.objects.filter(state=WorkItem.State.OPEN, **which)
