"""The targets of a plan, each with how far it is; a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.plans.models import MeasuredTarget, Plan, Target, TargetPart, TargetPeriod
from congdoan.plans.queries.targets.levels import Own, Standing, level_by, level_of, own_levels, standing
from congdoan.plans.queries.targets.rolled import Figure, Rolled, rolled
from congdoan.plans.queries.targets.seen import highest_parts


@dataclass(frozen=True)
class TargetRow:
    """One part with its figures and the levels of its own: a target in a plan, or a unit in a target."""

    part: TargetPart
    periods: Sequence[TargetPeriod]
    rolled: Rolled
    today: date
    own: Own

    @property
    def target(self) -> MeasuredTarget:
        return self.part.target

    @cached_property
    def reached(self) -> Decimal | None:
        return self.rolled.reached(self.periods)

    def level_of(self, period: TargetPeriod) -> Decimal:
        return level_of(self.part, period, self.own)

    @cached_property
    def expected(self) -> Decimal | None:
        return level_by(self.part, self.periods, self.today, self.own)

    @cached_property
    def standing(self) -> Standing:
        return standing(self.target, self.reached, self.part.value, self.expected)

    @property
    def share(self) -> Decimal | None:
        """Of the level of the end, in percent."""
        return self.standing.share

    @cached_property
    def latest(self) -> Figure:
        """Of the last period that is over, or the first: how many units gave figures."""
        over = [period for period in self.periods if period.ends_on < self.today] or self.periods[:1]
        return self.rolled.of(over[-1]) if over else Figure()


def target_rows(plan: Plan, user: User) -> list[TargetRow]:
    """What the person sees of each target: the whole, or the part of their unit."""
    return rows_of(highest_parts(user, plan))


def rows_of(parts: Sequence[TargetPart]) -> list[TargetRow]:
    figures, periods = rolled(parts), periods_of(part.target_id for part in parts)
    own, today = own_levels(part.pk for part in parts), clock.today()
    return [
        TargetRow(
            part,
            periods[part.target_id],
            figures.get(part.pk, Rolled(part.target.counting)),
            today,
            own.get(part.pk, {}),
        )
        for part in parts
    ]


def periods_of(target_ids: Iterable[int]) -> dict[int, list[TargetPeriod]]:
    found: dict[int, list[TargetPeriod]] = defaultdict(list)
    for period in TargetPeriod.objects.filter(target__in=list(target_ids)).order_by("starts_on"):
        found[period.target_id].append(period)
    return found


def not_measured(plan: Plan) -> list[Target]:
    """Targets that the paper states with a figure, and that nobody measures yet."""
    return list(plan.targets.filter(value__isnull=False, measured=None).select_related("task"))
