"""What lies on desks because of an assignment."""

from congdoan.plans.models import Assignment
from congdoan.worklist.models import WorkItem


def open_kinds(assignment: Assignment) -> dict[str, str]:
    """Kind of open work → the unit, or person, it is addressed to."""
    items = WorkItem.objects.filter(object_id=assignment.pk, state="open").exclude(kind="plans.answer")
    return {item.kind: str(item.user or item.unit) for item in items.select_related("unit", "user")}


def waiting_answers() -> list[WorkItem]:
    return list(WorkItem.objects.filter(kind="plans.answer", state="open").select_related("unit"))
