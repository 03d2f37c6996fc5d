"""Cells that say "as above": "nt", "-nt-", "như trên", a pair of strokes."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.layout.paper import Paper
from congdoan.documents.reading.model import Span

_AS_ABOVE = re.compile(r"[-–—(\s]*(?:n/?t|như trên|[″”\"]|''|//)[-–—)\s.]*", re.IGNORECASE)


def as_above(paper: Paper, cells: dict[str, Span], above: dict[str, Span]) -> dict[str, Span]:
    """The cells of a row by kind, those that say "as above" taken from the rows before, which `above` keeps."""
    taken = {}
    for kind, cell in cells.items():
        same = kind != "content" and _AS_ABOVE.fullmatch(paper.text, cell.start, cell.end) is not None
        taken[kind] = above.get(kind, cell) if same else cell
        if cell.end > cell.start:
            above[kind] = taken[kind]
    return taken
