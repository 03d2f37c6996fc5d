"""Replacing or repealing a paper by a newer one: each open task ends, or goes on in the newer one."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Final, Literal

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import Conflict, Invalid
from congdoan.core.finding import find
from congdoan.documents.models import Document
from congdoan.plans.models import Amendment, AmendmentChange, Assignment, AssignmentState, Plan, PlanState, Target, Task
from congdoan.plans.models.assignment import OPEN
from congdoan.plans.services.lifecycle.end import drop_work
from congdoan.plans.services.lifecycle.given_work import questions_follow, rename_work_of
from congdoan.plans.services.lifecycle.notify import tell_moved
from congdoan.plans.services.lifecycle.steps import locked_plan, take_step

How = Literal["replaced", "repealed"]
Kind = AmendmentChange.Kind
_UNFINISHED: Final = (*OPEN, AssignmentState.PAUSED)
_OF_OLD_PAPER: Final = {"section": None, "start": None, "end": None, "page": None}
_NUMBER_LENGTH: Final = 40


@transaction.atomic
def replace_plan(
    *, plan_id: int, successor_id: int, by: User, on: date, how: How = "replaced", moved: Collection[int] = ()
) -> Plan:
    """Say that an issued paper is replaced or repealed by another one of the same unit that is in force.

    The tasks `moved` go on in that one with everything that units have reported; every other open task ends. What is
    done stays. Both papers keep what happened to each task, and every unit is told what became of its part.
    Raises Invalid for another paper than a running one of the unit, Conflict when a moved task is no longer open.
    """
    plan = locked_plan(plan_id, by=by, action="plans.approve")
    running = Plan.objects.select_for_update(of=("self",)).select_related("unit", "document")
    successor = find(running.filter(unit=plan.unit, state=PlanState.RUNNING).exclude(pk=plan.pk), successor_id)
    if successor is None:
        raise Invalid("Chọn một văn bản đang thực hiện của cùng đơn vị.", field="successor")
    state = PlanState.REPEALED if how == "repealed" else PlanState.REPLACED
    if not plan.may_become(state):
        raise plan.refusal(str(state.label))
    left = list(open_tasks(plan))
    going = [task for task in left if task.pk in moved]
    if len(going) != len(set(moved)):
        raise Conflict("Có nhiệm vụ được chọn không còn đang thực hiện. Xem lại danh sách rồi nhấn lần nữa.")
    verb = "Bãi bỏ bởi" if how == "repealed" else "Thay bằng"
    _remember(plan, successor, left, going, f"{verb} {successor}", by=by, on=on)
    _move(going, successor)
    tell_moved(plan, successor, [task.pk for task in going])
    plan.replaced_by = successor
    take_step(plan, state, by=by, on=on, note=f"{verb} {successor}")
    if how == "replaced":
        questions_follow(plan, successor)
    drop_work(plan, on)
    _end_paper(plan, successor, how)
    return plan


def retire(plan: Plan, successor: Plan, tasks: Sequence[Task], went: Mapping[int, Task], *, by: User, on: date) -> None:
    """Another paper, which merges several, has taken over: `went` says by their ids which task each became."""
    why = f"Gộp vào {successor}"
    ended = _amend(plan, why, by, on)
    AmendmentChange.objects.bulk_create(
        AmendmentChange(
            amendment=ended,
            task=task,
            kind=Kind.MOVED if task.pk in went else Kind.ENDED,
            before={"title": task.title, "number": task.number},
            after={"plan": f"{successor}, mục {went[task.pk].number}: {went[task.pk].title}"}
            if task.pk in went
            else {},
        )
        for task in tasks
    )
    tell_moved(plan, successor, [task.pk for task in went.values()])
    plan.replaced_by = successor
    take_step(plan, PlanState.REPLACED, by=by, on=on, note=why)
    questions_follow(plan, successor)
    drop_work(plan, clock.today())
    _end_paper(plan, successor, "replaced")


def open_tasks(plan: Plan) -> QuerySet[Task]:
    """The tasks of which a unit still owes a part, in their order."""
    owed = Assignment.objects.filter(task=OuterRef("pk"), state__in=_UNFINISHED)
    return plan.tasks.filter(Exists(owed), withdrawn_on=None).order_by("order", "pk")


def _remember(
    plan: Plan, successor: Plan, left: Sequence[Task], going: Sequence[Task], why: str, *, by: User, on: date
) -> None:
    """An amendment of the old paper says what became of each open task, one of the newer what it took over."""
    if left:
        ended = _amend(plan, why, by, on)
        AmendmentChange.objects.bulk_create(
            AmendmentChange(
                amendment=ended,
                task=task,
                kind=Kind.MOVED if task in going else Kind.ENDED,
                before={"title": task.title, "number": task.number},
                after={"plan": str(successor)} if task in going else {},
            )
            for task in left
        )
    if going:
        taken = _amend(successor, f"Nhận nhiệm vụ của {plan}", by, on)
        AmendmentChange.objects.bulk_create(
            AmendmentChange(amendment=taken, task=task, kind=Kind.ADD, after={"title": task.title, "due": _iso(task)})
            for task in going
        )


def _amend(plan: Plan, reason: str, by: User, on: date) -> Amendment:
    plan.version += 1
    plan.save(update_fields=["version"])
    return Amendment.objects.create(plan=plan, version=plan.version, reason=reason, on=on, by=by)


def _move(tasks: Sequence[Task], successor: Plan) -> None:
    """Their numbers say from which paper they come; parts, reports and people stay as they are."""
    last = successor.tasks.order_by("-order").values_list("order", flat=True).first() or 0
    for place, task in enumerate(tasks, start=last + 1):
        number = f"{task.number} ({task.plan.symbol})" if task.plan.symbol else task.number
        task.plan, task.order, task.number, task.section = successor, place, number[:_NUMBER_LENGTH], None
        task.start = task.end = task.page = None
        task.revision += 1
    Task.objects.bulk_update(tasks, ["plan", "order", "number", "revision", *_OF_OLD_PAPER])
    ids = [task.pk for task in tasks]
    Task.objects.filter(pk__in=ids, after__isnull=False).exclude(after__in=ids).update(after=None)
    Task.objects.filter(after__in=ids).exclude(pk__in=ids).update(after=None)
    Target.objects.filter(task__in=ids).update(plan=successor, section=None)
    Assignment.objects.filter(task__in=ids).update(plan=successor)
    for task in tasks:
        rename_work_of(task)


def _end_paper(plan: Plan, successor: Plan, how: How) -> None:
    if plan.document_id and successor.document_id:
        validity = Document.Validity.EXPIRED if how == "repealed" else Document.Validity.REPLACED
        Document.objects.filter(pk=plan.document_id).update(validity=validity, replaced_by=successor.document_id)


def _iso(task: Task) -> str:
    return task.due.isoformat() if task.due else ""
