"""Urging (Đôn đốc): those who still have the work open are told, once a day."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import Conflict, NotFound
from congdoan.core.finding import find
from congdoan.plans.models import Assignment, AssignmentStep, Plan, StepKind
from congdoan.plans.models.assignment import OPEN
from congdoan.plans.queries.work.conditions import late
from congdoan.plans.services.work.items import CONFIRM, EXECUTE, REPORT, TAKE
from congdoan.plans.services.work.lookup import locked_assignment, require_coordinator
from congdoan.worklist.addressing import HOLDERS, holders_params
from congdoan.worklist.services.notices import tell_selected

URGED = "plans.urged"
_TOLD = f"""
    with work as (
        select item.object_id as item_id, item.user_id, item.unit_id, item.action from worklist_workitem item
        where item.kind = any(%s) and item.object_id = any(%s) and item.state = 'open'
    ), {HOLDERS}, told as (
        select holder.user_id, %s as kind, 'Đôn đốc: ' || task.title ||
            coalesce(', hạn ' || to_char(assignment.due, 'DD/MM/YYYY'), '') as text,
            replace(%s, '/0/', '/' || assignment.id || '/') as url,
            'plans.urged:' || assignment.id || ':' || %s as key
        from holder join plans_assignment assignment on assignment.id = holder.item_id
        join plans_task task on task.id = assignment.task_id
    )
"""  # noqa: S608


@transaction.atomic
def urge_assignment(*, assignment_id: int, by: User, note: str = "") -> Assignment:
    """The coordinator urges one unit. Raises Conflict when that was done today already."""
    assignment = locked_assignment(assignment_id, by)
    require_coordinator(by, assignment.plan)
    if assignment.state not in OPEN:
        raise assignment.refusal("Đôn đốc")
    if earlier := _urged_today().filter(assignment=assignment).select_related("by").first():
        raise Conflict(f"{earlier.by} đã đôn đốc {assignment.unit} hôm nay.")
    _urge([assignment.pk], by, note.strip())
    return assignment


@transaction.atomic
def urge_overdue(*, plan_id: int, by: User) -> int:
    """Urge every unit that is late with the plan and was not urged today; returns for how many assignments."""
    plan = find(Plan.objects.select_related("unit", "coordinator"), plan_id)
    if plan is None:
        raise NotFound("Không có văn bản này.")
    require_coordinator(by, plan)
    found = Assignment.objects.filter(late(clock.today()), plan=plan).exclude(
        pk__in=_urged_today().values("assignment")
    )
    ids = list(found.values_list("pk", flat=True))
    _urge(ids, by)
    return len(ids)


def _urged_today() -> QuerySet[AssignmentStep]:
    return AssignmentStep.objects.filter(kind=StepKind.URGED, on=clock.today())


def _urge(assignment_ids: Sequence[int], by: User, note: str = "") -> None:
    today = clock.today()
    AssignmentStep.objects.bulk_create(
        [AssignmentStep(assignment_id=pk, kind=StepKind.URGED, by=by, on=today, note=note) for pk in assignment_ids],
        batch_size=5000,
    )
    kinds, url = [TAKE, REPORT, EXECUTE, CONFIRM], reverse("plans:assignment", args=[0])
    tell_selected(_TOLD, [kinds, list(assignment_ids), *holders_params(today), URGED, url, today.isoformat()])
