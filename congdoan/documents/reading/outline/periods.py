"""Columns that are times: a mark under "T3" or "Quý II" says when the work of its row is done."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.layout.paper import Paper
from congdoan.documents.reading.model import Span
from congdoan.documents.reading.outline.profile import MARK

_PERIOD = re.compile(
    r"(?:(?:t|th|thang)\.?\s?(?:0?[1-9]|1[0-2])|(?:quy|q)\.?\s?(?:i{1,3}|iv|[1-4]))(?:\s?[/.-]\s?20\d\d)?"
)
_LEAST = 3
"""Months or quarters side by side that make a calendar rather than a heading."""


def periods_in(folded_cells: list[str]) -> tuple[int, ...]:
    """The columns of a head that are months or quarters."""
    found = tuple(at for at, words in enumerate(folded_cells) if _PERIOD.fullmatch(words.strip(" .:")))
    return found if len(found) >= _LEAST else ()


def marked_periods(paper: Paper, cells: tuple[Span, ...], heads: tuple[tuple[int, Span], ...]) -> tuple[Span, ...]:
    """The heads of the times under which a row has a mark."""
    return tuple(
        head
        for at, head in heads
        if at < len(cells) and MARK.fullmatch(paper.text[cells[at].start : cells[at].end].strip()) is not None
    )
