"""Sections that the implementation part names and of which nothing was handed over: it must have had an effect."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.clause import is_given, oversees, refers_back
from congdoan.documents.reading.assignment.handing import Handing
from congdoan.documents.reading.assignment.model import Assignment
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.outline.parts import IMPLEMENTATION
from congdoan.documents.reading.tasks.found import Found
from congdoan.documents.reading.tasks.sentences import clauses

_GIVES = re.compile(
    r"(?<![a-z])(?<!duoc )(?:chu tri|phu trach|dam nhan|dam nhiem|dam trach|giao|phan cong|nhan|lo|tham muu|phoi hop"
    r"|chiu trach nhiem)(?![a-z])"
)
_MESSAGE = "Câu này nêu mục nhưng chưa hiểu được giao mục đó cho ai."


def doubt_unheard(found: Found, handing: Handing, assignments: list[Assignment]) -> None:
    """Doubt each clause that names a section without effect, and the work of that section."""
    placed = sorted(assignments, key=lambda one: one.passage.start)
    for block in found.tree.blocks:
        if block.part != IMPLEMENTATION or block.columns is not None or block.children:
            continue
        low = bisect_left(placed, block.start, key=lambda one: one.passage.start)
        given = placed[low : bisect_left(placed, block.end, key=lambda one: one.passage.start)]
        for first, last in clauses(found.paper.text, block.body, block.end):
            words = found.paper.folded[first:last]
            if oversees(words) or refers_back(words) or is_given(words) or not _GIVES.search(words):
                continue
            for section in _unheard(handing, first, last, given):
                found.warn("lead_scope", _MESSAGE, first, last)
                for draft in found.drafts:
                    if draft.block.under(section):
                        draft.doubts.append("lead_scope")


def _unheard(handing: Handing, start: int, end: int, given: list[Assignment]) -> Iterable[Block]:
    for reference in handing.references(start, end):
        here = [one.scope for one in given if one.scope and one.passage.start <= reference.start < one.passage.end]
        for label, blocks in handing.sections.find(reference, handing.near):
            named = any(f".{scope.number.lower()}".endswith(f".{label}") for scope in here)
            if blocks and not named and not any(scope.under(block) for scope in here for block in blocks):
                yield blocks[0]
