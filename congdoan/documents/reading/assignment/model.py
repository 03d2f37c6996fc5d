"""An assignment: to whom, and for what."""

from __future__ import annotations

from dataclasses import dataclass, field

from congdoan.documents.reading.assignment.units import Unit
from congdoan.documents.reading.model import Span
from congdoan.documents.reading.outline.blocks import Block

OWN = 60.0
"""The task itself names its lead: by its words, its lines, its table column."""
SUBJECT = 45.0
"""The task's sentence begins with the body that does it, in a section that another may lead."""
TOPIC = 20.0
"""The task's sentence is about a body, which may only take part ("Mỗi công đoàn cơ sở có ít nhất ...")."""
INSIDE = 4.0
"""A body is given something inside the task's sentence ("thí điểm giao công đoàn cơ sở tự quản")."""
QUOTE = 50.0
SECTION = 30.0
REST = 15.0
"""What nobody else has of the whole paper."""
LEVEL = 8.0
WHOLE = 1.0
WORKS_WITH = "lead_works_with"
"""The doubt of a lead of which it is only said that it works with others on a section."""


@dataclass(slots=True)
class Assignment:
    """`passage`: the words that say so. `units` empty: only `cooperating` is given.

    `scope`: the section, or None for the whole contents; `quote`: the span of a quoted sentence in it; `remainder`:
    what nobody else has of it. `level`: a heading or an opening sentence addresses bodies. `time`: a clause
    after it that only says by when. `leaves_out`: "..., trừ mục 4": what the words before it do not hold for.
    """

    units: list[Unit]
    cooperating: list[Unit]
    passage: Span
    scope: Block | None = None
    quote: Span | None = None
    remainder: bool = False
    level: bool = False
    doubts: list[str] = field(default_factory=list)
    time: Span | None = None
    leaves_out: bool = False
