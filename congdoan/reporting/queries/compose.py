"""One report from those of the units below: figures by rule, what differs, who is missing."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from django.db import connection
from django.db.models import Count, F, Q

from congdoan.core import clock
from congdoan.reporting.models import Combine, FormItem, ItemKind, ReportRequest, ReportState
from congdoan.reporting.queries.report_page import figures_of

FEWEST_FOR_OUTLIERS: Final = 5
FAR: Final = Decimal("3.5")
"""How many usual deviations from the middle a figure is marked at (Iglewicz and Hoaglin's modified z-score)."""
_MAD_TO_DEVIATION: Final = Decimal("1.4826")

_COMBINED: Final = """
    select value.item_id, count(value.figure), sum(value.figure), avg(value.figure),
           (array_agg(value.figure order by report.sent_at desc, report.id desc)
             filter (where value.figure is not null))[1],
           percentile_cont(0.5) within group (order by value.figure)
      from reporting_report report
      join reporting_reportvalue value on value.report_id = report.id and value.version = report.sent_version
     where report.request_id = %s and value.item_id = any(%s)
     group by value.item_id
"""
# The middle of how far the figures are from their own middle; where more than half are the same, that says nothing.
_OUTLIERS: Final = """
    with figures as (
        select value.item_id, report.id as report_id, report.unit_id, value.figure,
               abs(value.figure - middle.middle) as off, middle.middle
          from unnest(%s::bigint[], %s::numeric[]) as middle (item_id, middle)
          join reporting_report report on report.request_id = %s
          join reporting_reportvalue value on value.report_id = report.id and value.version = report.sent_version
           and value.item_id = middle.item_id and value.figure is not null
    ), usual as (
        select item_id, %s * percentile_cont(0.5) within group (order by off)::numeric as deviation
          from figures group by item_id
    )
    select item_id, report_id, unit.short_name, figure, figures.middle
      from figures join usual using (item_id) join organisation_unit unit on unit.id = figures.unit_id
     where usual.deviation > 0 and figures.off > %s * usual.deviation
     order by figures.off / usual.deviation desc, report_id
     limit %s
"""
_MOST_MARKED: Final = 200


@dataclass(frozen=True, slots=True)
class Outlier:
    """A unit's figure that lies far from those of most others."""

    report_id: int
    unit: str
    figure: Decimal
    middle: Decimal


@dataclass(frozen=True, slots=True)
class Combined:
    """One figure of all; `before` that of the period before. `units` is how many gave it."""

    item: FormItem
    figure: Decimal | None
    units: int
    why_not: str = ""
    before: Decimal | None = None
    outliers: tuple[Outlier, ...] = ()

    @property
    def difference(self) -> Decimal | None:
        return None if self.figure is None or self.before is None else self.figure - self.before

    @property
    def rule(self) -> str:
        """In words how it is made."""
        return f"= {self.item.formula}" if self.item.formula else Combine(self.item.combine).label


@dataclass(frozen=True, slots=True)
class Standing:
    """How many units were asked, have sent (of these, late), and have not; `overdue` that the due day has passed.

    `waiting` are those that write now: also who has sent before and corrects it.
    """

    asked: int
    sent: int
    sent_late: int
    waiting: int
    overdue: bool

    @property
    def missing(self) -> int:
        return self.asked - self.sent


@dataclass(frozen=True, slots=True)
class _Sum:
    values: dict[int, Decimal | None] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)
    middles: dict[int, Decimal] = field(default_factory=dict)


def standing(request: ReportRequest) -> Standing:
    late = Q(first_sent_on__gt=F("request__due"))
    found = request.reports.aggregate(
        asked=Count("pk"),
        done=Count("pk", filter=Q(sent_version__isnull=False)),
        late=Count("pk", filter=late),
        waiting=Count("pk", filter=~Q(state=ReportState.SENT)),
    )
    return Standing(found["asked"], found["done"], found["late"], found["waiting"], clock.today() > request.due)


def combined(request: ReportRequest) -> list[Combined]:
    """The figures of the form in its order, from what was sent. Five queries, whatever the number of units."""
    items = list(request.form.items.select_related("section").filter(kind=ItemKind.FIGURE))
    found = _combine(request, items)
    figures, why_not = figures_of(items, found.values)
    before = _before(request)
    marked = _outliers(request, found)
    return [
        Combined(
            item,
            figures.get(item.code),
            found.counts.get(item.pk, 0),
            why_not.get(item.code, ""),
            before.get(item.code),
            tuple(marked.get(item.pk, ())),
        )
        for item in items
    ]


def not_sent(request: ReportRequest) -> Sequence[tuple[int, str, str]]:
    """(report id, unit, state) of those that have sent nothing yet."""
    found = request.reports.filter(sent_version=None).select_related("unit").order_by("unit__rank", "unit__sort_key")
    return [(report.pk, report.unit.short_name, ReportState(report.state).label) for report in found]


def _combine(request: ReportRequest, items: Sequence[FormItem]) -> _Sum:
    typed = {item.pk: item for item in items if not item.formula}
    found = _Sum()
    with connection.cursor() as cursor:
        cursor.execute(_COMBINED, [request.pk, list(typed)])
        for key, count, total, mean, latest, middle in cursor.fetchall():
            rules = {Combine.SUM: total, Combine.AVERAGE: mean, Combine.LATEST: latest}
            value = rules[Combine(typed[key].combine)]
            found.values[key] = value.quantize(Decimal("0.01")) if value is not None else None
            found.counts[key] = count
            if count >= FEWEST_FOR_OUTLIERS:
                found.middles[key] = Decimal(str(middle))
    return found


def _before(request: ReportRequest) -> dict[str, Decimal | None]:
    """The figures of the period before by their codes, which stay from version to version."""
    if request.follows is None:
        return {}
    items = list(request.follows.form.items.filter(kind=ItemKind.FIGURE))
    return figures_of(items, _combine(request.follows, items).values)[0]


def _outliers(request: ReportRequest, found: _Sum) -> dict[int, list[Outlier]]:
    marked: dict[int, list[Outlier]] = {}
    if not found.middles:
        return marked
    keys = list(found.middles)
    given: list[Any] = [keys, [found.middles[key] for key in keys], request.pk, _MAD_TO_DEVIATION, FAR, _MOST_MARKED]
    with connection.cursor() as cursor:
        cursor.execute(_OUTLIERS, given)
        for key, report_id, unit, figure, middle in cursor.fetchall():
            marked.setdefault(key, []).append(Outlier(report_id, unit, figure, middle))
    return marked
