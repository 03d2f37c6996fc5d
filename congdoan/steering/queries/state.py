"""The state of all plans by level, by time and by section, counted by the database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, DateField, Min
from django.db.models.functions import TruncMonth

from congdoan.core.periods import Period, period_of
from congdoan.organisation.kinds import INSIDE
from congdoan.organisation.models import UnitKind
from congdoan.plans.models import Section
from congdoan.plans.queries.work.conditions import late
from congdoan.plans.queries.work.follow_up.counts import Counts, aggregates, counts_from, together
from congdoan.steering.queries.scope import Steered


@dataclass(frozen=True, slots=True)
class Line:
    """A row: `key` is what its numbers lead to: a kind, a period, a section."""

    key: Any
    name: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class State:
    whole: Counts
    levels: Sequence[Line]
    months: Sequence[Line]
    undated: Counts


def state_of_plans(steered: Steered) -> State:
    """One query: counts by kind of unit and month of the due day, added up here."""
    rows = [
        (row["unit__kind"], row["month"], counts_from(row))
        for row in steered.parts()
        .annotate(month=TruncMonth("due", output_field=DateField()))
        .values("unit__kind", "month")
        .annotate(**aggregates(steered.today))
    ]
    kinds = [kind for kind in UnitKind.values if any(kind == row[0] for row in rows)]
    months = sorted({month for _, month, _ in rows if month})
    return State(
        together(counts for _, _, counts in rows),
        [Line(kind, str(UnitKind(kind).label), _sum(rows, 0, kind)) for kind in sorted(kinds, key=_level)],
        [Line(period, period.name, _sum(rows, 1, period.starts_on)) for period in map(_month, months)],
        _sum(rows, 1, None),
    )


def _sum(rows: Iterable[tuple[str, date | None, Counts]], place: int, value: Any) -> Counts:
    return together(row[2] for row in rows if row[place] == value)


def _month(day: date) -> Period:
    return period_of("monthly", day)


def _level(kind: str) -> tuple[bool, int]:
    """From the top down; the parts of organs last."""
    return kind in INSIDE, UnitKind.values.index(kind)


def by_section(steered: Steered) -> list[Line]:
    """Of the plan that is chosen, in its order; two queries."""
    found: dict[int | None, Counts] = {
        row["task__section"]: counts_from(row)
        for row in steered.parts().values("task__section").annotate(**aggregates(steered.today))
    }
    sections = Section.objects.filter(pk__in=[pk for pk in found if pk]).order_by("order")
    lines = [Line(section, section.short_title or section.title, found[section.pk]) for section in sections]
    return lines + ([Line(None, "Không thuộc mục nào", found[None])] if None in found else [])


@dataclass(frozen=True, slots=True)
class LateUnit:
    unit_id: int
    name: str
    late: int
    since: date


def latest_units(steered: Steered, *, most: int = 8) -> list[LateUnit]:
    """The units with most late parts; one query over what is late alone."""
    found = (
        steered.parts()
        .filter(late(steered.today))
        .values("unit_id", "unit__short_name")
        .annotate(late=Count("pk"), since=Min("due"))
        .order_by("-late", "since", "unit_id")[:most]
    )
    return [LateUnit(row["unit_id"], row["unit__short_name"], row["late"], row["since"]) for row in found]
