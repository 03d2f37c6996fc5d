"""What every extractor hands on: lines and table rows in reading order, with their place on the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from congdoan.documents.reading.extract.corners import Corners

Progress = Callable[[str, int, int], None]


class Box(NamedTuple):
    """Points from the top left of the page."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(slots=True)
class SourceLine:
    """A printed line, or a whole paragraph where the format knows paragraphs.

    `heading`: level of the heading style, if any. `gap`: an empty line stands before it. `indent`: leading spaces.
    `aside`: a note, which is no part of the running text.
    `column`: 1 or 2 where the page has two columns of text, else 0.
    """

    text: str
    page: int = 0
    box: Box | None = None
    heading: int | None = None
    bold: bool = False
    gap: bool = False
    indent: int = 0
    aside: bool = False
    column: int = 0


@dataclass(slots=True)
class SourceRow:
    """One row of a table. `level` is None, or the depth of a table inside a table."""

    cells: tuple[str, ...]
    page: int = 0
    box: Box | None = None


SourceItem = SourceLine | SourceRow


@dataclass(slots=True)
class Source:
    """`wrapped`: lines are printed lines and must be joined; `ocr`: letters may be wrong.

    `corners`: by page, where the corners of the page set upright lie on the page as it came (see `model.Page`).
    """

    kind: str
    items: list[SourceItem] = field(default_factory=list)
    pages: list[tuple[float, float]] = field(default_factory=list)
    wrapped: bool = False
    ocr: bool = False
    notes: list[str] = field(default_factory=list)
    corners: dict[int, Corners] = field(default_factory=dict)
