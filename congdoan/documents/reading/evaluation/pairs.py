"""Pairs what was wanted with what was found, each at most once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Wanted = TypeVar("Wanted")
Given = TypeVar("Given")


@dataclass(frozen=True, slots=True)
class Pairs(Generic[Wanted, Given]):
    both: list[tuple[Wanted, Given]]
    missed: list[Wanted]
    extra: list[Given]


def pair(
    wanted: Sequence[Wanted], given: Sequence[Given], *agree: Callable[[Wanted, Given], bool]
) -> Pairs[Wanted, Given]:
    """Pairs by the first of `agree` as far as it goes, the rest by the second and so on; in the order of the paper."""
    both: list[tuple[int, int]] = []
    missed, extra = list(range(len(wanted))), list(range(len(given)))
    for same in agree:
        for at in list(missed):
            found = next((other for other in extra if same(wanted[at], given[other])), None)
            if found is not None:
                both.append((at, found))
                missed.remove(at)
                extra.remove(found)
    return Pairs(
        [(wanted[at], given[other]) for at, other in sorted(both)],
        [wanted[at] for at in missed],
        [given[at] for at in extra],
    )
