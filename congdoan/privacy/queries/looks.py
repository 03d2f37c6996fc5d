"""The log of accesses as people read it: who looked at whom, for administrators and for the person."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from django.db.models import Q, QuerySet
from django.utils import timezone

from congdoan.accounts.models import User
from congdoan.core.models import RecordAccess
from congdoan.core.record_access import record_kinds
from congdoan.organisation.models import Post, Unit
from congdoan.organisation.personal import KIND, people_in_charge
from congdoan.organisation.queries.people import matching_name

_FEW: Final = 1_000


@dataclass(frozen=True, slots=True)
class Look:
    """One line of the log: `whom` is the record's name, or whose list it was."""

    access: RecordAccess
    kind: str
    whom: str


def looks_in_charge(user: User) -> QuerySet[RecordAccess]:
    """Looks at records that `user` administers, and at lists of units or by persons in their charge."""
    seen = Q(pk__in=[])
    for name, kind in record_kinds.items():
        seen |= Q(kind=name, record__in=_few(kind.in_charge(user)))
    units = _few(Unit.objects.visible_to(user, "people.manage").values("pk"))
    lists = Q(record=None) & (Q(unit__in=units) | Q(unit=None, by__in=_few(people_in_charge(user))))
    return RecordAccess.objects.filter(seen | lists).select_related("by").order_by("-pk")


def looks_at(person: User) -> QuerySet[RecordAccess]:
    """Looks of others at the person's records, and at lists of the units where they hold or held a post."""
    seen = Q(record=None, unit__in=_few(Post.objects.filter(user=person).values("unit")))
    for name, kind in record_kinds.items():
        if (own := kind.own(person)) is not None:
            seen |= Q(kind=name, record=own)
    return RecordAccess.objects.filter(seen).exclude(by=person).select_related("by").order_by("-pk")


def _few(ids: QuerySet[Any]) -> QuerySet[Any] | list[int]:
    """The ids themselves while they are few, for then indexes find their looks among millions; else the question.

    Whoever has many in charge meets their looks at every turn of the log, so the newest are found by reading back.
    """
    found = [next(iter(row.values())) for row in ids.order_by()[: _FEW + 1]]
    return found if len(found) <= _FEW else ids


def narrowed(
    found: QuerySet[RecordAccess], *, words: str, what: str, since: date | None, until: date | None, person: int | None
) -> QuerySet[RecordAccess]:
    """`words` are in the name of who looked or of the person; days are whole ones in Vietnam."""
    if words:
        named = matching_name(User.objects.all(), words).values("pk")
        found = found.filter(Q(by__in=named) | Q(kind=KIND, record__in=named))
    if what:
        found = found.filter(what=what)
    if person is not None:
        found = found.filter(kind=KIND, record=person)
    if since:
        found = found.filter(at__gte=_start_of(since))
    return found.filter(at__lt=_start_of(until + timedelta(days=1))) if until else found


def looks_of(accesses: Iterable[RecordAccess]) -> list[Look]:
    """Lines with names: one query for each kind of record and one for units."""
    found = list(accesses)
    names, units = _names(found), _units(found)
    return [_look(access, names, units) for access in found]


def _look(access: RecordAccess, names: Mapping[tuple[str, int], str], units: Mapping[int, str]) -> Look:
    kind = record_kinds.get(access.kind)
    if access.record is not None:
        whom = names.get((access.kind, access.record), f"số {access.record}")
    elif access.unit is not None:
        whom = f"Danh sách của {units.get(access.unit, access.unit)}"
    else:
        whom = "Danh sách chung"
    return Look(access, kind.label if kind else access.kind, whom)


def _names(found: Iterable[RecordAccess]) -> dict[tuple[str, int], str]:
    wanted: dict[str, set[int]] = defaultdict(set)
    for access in found:
        if access.record is not None:
            wanted[access.kind].add(access.record)
    return {
        (kind, record): name
        for kind, records in wanted.items()
        if (known := record_kinds.get(kind))
        for record, name in known.names(records).items()
    }


def _units(found: Iterable[RecordAccess]) -> dict[int, str]:
    ids = {access.unit for access in found if access.record is None and access.unit is not None}
    return {unit.pk: str(unit) for unit in Unit.objects.filter(pk__in=ids)} if ids else {}


def _start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))
