"""Whom a reviewer may name: units around the plan's own, and whole levels under it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from congdoan.core import clock
from congdoan.core.text import fold
from congdoan.core.web import whole_number
from congdoan.organisation.matching import match_printed_unit
from congdoan.organisation.models import Unit, UnitKind
from congdoan.organisation.naming import spelt_out
from congdoan.organisation.queries.find import units_matching
from congdoan.plans.services.review.parties import Party

_MOST = 12


@dataclass(frozen=True, slots=True)
class Option:
    """One line of the unit picker; `value` is "u12" for a unit, "k:district" for a level."""

    value: str
    label: str
    note: str = ""


def options_for(unit: Unit, words: str, *, levels: bool) -> list[Option]:
    """Levels and units whose names begin with the words, tones and abbreviations aside; the nearest first."""
    found = list(_levels(unit, words)) if levels else []
    return [*found, *_units(unit, words)][:_MOST]


def parse(values: Iterable[str]) -> list[Party]:
    """What the picker sends."""
    return list(filter(None, map(_party, values)))


def _party(value: str) -> Party | None:
    if value.startswith("k:"):
        return Party(audience=value[2:])
    unit_id = whole_number(value[1:]) if value.startswith("u") else None
    return None if unit_id is None else Party(unit_id)


def _levels(unit: Unit, words: str) -> Iterator[Option]:
    asked = spelt_out(words).split()
    kinds = set(
        Unit.objects.existing(clock.today())
        .under(unit, itself=False)
        .order_by()
        .values_list("kind", flat=True)
        .distinct()
    )
    for kind in UnitKind:
        name = f"tat ca cac {fold(kind.label)} {spelt_out(kind.label)}"
        if kind in kinds and all(any(part.startswith(word) for part in name.split()) for word in asked):
            yield Option(f"k:{kind.value}", f"Tất cả: {kind.label}", "Mỗi đơn vị nhận một phần việc")


def _units(unit: Unit, words: str) -> list[Option]:
    above = [int(part) for part in unit.organ_path.strip("/").split("/")]
    around = Q(path__startswith=unit.organ_path) | Q(pk__in=above) | Q(parent__in=above, kind="department")
    found: QuerySet[Unit] = Unit.objects.existing(clock.today()).filter(around).select_related("parent")
    if words.strip():
        found = units_matching(found, words)
    ordered = found.order_by("depth", "rank", "sort_key")[: _MOST * 2]
    meant = [match.unit for match in match_printed_unit(words, within=unit) if match.unit] if words.strip() else []
    nearest = sorted(ordered, key=lambda u: u.parent_id != unit.organ_id)
    found_once = {u.pk: u for u in [*meant, *nearest]}.values()
    return [Option(f"u{u.pk}", u.short_name, str(u.parent) if u.parent else "") for u in found_once]
