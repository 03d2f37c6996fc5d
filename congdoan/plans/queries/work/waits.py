"""Whether work waits for the task of the same paper that must be done before it."""

from dataclasses import dataclass

from django.db.models import Count, Max, Q

from congdoan.plans.models import Assignment, AssignmentState, PartyRole, Task
from congdoan.plans.queries.work.conditions import OWED

_LEFT = ~Q(state=AssignmentState.DONE)


@dataclass(frozen=True, slots=True)
class Wait:
    """`own` is the unit's own part of the first task, if it leads there; else `left` parts of others are not done."""

    first: Task
    own: int | None
    left: int

    @property
    def words(self) -> str:
        whose = "" if self.own else f", {self.left} đơn vị chưa xong" if self.left > 1 else ""
        return f"Việc này chờ mục {self.first.number}{whose}: {self.first.title}"


def waits_for(assignment: Assignment) -> Wait | None:
    """One query, where the task comes after another. A unit that leads both waits for itself, else for all who lead."""
    first = assignment.task.after
    if first is None or first.withdrawn_on or assignment.state not in OWED:
        return None
    lead = Q(role=PartyRole.LEAD)
    own = lead & Q(unit=assignment.unit_id)
    given = Assignment.objects.filter(task=first).exclude(state=AssignmentState.WITHDRAWN)
    found = given.aggregate(
        own=Max("pk", filter=own),
        own_left=Count("pk", filter=own & _LEFT),
        leads=Count("pk", filter=lead),
        leads_left=Count("pk", filter=lead & _LEFT),
        left=Count("pk", filter=_LEFT),
    )
    left = found["own_left"] if found["own"] else found["leads_left"] if found["leads"] else found["left"]
    return Wait(first, found["own"], left) if left else None
