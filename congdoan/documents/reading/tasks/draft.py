"""A task while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from congdoan.documents.reading.assignment.units import Unit
from congdoan.documents.reading.model import Due, Span
from congdoan.documents.reading.outline.blocks import Block


@dataclass(slots=True, eq=False)
class Draft:
    """`rank`: how specific the assignment of the lead is; higher wins (see `assignment.resolve`).

    `times`: the stretches in which words of time stand (see `due.reader`). `time`: the limit that was set where it
    was handed over.
    """

    block: Block
    start: int
    end: int
    lead: list[Unit] = field(default_factory=list)
    cooperating: list[Unit] = field(default_factory=list)
    due: Due | None = None
    product: str | None = None
    rank: float = 0.0
    assigned_by: Span | None = None
    times: list[tuple[int, int]] = field(default_factory=list)
    time: Span | None = None
    doubts: list[str] = field(default_factory=list)
