"""Lines that repeat a heading and say who leads it: "Công tác tuyên truyền: Ban Tuyên giáo chủ trì"."""

from __future__ import annotations

from congdoan.documents.reading.assignment.handing import Handing
from congdoan.documents.reading.assignment.model import Assignment
from congdoan.documents.reading.assignment.said import said_in
from congdoan.documents.reading.model import Span
from congdoan.documents.reading.outline.blocks import Block


def is_titled_line(handing: Handing, block: Block) -> bool:
    """Whether a line says who leads the section that it names by its title; then that is noted."""
    text, folded = handing.found.paper.text, handing.found.paper.folded
    colon = text.find(":", block.body, block.end)
    if colon < 0 or block.children:
        return False
    called, single = handing.titles.quoted(folded[block.body : colon])
    said = said_in(text, folded, colon + 1, block.end) if called is not None and not single else None
    if said is None or not said.leads:
        return False
    handing.assignments.append(Assignment(said.leads, said.helpers, Span(block.start, block.end), called))
    handing.found.drop(block, "assignment")
    return True
