"""What should be reached by a period, and how what was reached stands against it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from congdoan.plans.models import Counting, Direction, MeasuredTarget, OwnLevel, TargetPart, TargetPeriod

_CENT = Decimal("0.01")


Own = Mapping[int, OwnLevel]
"""By period id, of one part."""


def own_levels(part_ids: Iterable[int]) -> dict[int, dict[int, OwnLevel]]:
    """By part id the levels of its own that hold now; one query."""
    found: dict[int, dict[int, OwnLevel]] = defaultdict(dict)
    for one in OwnLevel.objects.filter(part__in=list(part_ids), ended_on=None).select_related("by", "period"):
        found[one.part_id][one.period_id] = one
    return found


def level_of(part: TargetPart, period: TargetPeriod, own: Own) -> Decimal:
    """The part's level for one period: its own, else its share of what the part must reach in the end."""
    return own[period.pk].value if period.pk in own else shared_level(part, period)


def shared_level(part: TargetPart, period: TargetPeriod) -> Decimal:
    """What the share of the period makes of the part's level."""
    return (part.value * period.share / 100).quantize(_CENT)


def level_by(part: TargetPart, periods: Sequence[TargetPeriod], on: date, own: Own) -> Decimal | None:
    """What the periods that are over by the day should have given together; None while none is over."""
    over = [period for period in periods if period.ends_on < on]
    if not over:
        return None
    if part.target.counting == Counting.WITHIN:
        return sum((level_of(part, period, own) for period in over), Decimal(0))
    return level_of(part, over[-1], own)


@dataclass(frozen=True, slots=True)
class Standing:
    """`share` of the final level in percent; `code` and `words` as a state shows them."""

    share: Decimal | None
    code: str
    words: str


def share_of(reached: Decimal | None, level: Decimal) -> Decimal | None:
    """In percent; None where nothing was reached yet or the level is nought."""
    return None if reached is None or not level else (reached * 100 / level).quantize(Decimal("0.1"))


def standing(target: MeasuredTarget, reached: Decimal | None, final: Decimal, expected: Decimal | None) -> Standing:
    """`expected` is what should be reached by now, None before the first period is over."""
    if reached is None:
        return Standing(None, "new", "Chưa có số") if expected is None else Standing(None, "soon", "Chưa có số")
    share = share_of(reached, final)
    if target.direction == Direction.LOWER:
        limit = final if expected is None or target.counting != Counting.WITHIN else expected
        fine = reached <= limit
        return Standing(share, "done", "Trong mức") if fine else Standing(share, "late", "Vượt mức cho phép")
    if reached >= final:
        return Standing(share, "done", "Đã đạt")
    if expected is None or reached >= expected:
        return Standing(share, "doing", "Đúng tiến độ")
    return Standing(share, "soon", "Thấp hơn mức kỳ")
