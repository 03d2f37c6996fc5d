"""How likely open work is to end late, from like work whose due day is past.

Like work is asked: of those still unfinished with as many days left as this has, how many ended late? That is one
fraction that a person can check. The unit's own record moves it, the more the more of it there is.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from congdoan.steering.forecast.likeness import LEAST

NEVER: Final = -100_000
"""Days before due of what is past its due day and still not finished."""
OWN_WEIGHT: Final = 8
"""The like tasks weigh as much as this many of the unit's own."""
LIKELY: Final = 0.5


@dataclass(frozen=True, slots=True)
class Seen:
    """Tasks that stood where this one stands, and how many of them ended late."""

    count: int = 0
    late: int = 0

    @property
    def share(self) -> float:
        """Never quite 0 or 1: a few tasks prove neither (rule of succession)."""
        return (self.late + 1) / (self.count + 2)


class History:
    """Tasks whose due day is past, by how many days before it they were finished; negative when after it."""

    __slots__ = ("_days", "_late", "_upto")

    def __init__(self, finished: Mapping[int, int]) -> None:
        """`finished`: days before due → how many tasks; NEVER for those that are still open."""
        self._days = sorted(day for day, count in finished.items() if count > 0)
        self._upto = [0, *accumulate(finished[day] for day in self._days)]
        self._late = self._upto[bisect_left(self._days, 0)]

    @classmethod
    def of(cls, days: Iterable[int]) -> "History":
        counted: dict[int, int] = {}
        for day in days:
            counted[day] = counted.get(day, 0) + 1
        return cls(counted)

    @property
    def whole(self) -> Seen:
        return Seen(self._upto[-1], self._late)

    def with_left(self, left: int) -> Seen:
        """Of those still unfinished on the day `left` days before due."""
        count = self._upto[bisect_right(self._days, left)]
        return Seen(count, min(self._late, count))


@dataclass(frozen=True, slots=True)
class Outlook:
    """`chance` of ending late, 0 to 1; `alike` are like tasks at the same point, `group` says in words which."""

    chance: float
    left: int
    alike: Seen
    group: str
    own: Seen

    @property
    def is_likely(self) -> bool:
        return self.chance >= LIKELY


def outlook(left: int, groups: Sequence[tuple[str, History]], own: History | None = None) -> Outlook | None:
    """The outlook of a task with `left` days to its due day, at least 0.

    `groups` are (words, history) from the most alike to the least: the first with enough tasks at this point is taken.
    None when there is none: then there is no basis to say anything.
    """
    for group, history in groups:
        alike = history.with_left(left)
        if alike.count >= LEAST:
            mine = own.with_left(left) if own else Seen()
            chance = (mine.late + OWN_WEIGHT * alike.share) / (mine.count + OWN_WEIGHT)
            return Outlook(chance, left, alike, group, mine)
    return None
