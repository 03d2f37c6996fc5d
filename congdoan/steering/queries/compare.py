"""Units beside units like them: of the same kind, with about as many units below them.

The database makes the figures of every unit and the quartiles of every group; only the units of one page come here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db import connection
from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Greatest

from congdoan.organisation.kinds import INSIDE
from congdoan.organisation.models import UnitKind
from congdoan.plans.models import AssignmentState
from congdoan.plans.queries.work.conditions import WAITING
from congdoan.steering.queries.like import Days, Percentile
from congdoan.steering.queries.scope import Steered

FEW: Final = 4
"""Fewer units than this have no quartiles."""
PER_PAGE: Final = 40


@dataclass(frozen=True, slots=True)
class Size:
    least: int
    words: str


SIZES: Final = (
    Size(0, "không có đơn vị cấp dưới"),
    Size(1, "1–20 đơn vị cấp dưới"),
    Size(21, "21–50 đơn vị cấp dưới"),
    Size(51, "51–100 đơn vị cấp dưới"),
    Size(101, "trên 100 đơn vị cấp dưới"),
)
_FIGURES: Final = """
    with stat (unit_id, due, on_time, delay) as ({parts}),
    below as (
        select parent_id, count(*) as units from organisation_unit
        where parent_id in (select unit_id from stat) and ends_on is null and kind <> all(%s) group by parent_id
    ),
    figures as (
        select unit.id, unit.short_name, unit.kind, width_bucket(coalesce(below.units, 0), %s::bigint[]) - 1 as size,
            stat.due, stat.on_time, 100.0 * stat.on_time / stat.due as share, stat.delay
        from stat join organisation_unit unit on unit.id = stat.unit_id left join below on below.parent_id = unit.id
    )
"""
_GROUPS: Final = """
    select kind, size, count(*), percentile_cont(array[0.25, 0.5, 0.75]) within group (order by share),
        percentile_cont(array[0.25, 0.5, 0.75]) within group (order by delay)
    from figures group by kind, size
"""
_UNITS: Final = """
    select id, short_name, due, on_time, share::float, delay from figures where kind = %s and size = %s
    order by share, delay desc, id limit %s offset %s
"""


@dataclass(frozen=True, slots=True)
class Quartiles:
    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class Group:
    """Units of one kind and size that had something due, with the quartiles of all of them."""

    kind: str
    size: int
    units: int
    share: Quartiles
    delay: Quartiles

    @property
    def code(self) -> str:
        return f"{self.kind}.{self.size}"

    @property
    def is_small(self) -> bool:
        return self.units < FEW

    @property
    def words(self) -> str:
        label = str(UnitKind(self.kind).label)
        return label if self.kind in INSIDE else f"{label}, {SIZES[self.size].words}"


@dataclass(frozen=True, slots=True)
class Compared:
    """`share` in percent of what was due is in time; `delay` the median of days over the due day, 0 when in time."""

    unit_id: int
    name: str
    due: int
    on_time: int
    share: float
    delay: float

    def place(self, group: Group) -> tuple[str, str, str]:
        """A state, a sign and words: where the unit stands in its group."""
        if group.is_small:
            return "", "", "–"
        if self.share < group.share.low:
            return "late", "▼", "phần tư chậm nhất"
        if self.share < group.share.middle:
            return "", "▽", "dưới mức giữa"
        if self.share > group.share.high:
            return "done", "▲", "phần tư đúng hạn nhất"
        return "", "△", "từ mức giữa trở lên"


@dataclass(frozen=True, slots=True)
class Comparison:
    groups: Sequence[Group]
    group: Group | None
    units: Sequence[Compared]
    page: int
    pages: int


def compare(steered: Steered, *, code: str, page: int) -> Comparison:
    """Two statements. `code` names the group; the largest one is taken when it names none."""
    groups = _groups(steered)
    group = next((one for one in groups if one.code == code), groups[0] if groups else None)
    if group is None:
        return Comparison([], None, [], 1, 1)
    pages = -(-group.units // PER_PAGE)
    page = min(max(page, 1), pages)
    return Comparison(groups, group, units_of(steered, group, page), page, pages)


def units_of(steered: Steered, group: Group, page: int, *, rows: int = PER_PAGE) -> list[Compared]:
    """A page of the group, the least in time first."""
    found = _ask(steered, _UNITS, [group.kind, group.size, rows, (page - 1) * rows])
    return [Compared(*row) for row in found]


def _groups(steered: Steered) -> list[Group]:
    found = [
        Group(kind, size, units, Quartiles(*share), Quartiles(*delay))
        for kind, size, units, share, delay in _ask(steered, _GROUPS, [])
    ]
    return sorted(found, key=lambda group: (-group.units, group.code))


def _ask(steered: Steered, select: str, params: list[Any]) -> list[tuple[Any, ...]]:
    sql, of_parts = due_parts(steered).query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(
            _FIGURES.format(parts=sql) + select,
            [*of_parts, list(INSIDE), [size.least for size in SIZES], *params],
        )
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


def due_parts(steered: Steered) -> QuerySet[Any, Any]:
    """For each unit: how many parts were due, how many were in time, the median delay.

    A result that waits counts from the day on which the unit reported it, an unfinished one up to today.
    """
    done = Q(state=AssignmentState.DONE, done_on__isnull=False)
    reported = Q(state__in=WAITING, last_report_on__isnull=False)
    whens = [When(done, then=Days("done_on", "due")), When(reported, then=Days("last_report_on", "due"))]
    over = Case(*whens, default=Days(Value(steered.today), "due"), output_field=IntegerField())
    found = steered.ever().filter(due__lt=steered.today).exclude(state=AssignmentState.PAUSED).annotate(over=over)
    return found.values("unit").annotate(
        due_count=Count("pk"),
        on_time=Count("pk", filter=Q(over__lte=0)),
        delay=Percentile(Greatest("over", Value(0)), 0.5, function="percentile_cont"),
    )
