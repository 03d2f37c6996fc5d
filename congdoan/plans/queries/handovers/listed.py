"""What a unit took over from others and handed over to others."""

from functools import cache
from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from congdoan.organisation.kinds import INSIDE
from congdoan.organisation.models import Unit
from congdoan.plans.models import Assignment, Handover

WAYS: Final = {"nhan": "Nhận từ đơn vị khác", "giao": "Bàn giao, thôi thực hiện"}


def handovers_of(unit: Unit, way: str = "") -> QuerySet[Handover]:
    """Of the unit and its departments, the newest first; `way` is a key of WAYS, empty for both."""
    places = Unit.objects.filter(Q(pk=unit.pk) | Q(parent=unit.pk, kind__in=INSIDE)).values("pk")
    got, gave = Q(to_unit__in=places), Q(from_unit__in=places)
    which = {"nhan": got & ~gave, "giao": gave}.get(way, got | gave)
    related = ("assignment__task", "assignment__plan", "assignment__unit", "from_unit", "to_unit", "into")
    return Handover.objects.filter(which).select_related(*related, "reorganisation").order_by("-on", "-pk")


def has_handovers(unit: Unit) -> bool:
    return Handover.objects.filter(Q(to_unit=unit.pk) | Q(from_unit=unit.pk)).exists()


@cache
def was_handed() -> Exists:
    """For `annotate()` of assignments: whether it changed hands, or took in another's part."""
    return Exists(Handover.objects.filter(Q(assignment=OuterRef("pk")) | Q(into=OuterRef("pk"))))


def handovers_of_assignment(assignment: Assignment) -> QuerySet[Handover]:
    """Through which hands it came, and whose part was added to it; the newest first."""
    own = Q(assignment=assignment.pk) | Q(into=assignment.pk)
    return Handover.objects.filter(own).select_related("from_unit", "to_unit", "reorganisation").order_by("-pk")
