"""Amendments that hold for some units of a task only: the others keep what they have."""

from collections.abc import Sequence
from datetime import date

from congdoan.core import clock
from congdoan.core.errors import Conflict, Invalid
from congdoan.plans.models import AmendmentChange, Assignment, AssignmentState, PartyRole, Task, TaskParty
from congdoan.plans.services.lifecycle.given_work import UNFINISHED, drop_work_of, move_due_to

Kind = AmendmentChange.Kind


def move_due_for(task: Task, unit_ids: Sequence[int], due: date | None) -> AmendmentChange | None:
    """Another day for these units; the task itself keeps its day. None when all have that day already."""
    moved = _unfinished(task, unit_ids)
    days = {one.due for one in moved}
    if days == {due}:
        return None
    move_due_to(Assignment.objects.filter(pk__in=[one.pk for one in moved]), due)
    before = days.pop() if len(days) == 1 else task.due
    return _for_units(
        AmendmentChange(task=task, kind=Kind.DUE, before={"due": _iso(before)}, after={"due": _iso(due)}), moved
    )


def withdraw_from(task: Task, unit_ids: Sequence[int]) -> AmendmentChange:
    """These units no longer have the task; what they did stays. Raises Invalid when nobody would be left to lead it."""
    gone = _unfinished(task, unit_ids)
    left = task.assignments.exclude(state=AssignmentState.WITHDRAWN).exclude(pk__in=[one.pk for one in gone])
    if not left.filter(role=PartyRole.LEAD).exists():
        raise Invalid(f"Mục {task.number} sẽ không còn đơn vị chủ trì. Bỏ cả nhiệm vụ, hoặc chọn ít đơn vị hơn.")
    TaskParty.objects.filter(task=task, unit__in=[one.unit_id for one in gone]).delete()
    drop_work_of(Assignment.objects.filter(pk__in=[one.pk for one in gone]), on=clock.today())
    return _for_units(AmendmentChange(task=task, kind=Kind.WITHDRAW, before={"title": task.title}, after={}), gone)


def keep_units(changes: Sequence[AmendmentChange]) -> None:
    """Beside each saved change, the units for which alone it holds; one statement for all."""
    through = AmendmentChange.units.through
    through.objects.bulk_create(
        through(amendmentchange_id=change.pk, unit_id=unit)
        for change in changes
        for unit in change.__dict__.get("_for_units", ())
    )


def units_apart(task: Task) -> set[int]:
    """Units from which the task was withdrawn one by one: a whole level that is named later does not bring it back."""
    withdrawn = AmendmentChange.objects.filter(task=task, kind=Kind.WITHDRAW, units__isnull=False)
    named = task.parties.exclude(unit=None).values_list("unit", flat=True)
    return set(withdrawn.values_list("units", flat=True)) - set(named)


def _unfinished(task: Task, unit_ids: Sequence[int]) -> list[Assignment]:
    """Raises Conflict when one of the units has nothing left to do of the task."""
    found = list(
        task.assignments.select_for_update(of=("self",)).filter(unit__in=unit_ids, state__in=UNFINISHED).order_by("pk")
    )
    if len(found) != len(set(unit_ids)):
        raise Conflict(f"Có đơn vị được chọn không còn làm mục {task.number}: đã xong hoặc đã rút. Chọn lại đơn vị.")
    return found


def _for_units(change: AmendmentChange, assignments: Sequence[Assignment]) -> AmendmentChange:
    change.__dict__["_for_units"] = [one.unit_id for one in assignments]
    return change


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
