"""Who gets what: the units and levels of a draft with the tasks that each leads or cooperates in."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from django.db.models import Count

from congdoan.core import clock
from congdoan.organisation.models import Unit, UnitKind
from congdoan.plans.models import Plan, Task
from congdoan.plans.queries.review.tasks import PartyView, SectionView

_GROUPS: Final = ("Cơ quan", "Các cấp, cả cấp cùng nhận", "Đơn vị trực thuộc", "Chưa khớp đơn vị")


@dataclass(slots=True)
class Receiver:
    """A unit, a whole level of `units` units, or a printed name that is not matched."""

    name: str
    units: int
    leads: list[Task] = field(default_factory=list)
    cooperates: list[Task] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Level:
    title: str
    receivers: tuple[Receiver, ...]


def levels_of(plan: Plan, sections: Iterable[SectionView]) -> list[Level]:
    """Departments, whole levels, single units below, and names without a unit; each with its tasks."""
    parties = [(p, view.task) for s in sections for view in s.tasks for p in (*view.leads, *view.cooperating)]
    sizes = _sizes(plan, {p.party.audience for p, _ in parties if p.party.audience})
    groups: dict[str, dict[str, Receiver]] = {title: {} for title in _GROUPS}
    for party, task in parties:
        units = sizes.get(party.party.audience, 0) if party.party.audience else int(party.is_known)
        receiver = groups[_group(plan, party)].setdefault(party.label, Receiver(party.label, units))
        (receiver.leads if party.party.role == "lead" else receiver.cooperates).append(task)
    return [Level(title, tuple(found.values())) for title, found in groups.items() if found]


def units_in(levels: Iterable[Level]) -> int:
    """How many units get something."""
    return sum(receiver.units for level in levels for receiver in level.receivers)


def _group(plan: Plan, view: PartyView) -> str:
    party = view.party
    if party.audience:
        return _GROUPS[1]
    if party.unit is None:
        return _GROUPS[3]
    inside = party.unit.is_inside and party.unit.organ_path == plan.unit.organ_path
    return _GROUPS[0] if inside or party.unit_id == plan.unit_id else _GROUPS[2]


def _sizes(plan: Plan, kinds: set[str]) -> dict[str, int]:
    """How many units of each kind there are under the plan's organ today; departments only its own."""
    if not kinds:
        return {}
    own = Unit.objects.existing(clock.today()).filter(path__startswith=plan.unit.organ_path, kind__in=kinds)
    own = own.exclude(pk=plan.unit.organ_id)
    counted = own.exclude(kind=UnitKind.DEPARTMENT) | own.filter(kind=UnitKind.DEPARTMENT, parent_id=plan.unit.organ_id)
    return dict(counted.order_by().values_list("kind").annotate(Count("pk")))
