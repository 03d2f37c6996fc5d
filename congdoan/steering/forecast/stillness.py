"""Whether open work stands still: no sign of it for longer than nearly all like work took from beginning to end."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from congdoan.steering.forecast.likeness import LEAST


@dataclass(frozen=True, slots=True)
class Usual:
    """Days from giving to finishing of `count` like tasks: the middle half took `low` to `high`, nine in ten `most`."""

    count: int
    low: int
    high: int
    most: int

    @property
    def is_basis(self) -> bool:
        return self.count >= LEAST

    def is_still(self, days: int) -> bool:
        """Whether `days` without a sign are longer than nine in ten like tasks took in all."""
        return self.is_basis and days > self.most


def usual_of(days: Sequence[int]) -> Usual | None:
    """From single tasks; by nearest rank, as the database counts it."""
    if not days:
        return None
    ordered = sorted(days)
    low, high, most = (ordered[max(ceil(share * len(ordered)), 1) - 1] for share in (0.25, 0.75, 0.9))
    return Usual(len(ordered), low, high, most)
