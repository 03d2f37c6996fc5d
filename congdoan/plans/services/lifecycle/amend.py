"""Amending an issued plan: a version that says what was changed, and changes only the desks that it concerns."""

from collections.abc import Sequence
from datetime import date
from functools import singledispatch
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from congdoan.accounts.models import User
from congdoan.core.errors import Conflict, Invalid, NotFound
from congdoan.core.finding import find
from congdoan.core.text import fold, normalise
from congdoan.plans.models import Amendment, AmendmentChange, PartyRole, Plan, PlanState, Task
from congdoan.plans.models.assignment import OPEN, Assignment, AssignmentState
from congdoan.plans.queries.local.given import given_tasks
from congdoan.plans.services.lifecycle.amend_changes import (
    AddTask,
    Change,
    ChangeAfter,
    ChangeParties,
    ChangeRollUp,
    MoveDue,
    Reword,
    Withdraw,
)
from congdoan.plans.services.lifecycle.amend_units import keep_units, move_due_for, units_apart, withdraw_from
from congdoan.plans.services.lifecycle.distribute import assign_tasks, open_take_work, wanted_parties
from congdoan.plans.services.lifecycle.given_work import drop_work_of, give_again, move_due_of, rename_work_of
from congdoan.plans.services.lifecycle.notify import tell_amended
from congdoan.plans.services.lifecycle.parties import parties_as_text, set_parties
from congdoan.plans.services.lifecycle.steps import locked_plan
from congdoan.plans.services.local.limits import check_day
from congdoan.plans.services.local.roll_up import check_roll_up
from congdoan.plans.services.sequence import check_after

__all__ = [
    "AddTask",
    "Change",
    "ChangeAfter",
    "ChangeParties",
    "ChangeRollUp",
    "MoveDue",
    "Reword",
    "Withdraw",
    "amend_plan",
]
Kind = AmendmentChange.Kind


@transaction.atomic
def amend_plan(
    *,
    plan_id: int,
    by: User,
    on: date,
    reason: str,
    decision: str = "",
    changes: Sequence[Change],
    seen: int | None = None,
) -> Amendment:
    """Change an issued plan; every change is kept as before and after, with the task it concerns.

    `seen` is the version of the plan that the person looked at: Raises Conflict when somebody has since amended one of
    these tasks, Invalid without a reason or a change, IllegalTransition unless the plan is running.
    """
    if not normalise(reason):
        raise Invalid("Ghi lý do điều chỉnh, để đơn vị được giao biết vì sao.", field="reason")
    plan = locked_plan(plan_id, by=by, action="plans.issue")
    if plan.state != PlanState.RUNNING:
        raise plan.refusal("Điều chỉnh")
    if seen is not None:
        _check_unchanged(plan, changes, seen)
    plan.version += 1
    plan.save(update_fields=["version"])
    amendment = Amendment.objects.create(
        plan=plan, version=plan.version, reason=reason.strip(), decision=normalise(decision), on=on, by=by
    )
    made = [record for change in changes if (record := _apply(change, plan, on)) is not None]
    if not made:
        raise Invalid(f"Chưa có thay đổi nào so với {plan.noun} đang thực hiện.")
    for record in made:
        record.amendment = amendment
    AmendmentChange.objects.bulk_create(made)
    keep_units(made)
    tell_amended(amendment)
    return amendment


def _check_unchanged(plan: Plan, changes: Sequence[Change], seen: int) -> None:
    tasks = [change.task_id for change in changes if not isinstance(change, AddTask)]
    newer = AmendmentChange.objects.filter(amendment__plan=plan, amendment__version__gt=seen, task__in=tasks)
    if other := newer.select_related("amendment__by", "task").order_by("-pk").first():
        raise Conflict(
            f"{other.amendment.by} đã điều chỉnh mục {other.task.number} ngày {other.amendment.on:%d/%m/%Y} "
            f"({other.get_kind_display().lower()}). So lại các ô với {plan.noun}, rồi nhấn Điều chỉnh lần nữa."
        )


@singledispatch
def _apply(change: Any, plan: Plan, on: date) -> AmendmentChange | None:
    raise TypeError(f"not a change of a plan: {change!r}")


@_apply.register
def _(change: Withdraw, plan: Plan, on: date) -> AmendmentChange | None:
    task = _task_of(plan, change.task_id)
    if change.unit_ids:
        return withdraw_from(task, change.unit_ids)
    task.withdrawn_on = on
    _save(task, ["withdrawn_on"])
    _withdraw_assignments(task.assignments.all(), on)
    return AmendmentChange(task=task, kind=Kind.WITHDRAW, before={"title": task.title}, after={})


@_apply.register
def _(change: MoveDue, plan: Plan, on: date) -> AmendmentChange | None:
    task = _task_of(plan, change.task_id)
    before = task.due
    if before == change.due and not change.unit_ids:
        return None
    _check_ahead(change.due, task.number, on)
    check_day(change.due, task.carries_out, recurs=bool(task.recurrence))
    if change.unit_ids:
        return move_due_for(task, change.unit_ids, change.due)
    task.due, task.due_from_plan, task.due_text = change.due, False, ""
    _save(task, ["due", "due_from_plan", "due_text"])
    move_due_of(task)
    return AmendmentChange(task=task, kind=Kind.DUE, before={"due": _iso(before)}, after={"due": _iso(change.due)})


