"""What a unit owes over all plans."""

from datetime import date

from django.db.models import Q, QuerySet

from congdoan.accounts.models import User
from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.organisation.kinds import INSIDE
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import scope
from congdoan.organisation.scoping import under_paths
from congdoan.plans.models import Assignment, AssignmentState
from congdoan.plans.models.assignment import OPEN
from congdoan.plans.queries.work.conditions import late


def unit_seen(unit_id: int, user: User) -> Unit:
    """Raises NotFound unless `user` may see the unit's tasks."""
    unit = find(Unit.objects.filter(under_paths("path", scope(user, "tasks.view").paths)), unit_id)
    if unit is None:
        raise NotFound("Không có đơn vị này trong phạm vi được xem.")
    return unit


def tasks_of_unit(unit: Unit) -> QuerySet[Assignment]:
    """Of the unit and its departments; the earliest due day first."""
    found = Assignment.objects.filter(at_organ(unit)).exclude(state=AssignmentState.WITHDRAWN)
    return found.select_related("task", "plan", "unit").order_by("due", "pk")


def open_count(unit: Unit) -> int:
    return Assignment.objects.filter(at_organ(unit), state__in=OPEN).count()


def late_count(unit: Unit, on: date) -> int:
    return Assignment.objects.filter(late(on), at_organ(unit)).count()


def at_organ(unit: Unit) -> Q:
    """The unit itself and the parts of its own organ, not the units below; an organ's parts are asked for first."""
    if unit.is_inside:
        return Q(unit=unit.pk)
    kept: list[int] | None = unit.__dict__.get("_parts")  # one page asks for several figures of the same unit
    if kept is None:
        parts = Unit.objects.filter(parent=unit.pk, kind__in=INSIDE).order_by().values_list("pk", flat=True)
        kept = unit.__dict__["_parts"] = list(parts)
    return Q(unit__in=[unit.pk, *kept])
