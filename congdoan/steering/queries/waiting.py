"""Work that waits for another task of its paper to be done first, and for whom it waits."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from congdoan.plans.models import Assignment, AssignmentState, PartyRole, Task
from congdoan.plans.queries.work.conditions import OWED
from congdoan.steering.queries.scope import Steered

MOST: Final = 50
_DONE: Final = AssignmentState.DONE


@dataclass(frozen=True, slots=True)
class Waiting:
    """`left` parts of the task that comes first are not done; `is_own`: it is the unit's own part."""

    part: Assignment
    first: Task
    left: int
    is_own: bool
    today: date

    @property
    def basis(self) -> str:
        """ "chờ mục 1 (Khảo sát), 3 đơn vị chưa xong, quá hạn 5 ngày": the reason as a person reads it."""
        whose = "phần của chính đơn vị chưa xong" if self.is_own else f"{self.left} đơn vị chưa xong"
        return ", ".join([f"chờ mục {self.first.number} ({self.first.title})", whose, *self._day()])

    def _day(self) -> list[str]:
        first, own = self.first.due, self.part.due
        if first is None:
            return []
        if first < self.today:
            return [f"quá hạn {(self.today - first).days} ngày"]
        return [f"hạn {first:%d/%m/%Y}" + (", sau hạn của chính việc này" if own and own < first else "")]


def waiting_parts(steered: Steered) -> QuerySet[Assignment]:
    """Owed parts whose first task is not done: the own part of it, else that of all who lead; earliest due first."""
    given = Assignment.objects.filter(task=OuterRef("task__after")).exclude(state=AssignmentState.WITHDRAWN)
    leads = given.filter(role=PartyRole.LEAD)
    own = leads.filter(unit=OuterRef("unit"))
    of_own, of_leads, of_all = (Exists(found.exclude(state=_DONE)) for found in (own, leads, given))
    left = of_own | (~Exists(own) & of_leads) | (~Exists(leads) & of_all)
    found = steered.parts().filter(state__in=OWED, task__after__isnull=False, task__after__withdrawn_on=None)
    return found.filter(left).select_related("task", "plan", "unit").order_by("due", "pk")


def waits_of(parts: Iterable[Assignment], today: date) -> dict[int, Waiting]:
    """By part id, of those that wait; three queries, none where no task comes after another."""
    after = {part.pk: part.task.after_id for part in parts if part.task.after_id and part.state in OWED}
    firsts = Task.objects.filter(withdrawn_on=None).in_bulk(set(after.values())) if after else {}
    if not firsts:
        return {}
    left = _left(firsts)
    own = _own(firsts, {part.unit_id for part in parts})
    found: dict[int, Waiting] = {}
    for part in parts:
        first = firsts.get(after.get(part.pk) or 0)
        if first is None:
            continue
        is_done = own.get((first.pk, part.unit_id))
        count = left.get(first.pk, 0) if is_done is None else int(not is_done)
        if count:
            found[part.pk] = Waiting(part, first, count, is_done is not None, today)
    return found


def listed(steered: Steered) -> tuple[list[Waiting], int]:
    """The first MOST that wait, and how many there are."""
    found = waiting_parts(steered)
    parts: Sequence[Assignment] = list(found[:MOST])
    known = waits_of(parts, steered.today)
    count = len(parts) if len(parts) < MOST else found.count()
    return [known[part.pk] for part in parts if part.pk in known], count


def _left(firsts: Iterable[int]) -> dict[int, int]:
    """By task id how many who lead are not done; where nobody leads, how many of all."""
    lead, open_ = Q(role=PartyRole.LEAD), ~Q(state=_DONE)
    given = Assignment.objects.filter(task__in=list(firsts)).exclude(state=AssignmentState.WITHDRAWN).order_by()
    counted = given.values("task").annotate(
        leads=Count("pk", filter=lead), leads_left=Count("pk", filter=lead & open_), left=Count("pk", filter=open_)
    )
    return {row["task"]: row["leads_left"] if row["leads"] else row["left"] for row in counted}


def _own(firsts: Iterable[int], units: Iterable[int]) -> dict[tuple[int, int], bool]:
    """(task id, unit id) → whether the part that the unit leads is done."""
    found = Assignment.objects.filter(task__in=list(firsts), unit__in=list(units), role=PartyRole.LEAD)
    rows = found.exclude(state=AssignmentState.WITHDRAWN).values_list("task", "unit", "state")
    return {(task, unit): state == _DONE for task, unit, state in rows}
