"""What a reading of a paper consists of. Every offset counts characters of `PlanReading.text`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from congdoan.documents.reading.tasks.titles import short_title


@dataclass(frozen=True, slots=True)
class Span:
    """From the character `start` up to, but without, `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LineBox:
    """One printed line: the text it holds and where it stands on its page, in points from the top left."""

    start: int
    end: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it is read: upright.

    `corners`: empty when the file's page stands upright; else where the upright page's top left, bottom left, bottom
    right and top right corners lie on it, each as parts of its width and height (x, y, x, y, ...).
    """

    number: int
    width: float
    height: float
    lines: tuple[LineBox, ...] = ()
    corners: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Header:
    """`symbol_tail` is the printed end of a symbol whose number is still blank ("KH-LĐLĐ" in "Số:   /KH-LĐLĐ")."""

    type: str | None = None
    number: str | None = None
    symbol: str | None = None
    date: datetime.date | None = None
    issuer: str | None = None
    subject: str | None = None
    until: datetime.date | None = None
    symbol_tail: str | None = None
    place: str | None = None
    spans: tuple[tuple[str, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A mention of another paper; what it does not say is None. `text` is the mention itself."""

    type: str
    symbol: str | None
    date: datetime.date | None
    issuer: str | None
    subject: str | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered heading; the span is that of its title. `part` says what the section is for, see `outline.parts`."""

    number: str
    title: str
    start: int
    end: int
    part: str


@dataclass(frozen=True, slots=True)
class Due:
    """`recurrence`: yearly, half_yearly, quarterly, monthly, ongoing or None. `doubts`: codes, see `tasks.finish`."""

    text: str
    date: datetime.date | None
    recurrence: str | None
    start: int
    end: int
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """`assigned_by` is the passage that names the lead; `doubts` are codes of warnings that concern this task.

    `audience`: whole levels the task goes to: "district", "sector_local", "commune", "grassroots", "department".
    """

    section: str
    order: int
    text: str
    lead: tuple[str, ...]
    cooperating: tuple[str, ...]
    due: Due | None
    product: str | None
    start: int
    end: int
    assigned_by: Span | None = None
    lead_spans: tuple[Span, ...] = ()
    audience: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def short_title(self) -> str:
        """The first clause of the text, at most 16 words of it."""
        return short_title(self.text)


@dataclass(frozen=True, slots=True)
class Target:
    """A figure to be reached. `unit`: what is counted ("%", "người")."""

    section: str
    text: str
    value: int | float | None
    unit: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to settle a doubt. `effect`: ("lead", unit), sections it holds for, and whether the reader took it."""

    label: str
    unit: str | None = None
    sections: tuple[str, ...] = ()
    taken: bool = False


@dataclass(frozen=True, slots=True)
class Warning:
    """A doubt about the passage from `start` to `end`, in words for the person who reviews the reading."""

    code: str
    message: str
    start: int
    end: int
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of the body. `reason` is None when it became a task, else why it did not (see `tasks.reasons`)."""

    start: int
    end: int
    section: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class Coordinator:
    """The unit that coordinates the whole paper, and the passage that says so."""

    unit: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PlanReading:
    """All that was read in one paper. `kind`: the form of its file ("word", "pdf", "text")."""

    text: str
    header: Header
    citations: tuple[Citation, ...] = ()
    sections: tuple[Section, ...] = ()
    tasks: tuple[Task, ...] = ()
    targets: tuple[Target, ...] = ()
    warnings: tuple[Warning, ...] = ()
    passages: tuple[Passage, ...] = ()
    pages: tuple[Page, ...] = ()
    coordinator: Coordinator | None = None
    kind: str = "text"
    notes: tuple[str, ...] = field(default=())
