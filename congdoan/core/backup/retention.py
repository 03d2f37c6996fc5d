"""Which of the archives in a folder stay: the newest of each of so many days, weeks and months."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, Final

_PERIODS: Final[tuple[Callable[[datetime], Any], ...]] = (
    lambda at: at.date(),
    lambda at: at.isocalendar()[:2],
    lambda at: (at.year, at.month),
)


def kept(moments: Iterable[datetime], counts: Iterable[int]) -> set[datetime]:
    """Of all moments those that stay; `counts` are days, weeks and months. The newest always stays."""
    newest_first = sorted(moments, reverse=True)
    stay = set(newest_first[:1])
    for period, count in zip(_PERIODS, counts, strict=False):
        newest_of: dict[Any, datetime] = {}
        for moment in newest_first:
            newest_of.setdefault(period(moment), moment)
        stay |= set(list(newest_of.values())[: max(count, 0)])
    return stay
