"""One target at one unit: its periods against levels, base and the year before, and the units below side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from django.db.models import Count

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.organisation.models import UnitKind
from congdoan.plans.models import Counting, Direction, OwnLevel, TargetPart, TargetPeriod, TargetValue
from congdoan.plans.queries.targets.levels import own_levels
from congdoan.plans.queries.targets.listed import TargetRow, periods_of
from congdoan.plans.queries.targets.rolled import whole_of
from congdoan.plans.queries.targets.seen import part_seen, target_seen
from congdoan.plans.queries.targets.units_below import UnitsBelow


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """One period: level and figure, the figure of the same period a year before, the unit's own row to type it in.

    `own_level` where the unit has another level than its share.
    """

    period: TargetPeriod
    level: Decimal
    value: Decimal | None
    given: int
    units: int
    year_before: Decimal | None
    own: TargetValue | None
    own_level: OwnLevel | None


@dataclass(frozen=True, slots=True)
class Compared:
    """Something that the figure is held against: its name, its figure, and the difference."""

    name: str
    value: Decimal
    difference: Decimal | None
    is_better: bool | None


@dataclass(frozen=True)
class TargetPage:
    """`units` are those below of the kind that is shown: they are compared with units of the same kind."""

    row: TargetRow
    kinds: list[tuple[str, str, int]]
    kind: str
    units: UnitsBelow
    lines: list[PeriodLine]

    @property
    def part(self) -> TargetPart:
        return self.row.part

    @property
    def is_split(self) -> bool:
        return bool(self.kinds)

    @cached_property
    def compared(self) -> list[Compared]:
        """Against the level of now, the base and the year before, as far as they are known."""
        target, reached = self.part.target, self.row.reached
        held = [
            ("Mức phải đạt đến nay", self.row.expected, reached),
            ("Mức phải đạt cuối cùng", self.part.value, reached),
        ]
        if self.part.parent_id is None and target.base_value is not None:
            year = f" năm {target.base_year}" if target.base_year else ""
            held.append((f"Số gốc{year}", target.base_value, reached))
        held.append(self._year_before())
        return [self._held(name, value, mine) for name, value, mine in held if value is not None]

    def _held(self, name: str, value: Decimal, mine: Decimal | None) -> Compared:
        if mine is None:
            return Compared(name, value, None, None)
        difference = mine - value
        better = difference >= 0 if self.part.target.direction == Direction.HIGHER else difference <= 0
        return Compared(name, value, difference, better)

    def _year_before(self) -> tuple[str, Decimal | None, Decimal | None]:
        """Name, figure a year ago, figure now: of the last period known in both, or of the year where they add up."""
        known = [line for line in self.lines if line.value is not None and line.year_before is not None]
        if not known:
            return "", None, None
        year = known[-1].period.starts_on.year
        adds_up = self.part.target.counting == Counting.WITHIN
        same = [line for line in known if line.period.starts_on.year == year] if adds_up else known[-1:]
        before, now = (sum((one or Decimal(0) for one in row), Decimal(0)) for row in _columns(same))
        return f"Cùng kỳ năm {year - 1}", before, now


def _columns(lines: Sequence[PeriodLine]) -> tuple[list[Decimal | None], list[Decimal | None]]:
    return [line.year_before for line in lines], [line.value for line in lines]


def target_page(user: User, target_id: int, *, part_id: int | None, kind: str) -> TargetPage:
    """Raises NotFound unless the person sees the target and the part; a fixed number of queries."""
    target = target_seen(user, target_id)
    part = part_seen(user, target, part_id)
    periods = periods_of([target.pk])[target.pk]
    row = TargetRow(part, periods, whole_of(part), clock.today(), own_levels([part.pk]).get(part.pk, {}))
    kinds = _kinds(part)
    counts = {code: count for code, _, count in kinds}
    chosen = kind if kind in counts else next(iter(counts), "")
    units = UnitsBelow(row, chosen, counts.get(chosen, 0))
    return TargetPage(row, kinds, chosen, units, _lines(row, is_leaf=not kinds))


def _kinds(part: TargetPart) -> list[tuple[str, str, int]]:
    """Kinds of the units below, the most numerous first, each with its name and how many there are."""
    counts = part.parts.order_by().values_list("unit__kind").annotate(units=Count("pk"))
    return sorted(((kind, str(UnitKind(kind).label), number) for kind, number in counts), key=lambda one: -one[2])


def _lines(row: TargetRow, *, is_leaf: bool) -> list[PeriodLine]:
    own = {one.period_id: one for one in row.part.values.select_related("by")} if is_leaf else {}
    by_start = {period.starts_on: period for period in row.periods}
    lines = []
    for period in row.periods:
        figure, before = row.rolled.of(period), _a_year_before(period, by_start)
        lines.append(
            PeriodLine(
                period,
                row.level_of(period),
                figure.value,
                figure.given,
                figure.units,
                row.rolled.of(before).value if before else None,
                own.get(period.pk),
                row.own.get(period.pk),
            )
        )
    return lines


def _a_year_before(period: TargetPeriod, by_start: Mapping[date, TargetPeriod]) -> TargetPeriod | None:
    return by_start.get(period.starts_on.replace(year=period.starts_on.year - 1))


def shown_periods(periods: Sequence[TargetPeriod]) -> list[TargetPeriod]:
    """Those that a table beside the figures has room for: the last three that have begun; the first when none has."""
    today = clock.today()
    return [period for period in periods if period.starts_on <= today][-3:] or list(periods[:1])
