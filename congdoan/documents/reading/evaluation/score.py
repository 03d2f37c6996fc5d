"""How well one paper, or many, were read: counts, and each thing that is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from congdoan.documents.reading.evaluation.answers import HEADER_FIELDS
from congdoan.documents.reading.model import Span

HEADER = tuple(f"header.{name}" for name in HEADER_FIELDS)
ITEMS = ("citations", "tasks", "targets")
TASK_FIELDS = ("section", "lead", "cooperating", "due", "product")
MEASURES = (*HEADER, *ITEMS, *TASK_FIELDS)


@dataclass(slots=True)
class Tally:
    """How many were wanted, how many found, and how many of them are right."""

    right: int = 0
    wanted: int = 0
    found: int = 0

    def add(self, right: int, wanted: int, found: int) -> None:
        self.right, self.wanted, self.found = self.right + right, self.wanted + wanted, self.found + found

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        total = self.wanted + self.found
        return 2 * self.right / total if total else 1.0


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong: of `measure`, what was wanted and what was found (None: nothing).

    `marked`: whether the reader itself said that it is doubtful.
    """

    measure: str
    wanted: str | None
    found: str | None
    span: Span | None
    marked: bool


@dataclass(slots=True)
class Score:
    """`false_doubts`: warnings at which nothing is wrong and that the answers do not ask for.

    `silent`: codes that the answers ask for and that were not given.
    """

    name: str
    tallies: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in MEASURES})
    faults: list[Fault] = field(default_factory=list)
    false_doubts: int = 0
    silent: list[str] = field(default_factory=list)
    unreadable: str | None = None

    @property
    def header(self) -> Tally:
        return _sum(self.tallies[name] for name in HEADER)

    @property
    def marked(self) -> Tally:
        """Of what is wrong, what carries a doubt."""
        return Tally(sum(fault.marked for fault in self.faults), len(self.faults), len(self.faults))


def total(scores: list[Score]) -> Score:
    """All papers as if they were one."""
    whole = Score("")
    for name in MEASURES:
        whole.tallies[name] = _sum(score.tallies[name] for score in scores)
    whole.faults = [fault for score in scores for fault in score.faults]
    whole.false_doubts = sum(score.false_doubts for score in scores)
    return whole


def _sum(tallies: Iterable[Tally]) -> Tally:
    whole = Tally()
    for tally in tallies:
        whole.add(tally.right, tally.wanted, tally.found)
    return whole
