"""The figures of a target, rolled up from the units below at the moment of reading. Nothing is stored upward."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from django.db import connection

from congdoan.core import clock
from congdoan.plans.models import Combining, Counting, MeasuredTarget, TargetPart, TargetPeriod
from congdoan.plans.queries.targets.sources import target_sources

_COMBINED: Final = {
    Combining.SUM.value: "sum(given.value)",
    Combining.AVERAGE.value: "avg(given.value)",
    Combining.WEIGHTED.value: "sum(given.value * part.weight) filter (where given.value is not null)"
    " / nullif(sum(part.weight) filter (where given.value is not null), 0)",
    Combining.LATEST.value: "(array_agg(given.value order by given.at desc nulls last)"
    " filter (where given.value is not null))[1]",
}
# Figures come from the units that have none below; `key` is the part to which each belongs. A unit that owes none any
# more counts where it gave one.
_ROLLED: Final = """
    select {key}, period.id, {combined}, count(given.value), count(*)
      from {parts}
      join plans_targetperiod period on period.target_id = part.target_id
      left join ({source}) given on given.part_id = part.id and given.period_id = period.id
     where not exists (select 1 from plans_targetpart below where below.parent_id = part.id)
       and (part.ended_on is null or given.value is not null)
     group by 1, 2
"""
_OF_PARTS: Final = """
    plans_targetpart top join plans_targetpart part on part.target_id = top.target_id and top.id = any(%(tops)s)
     and part.path ~>=~ top.path and part.path ~<~ (top.path || '~')
"""
_BELOW_KEY: Final = "split_part(part.path, '/', %(place)s)::bigint"
_BELOW: Final = """
    (select * from plans_targetpart where parent_id is not null and target_id = any(%(targets)s)
        and path ~>=~ %(under)s and path ~<~ (%(under)s || '~') and path <> %(under)s) part
"""
# How many of these units there are, how many gave a figure, and what they reached of their levels in the mean.
_ALIKE: Final = """
    select count(*), count(found.reached), avg(round(found.reached * 100 / nullif(part.value, 0), 1))
      from plans_targetpart part
      join organisation_unit unit on unit.id = part.unit_id and unit.kind = %(kind)s
      left join (select rolled.id, {reached} as reached
                   from ({rolled}) rolled (id, period_id, value, given, units)
                   join plans_targetperiod period on period.id = rolled.period_id
                  group by 1) found on found.id = part.id
     where part.parent_id = %(part)s
"""
_ADDED_UP: Final = "sum(round(rolled.value, 2))"
_LAST_KNOWN: Final = """
    (array_agg(round(rolled.value, 2) order by period.starts_on desc) filter (where rolled.value is not null))[1]
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """The figure of one period: `given` of the `units` that owe it have given theirs."""

    value: Decimal | None = None
    given: int = 0
    units: int = 0

    @property
    def is_whole(self) -> bool:
        return self.given == self.units


@dataclass(frozen=True, slots=True)
class Rolled:
    """The figures of one part by period id; `target` says how several periods make one."""

    counting: str
    by_period: Mapping[int, Figure] = field(default_factory=dict)

    def of(self, period: TargetPeriod) -> Figure:
        return self.by_period.get(period.pk, Figure())

    def reached(self, periods: Sequence[TargetPeriod]) -> Decimal | None:
        """All periods together: the sum of what happened in them, or the last that is known."""
        values = [value for period in periods if (value := self.of(period).value) is not None]
        if not values:
            return None
        return sum(values, Decimal(0)) if self.counting == Counting.WITHIN else values[-1]


@dataclass(frozen=True, slots=True)
class AlikeFigures:
    """How many units there are, how many gave a figure, and their average share of the level in percent."""

    units: int
    given: int
    share: Decimal | None


def rolled(parts: Sequence[TargetPart]) -> dict[int, Rolled]:
    """By part id, each from all under it; one query for each source and way of combining among their targets."""
    alike: dict[tuple[str, str], list[TargetPart]] = defaultdict(list)
    for part in parts:
        alike[part.target.source, part.target.combining].append(part)
    found: dict[int, Rolled] = {}
    for group in alike.values():
        found |= _ask("top.id", _OF_PARTS, group, tops=[part.pk for part in group])
    return found


def whole_of(part: TargetPart) -> Rolled:
    """The part itself, from all under it."""
    return rolled([part]).get(part.pk, Rolled(part.target.counting))


def below(part: TargetPart) -> dict[int, Rolled]:
    """By part id, of the parts into which this one was split; one query whatever their number."""
    return _ask(_BELOW_KEY, _BELOW, [part], **_below_values(part))


def alike(part: TargetPart, kind: str) -> AlikeFigures:
    """The units of the kind into which the part was split, taken together; one query whatever their number."""
    reached = _ADDED_UP if part.target.counting == Counting.WITHIN else _LAST_KNOWN
    sql = _ALIKE.format(reached=reached, rolled=_sql(_BELOW_KEY, _BELOW, part.target))
    with connection.cursor() as cursor:
        cursor.execute(sql, {**_values([part]), **_below_values(part), "part": part.pk, "kind": kind})
        return AlikeFigures(*cursor.fetchone())


def _below_values(part: TargetPart) -> dict[str, Any]:
    """Ids stand between slashes, counted from 1; the first is empty."""
    return {"under": part.path, "place": part.depth + 3}


def _sql(key: str, rows: str, target: MeasuredTarget) -> str:
    source, combined = target_sources[target.source].select, _COMBINED[target.combining]
    return _ROLLED.format(key=key, parts=rows, combined=combined, source=source)


def _values(parts: Sequence[TargetPart]) -> dict[str, Any]:
    return {"targets": [part.target_id for part in parts], "on": clock.today()}


def _ask(key: str, rows: str, parts: Sequence[TargetPart], **values: Any) -> dict[int, Rolled]:
    """`parts` are alike in source and way of combining."""
    target, counting = parts[0].target, {part.pk: part.target.counting for part in parts}
    with connection.cursor() as cursor:
        cursor.execute(_sql(key, rows, target), values | _values(parts))
        found: dict[int, dict[int, Figure]] = defaultdict(dict)
        for part_id, period_id, value, given, units in cursor.fetchall():
            rounded = None if value is None else Decimal(value).quantize(Decimal("0.01"))
            found[part_id][period_id] = Figure(rounded, given, units)
    return {part_id: Rolled(counting.get(part_id, target.counting), one) for part_id, one in found.items()}
