"""Splits a level among units so that the parts make exactly the whole. No database here."""

from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal

ONE, CENT = Decimal(1), Decimal("0.01")


def in_proportion(whole: Decimal, weights: Sequence[Decimal], *, step: Decimal = CENT) -> list[Decimal]:
    """`whole` in parts as the weights are to each other, each a multiple of `step`.

    What rounding leaves goes, step by step, to the parts that lost most by it; what is less than a step to the first.
    Raises ValueError when no weight is above zero, or one is below.
    """
    total = sum(weights, Decimal(0))
    if total <= 0 or min(weights) < 0:
        raise ValueError("weights must not be negative, and at least one above zero")
    exact = [whole * weight / total for weight in weights]
    parts = [(share / step).to_integral_value(ROUND_FLOOR) * step for share in exact]
    left = int((whole - sum(parts, Decimal(0))) / step)
    for place in sorted(range(len(parts)), key=lambda at: parts[at] - exact[at])[:left]:
        parts[place] += step
    parts[0] += whole - sum(parts, Decimal(0))
    return parts


def equally(whole: Decimal, count: int, *, step: Decimal = CENT) -> list[Decimal]:
    """`whole` in `count` parts that differ by at most one `step`."""
    return in_proportion(whole, [ONE] * count, step=step)
