"""Runs the checks one after the other and says of each whether it holds, and where not."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from congdoan.core.verify.checks import Check, Progress, checks

SHOWN: Final = 20


@dataclass(frozen=True, slots=True)
class Result:
    """`found` counts the places where the check does not hold; `places` are the first of them, in words."""

    name: str
    sentence: str
    found: int
    places: list[str]
    seconds: float

    @property
    def holds(self) -> bool:
        return self.found == 0


def verify(
    *,
    quick: bool = False,
    more: Iterable[tuple[str, Check]] = (),
    progress: Progress = lambda stage, done, total: None,
) -> Iterator[Result]:
    """The result of each check, and of `more`, as soon as it is known; a quick run leaves the slow ones out."""
    wanted = [(name, check) for name, check in (*checks.items(), *more) if not (quick and check.slow)]
    for done, (name, check) in enumerate(wanted):
        progress(check.sentence, done, len(wanted))
        yield _result(name, check, progress)


def _result(name: str, check: Check, progress: Progress) -> Result:
    began, found, shown = time.monotonic(), 0, []
    for place in check.find(progress):
        found += 1
        if found <= SHOWN:
            shown.append(place)
    return Result(name, check.sentence, found, shown, time.monotonic() - began)
