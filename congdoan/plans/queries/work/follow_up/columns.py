"""The columns of the matrix: each unit while there are few, else their branches, else their kinds."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from congdoan.organisation.kinds import INSIDE
from congdoan.organisation.models import Unit, UnitKind
from congdoan.organisation.naming import without_rank
from congdoan.plans.queries.work.follow_up.branches import MOST_COLUMNS, Branch, branches_of, columns_by
from congdoan.plans.queries.work.follow_up.scope import FollowUp
from congdoan.plans.queries.work.follow_up.summary import Summary

PAGE = 40


@dataclass(frozen=True, slots=True)
class Column:
    """`key` is what cells are found by: the id of a unit or branch, or a kind; `narrows` its filter in the address."""

    key: int | str
    name: str
    group: str
    units: int = 1
    narrows: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """`by` says what a column is: "unit", "branch" or "kind". `unit_ids` are the units of the page in hand."""

    by: str
    columns: Sequence[Column]
    units: int
    unit_ids: tuple[int, ...] = ()
    page: int = 1
    pages: int = 1


def columns_of(follow_up: FollowUp, *, at_least: int = 0, page: int = 1, summary: Summary | None = None) -> Columns:
    """One query where there are few units; else one for the branches and one for their names.

    `at_least` units are known to have a part, so that a wide plan is not asked for its units first; `summary` knows
    the branches and the units in their order.
    """
    if at_least <= MOST_COLUMNS:
        few = list(_units(follow_up).order_by()[: MOST_COLUMNS + 1])
        if len(few) <= MOST_COLUMNS:
            return _each_unit(few)
    branches = summary.branches if summary else branches_of(_units(follow_up), follow_up.base)
    units = sum(count for _, _, count in branches)
    by = columns_by(branches)
    if by == "branch":
        return _each_branch(branches, units)
    if by == "unit" or follow_up.kind:
        return _page_of_units(follow_up, units, page, summary)
    return _each_kind(branches, units)


def _units(follow_up: FollowUp) -> QuerySet[Unit]:
    return Unit.objects.filter(pk__in=follow_up.assignments().order_by().values("unit"))


def _each_unit(found: Sequence[Unit]) -> Columns:
    found = sorted(found, key=_place)
    columns = [Column(unit.pk, short(unit), group_of(unit.kind)) for unit in found]
    return Columns("unit", columns, len(found), tuple(unit.pk for unit in found))


def _each_branch(branches: Sequence[Branch], units: int) -> Columns:
    sizes: dict[int, int] = {}
    for branch, _, count in branches:
        sizes[branch] = sizes.get(branch, 0) + count
    found = sorted(Unit.objects.filter(pk__in=sizes), key=_place)
    columns = [Column(unit.pk, short(unit), group_of(unit.kind), sizes[unit.pk], f"don-vi={unit.pk}") for unit in found]
    return Columns("branch", columns, units)


def _each_kind(branches: Sequence[Branch], units: int) -> Columns:
    sizes = {kind: sum(count for _, other, count in branches if other == kind) for _, kind, _ in branches}
    columns = [
        Column(kind, UnitKind(kind).label, "Loại đơn vị", sizes[kind], f"loai={kind}")
        for kind in UnitKind.values
        if kind in sizes
    ]
    return Columns("kind", columns, units)


def _page_of_units(follow_up: FollowUp, units: int, page: int, summary: Summary | None) -> Columns:
    pages = -(-units // PAGE)
    page = min(max(page, 1), pages)
    start, stop = (page - 1) * PAGE, page * PAGE
    if summary:
        ids = summary.units(start, stop)
        found = list(Unit.objects.filter(pk__in=ids).order_by("rank", "sort_key", "pk"))
    else:
        # Ids first: asked in one query, the planner takes the units for far too many and reads the whole table.
        ids = list(follow_up.assignments().order_by().values_list("unit", flat=True).distinct())
        found = list(Unit.objects.filter(pk__in=ids).order_by("rank", "sort_key", "pk")[start:stop])
    columns = [Column(unit.pk, short(unit), group_of(unit.kind)) for unit in found]
    return Columns("unit", columns, units, tuple(unit.pk for unit in found), page, pages)


def _place(unit: Unit) -> tuple[int, int, str]:
    """Departments first, then by the order of kinds."""
    return (0 if unit.kind in INSIDE else 1 + UnitKind.values.index(unit.kind), unit.rank, unit.sort_key)


def group_of(kind: str) -> str:
    return "Ban, văn phòng" if kind in INSIDE else str(UnitKind(kind).label)


_LONG = 14


def short(unit: Unit) -> str:
    """The name without what the group of columns already says; a long department by its initials: "CS – PL"."""
    if unit.kind == UnitKind.INSPECTION:
        return "UBKT"
    name = without_rank(unit.short_name).removeprefix("Ban ")
    if unit.kind in INSIDE and len(name) > _LONG:
        name = " – ".join("".join(word[:1] for word in part.split()).upper() for part in name.split(" – "))
    return name[:1].upper() + name[1:]