@_apply.register
def _(change: Reword, plan: Plan, on: date) -> AmendmentChange | None:
    task = _task_of(plan, change.task_id)
    before = {"title": task.title, "text": task.text}
    after = {"title": normalise(change.title), "text": change.text.strip()}
    if before == after:
        return None
    if not after["title"] or not after["text"]:
        raise Invalid(f"Mục {task.number} cần có tên việc và nội dung.")
    task.title, task.text, task.folded = after["title"], after["text"], fold(f"{after['title']} {after['text']}")
    _save(task, ["title", "text", "folded"])
    rename_work_of(task)
    return AmendmentChange(task=task, kind=Kind.TEXT, before=before, after=after)


@_apply.register
def _(change: ChangeParties, plan: Plan, on: date) -> AmendmentChange | None:
    task = _task_of(plan, change.task_id)
    before = parties_as_text(task)
    set_parties(task, change.parties)
    after = parties_as_text(task)
    if before == after:
        return None
    _follow_parties(task, plan, on)
    open_take_work(plan, [task.pk])
    return AmendmentChange(task=task, kind=Kind.PARTIES, before=before, after=after)


@_apply.register
def _(change: ChangeRollUp, plan: Plan, on: date) -> AmendmentChange | None:
    task = _task_of(plan, change.task_id)
    before = task.roll_up_words
    check_roll_up({"roll_up": change.rule, "roll_up_least": change.least})
    task.roll_up, task.roll_up_least = change.rule, change.least
    if task.roll_up_words == before:
        return None
    _save(task, ["roll_up", "roll_up_least"])
    return AmendmentChange(task=task, kind=Kind.ROLL_UP, before={"rule": before}, after={"rule": task.roll_up_words})


@_apply.register
def _(change: ChangeAfter, plan: Plan, on: date) -> AmendmentChange | None:
    task = _task_of(plan, change.task_id)
    before = task.after
    if change.after_id == (before.pk if before else None):
        return None
    check_after(plan, task, change.after_id)
    task.after = plan.tasks.get(pk=change.after_id) if change.after_id else None
    _save(task, ["after"])
    words = [_named(one) if one else "" for one in (before, task.after)]
    return AmendmentChange(task=task, kind=Kind.AFTER, before={"first": words[0]}, after={"first": words[1]})


@_apply.register
def _(change: AddTask, plan: Plan, on: date) -> AmendmentChange | None:
    last = plan.tasks.order_by("-order").values_list("order", flat=True).first() or 0
    title = normalise(change.title)
    if not title:
        raise Invalid("Nhiệm vụ thêm vào cần có tên việc.", field="title")
    _check_ahead(change.due, change.number or title[:40], on)
    superior = given_tasks(plan.unit).get(pk=change.carries_out_id) if change.carries_out_id else None
    check_day(change.due, superior)
    task = Task.objects.create(
        plan=plan,
        section_id=change.section_id,
        order=last + 1,
        number=normalise(change.number),
        title=title,
        text=change.text.strip() or title,
        due=change.due,
        carries_out=superior,
        folded=fold(f"{title} {change.text}"),
    )
    check_after(plan, task, change.after_id)
    task.after = plan.tasks.get(pk=change.after_id) if change.after_id else None
    task.save(update_fields=["after"])
    set_parties(task, change.parties)
    assign_tasks(plan, [task.pk], on=on)
    open_take_work(plan, [task.pk])
    after = {"title": title, "due": _iso(change.due), **parties_as_text(task)}
    first = {"first": _named(task.after)} if task.after else {}
    return AmendmentChange(task=task, kind=Kind.ADD, before={}, after=after | first)


def _check_ahead(due: date | None, which: str, on: date) -> None:
    if due and due < on:
        raise Invalid(f"Hạn {due:%d/%m/%Y} của mục {which} đã qua. Chọn ngày từ hôm nay trở đi.", field="due")


def _task_of(plan: Plan, task_id: int) -> Task:
    task = find(plan.tasks.select_for_update().filter(withdrawn_on=None), task_id)
    if task is None:
        raise NotFound(f"Nhiệm vụ này không còn trong {plan.noun}. Tải lại trang để xem bản mới.")
    return task


def _follow_parties(task: Task, plan: Plan, on: date) -> None:
    """Units that are no longer named leave, others change their part or join; what is done stays done."""
    wanted = wanted_parties(plan, [task.pk], on=on)
    apart = units_apart(task)
    roles = {unit_id: role for _, unit_id, role in wanted if unit_id not in apart}
    _withdraw_assignments(task.assignments.exclude(unit_id__in=roles), on)
    give_again(task, roles, on=on)
    for role in PartyRole.values:
        task.assignments.filter(unit_id__in=[u for u, r in roles.items() if r == role]).exclude(role=role).update(
            role=role
        )
    rename_work_of(task)
    assign_tasks(plan, [task.pk], on=on)


def _withdraw_assignments(assignments: QuerySet[Assignment], on: date) -> None:
    drop_work_of(assignments.filter(state__in=(*OPEN, AssignmentState.PAUSED)), on=on)


def _save(task: Task, fields: list[str]) -> None:
    task.revision += 1
    task.save(update_fields=[*fields, "revision"])


def _named(task: Task) -> str:
    return f"mục {task.number}: {task.title}"


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
