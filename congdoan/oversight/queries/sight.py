"""Who sees what: the committee's side everything of its own, the unit what it was given notice of, others nothing."""

from collections.abc import Iterable
from typing import Final

from django.db.models import Q, QuerySet

from congdoan.accounts.models import User
from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.core.prepared import prepared
from congdoan.organisation.rights import may, paths
from congdoan.organisation.scoping import under_paths
from congdoan.oversight.models import ISSUED, KNOWN_TO_UNIT, Checklist, Inspection, Programme

VIEW: Final = "inspections.view"
MANAGE: Final = "inspections.manage"
CONCLUDE: Final = "inspections.conclude"
EXPLAIN: Final = "inspections.explain"
NO_PROGRAMME: Final = "Không có chương trình kiểm tra này, hoặc chương trình của đơn vị khác."
NO_INSPECTION: Final = "Không có cuộc kiểm tra này, hoặc chưa thông báo cho đơn vị."
NO_CHECKLIST: Final = "Không có bảng kiểm tra này, hoặc bảng của đơn vị khác."
_SHOWN: Final = (
    "unit__parent",
    "programme__unit__parent",
    "plan",
    "lead",
    "signer",
    "acknowledged_by",
)


def visible_programmes(user: User) -> QuerySet[Programme]:
    return Programme.objects.visible_to(user, MANAGE)


def visible_checklists(user: User) -> QuerySet[Checklist]:
    return Checklist.objects.visible_to(user, MANAGE)


def visible_inspections(user: User) -> QuerySet[Inspection]:
    """Those of committees that the person works for, and those of their units that were given notice of."""
    return _within(paths(user, MANAGE), paths(user, VIEW))


def find_inspections(user: User, words: Iterable[str], limit: int) -> list[Inspection]:
    """Those that the person sees with each of the words in the name of the unit; the latest first."""
    return _named(tuple(words), paths(user, MANAGE), paths(user, VIEW), most=limit)


@prepared
def _named(words: tuple[str, ...], ours: tuple[str, ...], seen: tuple[str, ...], *, most: int) -> QuerySet[Inspection]:
    found = _within(ours, seen).select_related("unit", "programme")
    for word in words:
        found = found.filter(unit__folded__contains=word)
    return found.order_by("-starts_on", "-pk")[:most]


def _within(ours: tuple[str, ...], seen: tuple[str, ...]) -> QuerySet[Inspection]:
    """Of committees under `ours`, and what units under `seen` were given notice of."""
    known = Q(state__in=KNOWN_TO_UNIT) & under_paths("unit__path", seen)
    return Inspection.objects.filter(under_paths("programme__unit__path", ours) | known)


def conclusions_read(user: User) -> Q:
    """The papers of signed conclusions of inspections that the person sees."""
    return Q(pk__in=visible_inspections(user).filter(state__in=ISSUED).values("document"))


def programme_for(user: User, programme_id: int) -> Programme:
    found = find(visible_programmes(user).select_related("unit__parent", "created_by"), programme_id)
    if found is None:
        raise NotFound(NO_PROGRAMME)
    return found


def checklist_for(user: User, checklist_id: int) -> Checklist:
    found = find(visible_checklists(user).select_related("unit"), checklist_id)
    if found is None:
        raise NotFound(NO_CHECKLIST)
    return found


def inspection_for(user: User, inspection_id: int) -> Inspection:
    found = find(visible_inspections(user).select_related(*_SHOWN), inspection_id)
    if found is None:
        raise NotFound(NO_INSPECTION)
    return found


def inspects(user: User, inspection: Inspection) -> bool:
    """Whether the person is on the committee's side."""
    return may(user, MANAGE, inspection.programme.unit)
