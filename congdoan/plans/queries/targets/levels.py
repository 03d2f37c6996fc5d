"""What should be reached by a period, and how what was reached stands against it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from congdoan.plans.models import Counting, Direction, MeasuredTarget, TargetPart, TargetPeriod

_CENT = Decimal("0.01")


def level_of(part: TargetPart, period: TargetPeriod) -> Decimal:
    """The part's level for one period: its share of what the part must reach in the end."""
    return (part.value * period.share / 100).quantize(_CENT)


def level_by(part: TargetPart, periods: Sequence[TargetPeriod], on: date) -> Decimal | None:
    """What the periods that are over by the day should have given together; None while none is over."""
    over = [period for period in periods if period.ends_on < on]
    if not over:
        return None
    if part.target.counting == Counting.WITHIN:
        return sum((level_of(part, period) for period in over), Decimal(0))
    return level_of(part, over[-1])


@dataclass(frozen=True, slots=True)
class Standing:
    """`share` of the final level in percent; `code` and `words` as a state shows them."""

    share: Decimal | None
    code: str
    words: str


def standing(target: MeasuredTarget, reached: Decimal | None, final: Decimal, expected: Decimal | None) -> Standing:
    """`expected` is what should be reached by now, None before the first period is over."""
    if reached is None:
        return Standing(None, "new", "Chưa có số") if expected is None else Standing(None, "soon", "Chưa có số")
    share = (reached * 100 / final).quantize(Decimal("0.1")) if final else None
    if target.direction == Direction.LOWER:
        limit = final if expected is None or target.counting != Counting.WITHIN else expected
        fine = reached <= limit
        return Standing(share, "done", "Trong mức") if fine else Standing(share, "late", "Vượt mức cho phép")
    if reached >= final:
        return Standing(share, "done", "Đã đạt")
    if expected is None or reached >= expected:
        return Standing(share, "doing", "Đúng tiến độ")
    return Standing(share, "soon", "Thấp hơn mức kỳ")
