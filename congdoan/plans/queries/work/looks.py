"""How an assignment looks on a page: one code for its state, with the days to or since the due day."""

from dataclasses import dataclass
from datetime import date

from congdoan.plans.models import Assignment, AssignmentState
from congdoan.plans.queries.work.conditions import OWED, SOON_DAYS

CODES = {
    AssignmentState.NEW: "new",
    AssignmentState.DOING: "doing",
    AssignmentState.TO_CONFIRM: "waiting",
    AssignmentState.TO_ACCEPT: "waiting",
    AssignmentState.DONE: "done",
    AssignmentState.PAUSED: "paused",
    AssignmentState.WITHDRAWN: "cancelled",
}


@dataclass(frozen=True, slots=True)
class Look:
    """`code` is a state of the interface kit, "late" or "soon"; `words` what a list says ("Quá hạn 9 ngày")."""

    code: str
    words: str
    days: int = 0


def look_of(state: str, due: date | None, obstacles: int, today: date) -> Look:
    """What needs attention first: late, then a difficulty, then a near day, then the plain state."""
    days = (due - today).days if due else None
    if state in OWED and days is not None and days < 0:
        return Look("late", f"Quá hạn {-days} ngày", -days)
    if obstacles and state in OWED:
        return Look("obstacle", "Có vướng mắc")
    if state in OWED and days is not None and days <= SOON_DAYS:
        return Look("soon", f"Còn {days} ngày" if days else "Hạn hôm nay", days)
    return Look(CODES[AssignmentState(state)], AssignmentState(state).label)


def look_of_assignment(assignment: Assignment, today: date) -> Look:
    return look_of(assignment.state, assignment.due, assignment.open_obstacles, today)
