"""Units × plans, or units × sections of one plan: in each cell how many parts are late.

Only the units of one page are counted, by the index over plan and unit; so the page takes as long among ten thousand
units as among a hundred. Units stand below their superiors in the order of the tree.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from congdoan.organisation.models import Unit
from congdoan.organisation.rights import scope
from congdoan.organisation.scoping import under_paths
from congdoan.plans.models import Plan
from congdoan.plans.queries.work.follow_up.counts import Counts, aggregates, counts_from, together
from congdoan.plans.queries.work.overview import running_plans
from congdoan.steering.queries.scope import Steered

PAGE: Final = 30
MOST_PLANS: Final = 10
NO_SECTION: Final = 0


@dataclass(frozen=True, slots=True)
class Heat:
    """How hot a cell is, from its share of late parts: a letter, so that nobody needs the colour."""

    letter: str
    most: float
    words: str


HEATS: Final = (
    Heat("A", 0.0, "không quá hạn"),
    Heat("B", 0.1, "quá hạn đến 10%"),
    Heat("C", 0.25, "trên 10% đến 25%"),
    Heat("D", 0.5, "trên 25% đến 50%"),
    Heat("E", 1.0, "trên 50%"),
)


def heat_of(counts: Counts) -> Heat:
    share = counts.late / counts.total if counts.total else 0.0
    return next(heat for heat in HEATS if share <= heat.most)


@dataclass(frozen=True, slots=True)
class HeatColumn:
    """A plan or a section; `asks` is what narrows the list to it, empty where nothing does."""

    key: int
    name: str
    title: str
    asks: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class HeatCell:
    column: HeatColumn
    counts: Counts

    @property
    def heat(self) -> Heat:
        return heat_of(self.counts)


@dataclass(frozen=True, slots=True)
class HeatRow:
    unit: Unit
    cells: tuple[tuple[HeatColumn, HeatCell | None], ...]
    whole: Counts


@dataclass(frozen=True, slots=True)
class HeatMap:
    """`more_plans`: there are running plans that have no column."""

    columns: Sequence[HeatColumn]
    rows: Sequence[HeatRow]
    page: int
    has_more: bool
    more_plans: bool = False


def heat_map(steered: Steered, *, page: int = 1) -> HeatMap:
    """At most seven queries, whatever the number of units."""
    columns, more = _sections(steered) if steered.plan else _plans(steered)
    units = _units(steered, [column.key for column in columns], page) if columns else []
    shown = units[:PAGE]
    cells = _cells(steered, shown, columns) if shown else {}
    rows = [_row(unit, columns, cells) for unit in shown]
    return HeatMap(columns, rows, page, len(units) > PAGE, more)


def _plans(steered: Steered) -> tuple[list[HeatColumn], bool]:
    """The plans of the highest units first, the newest before older ones."""
    plans = list(running_plans(steered.user).order_by("unit__depth", "-issued_on", "pk")[: MOST_PLANS + 1])
    return [_of_plan(plan) for plan in plans[:MOST_PLANS]], len(plans) > MOST_PLANS


def _of_plan(plan: Plan) -> HeatColumn:
    title = f"{plan}, {plan.unit}: {plan.subject}"
    return HeatColumn(plan.pk, plan.symbol or plan.kind_name, title, (("ke-hoach", str(plan.pk)),))


def _sections(steered: Steered) -> tuple[list[HeatColumn], bool]:
    assert steered.plan is not None
    plan = steered.plan
    found = plan.sections.filter(tasks__withdrawn_on=None, tasks__isnull=False).distinct().order_by("order")
    if steered.section:
        found = found.filter(pk=steered.section.pk)
    columns = [
        HeatColumn(
            section.pk,
            section.printed or section.number,
            section.title,
            (("ke-hoach", str(plan.pk)), ("muc", str(section.pk))),
        )
        for section in found
    ]
    if not steered.section and plan.tasks.filter(section=None, withdrawn_on=None).exists():
        columns.append(HeatColumn(NO_SECTION, "Khác", "Không thuộc mục nào", ()))
    return columns, False


def _units(steered: Steered, keys: Sequence[int], page: int) -> list[Unit]:
    """The units of the page and one more; walked in the order of an index, so that the rest is not looked at."""
    seen = scope(steered.user, "tasks.view").paths
    given = _with_key(steered).filter(key__in=keys, unit=OuterRef("pk"))
    found = Unit.objects.filter(under_paths("path", seen))
    if steered.unit:
        found = found.filter(path__startswith=steered.unit.path)
    if steered.kind:
        found = found.filter(kind=steered.kind)
    # A value, not EXISTS: that is joined as a whole, and every part of every unit is read before the first page.
    found = found.annotate(given=Subquery(given.values("pk")[:1])).filter(given__isnull=False)
    found = found.order_by("parent_id", "rank", "sort_key", "pk")
    return list(found.select_related("parent")[(page - 1) * PAGE : page * PAGE + 1])


def _with_key(steered: Steered) -> QuerySet[Any]:
    """Parts with the `key` of their column."""
    key = Coalesce("task__section", Value(NO_SECTION)) if steered.plan else F("plan")
    found: QuerySet[Any] = steered.parts().annotate(key=key)
    return found


def _cells(steered: Steered, units: Sequence[Unit], columns: Sequence[HeatColumn]) -> dict[tuple[int, int], Counts]:
    found = (
        _with_key(steered)
        .filter(unit__in=[unit.pk for unit in units], key__in=[column.key for column in columns])
        .values("unit", "key")
        .annotate(**aggregates(steered.today))
    )
    return {(row["unit"], row["key"]): counts_from(row) for row in found}


def _row(unit: Unit, columns: Sequence[HeatColumn], cells: dict[tuple[int, int], Counts]) -> HeatRow:
    found = tuple(
        (column, HeatCell(column, cells[unit.pk, column.key]) if (unit.pk, column.key) in cells else None)
        for column in columns
    )
    return HeatRow(unit, found, together(cell.counts for _, cell in found if cell))
