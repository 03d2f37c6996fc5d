"""What is late in a plan, the longest first."""

from dataclasses import dataclass
from datetime import date

from congdoan.plans.models import Assignment
from congdoan.plans.queries.work.conditions import late
from congdoan.plans.queries.work.follow_up.scope import FollowUp


@dataclass(frozen=True, slots=True)
class Overdue:
    assignment: Assignment
    days: int


def overdue(follow_up: FollowUp, *, most: int = 3) -> list[Overdue]:
    """At most `most`; by the index over open assignments of a plan."""
    today: date = follow_up.today
    found = follow_up.without_state().assignments().filter(late(today)).select_related("task", "unit")
    return [
        Overdue(assignment, (today - assignment.due).days)
        for assignment in found.order_by("due", "pk")[:most]
        if assignment.due
    ]
