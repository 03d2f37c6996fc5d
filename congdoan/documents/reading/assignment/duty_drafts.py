"""Tasks that the words of the implementation part give a body."""

from __future__ import annotations

from dataclasses import dataclass

from congdoan.documents.reading.assignment.clause import coordinates, is_general
from congdoan.documents.reading.assignment.cooperating import cooperating_in, helpers_after, with_helpers
from congdoan.documents.reading.assignment.model import OWN
from congdoan.documents.reading.assignment.subject import acts
from congdoan.documents.reading.assignment.units import Unit
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.tasks.draft import Draft
from congdoan.documents.reading.tasks.found import Found
from congdoan.documents.reading.tasks.work import orders, states_work


@dataclass(slots=True)
class Work:
    """`said`: where the words of the work itself begin, after clauses of the same passage that only hand over."""

    owner: list[Unit]
    start: int
    end: int
    said: int


def where_begins(found: Found, block: Block, work: Work) -> int:
    """Where the one work of a passage begins: after a sentence that only asks others to carry the paper out."""
    before = found.paper.folded[block.body : work.start].strip(" .")
    named = bool(work.owner) and work.start <= work.owner[0].span.start < block.end
    parted = found.paper.text.endswith(". ", block.body, work.start)
    return work.start if named and parted and is_general(before) else block.body


def draft_of(found: Found, block: Block, work: Work) -> Draft:
    """The task that a body gets in the implementation part, with who helps it."""
    text = found.paper.text
    leads, together = with_helpers(text, work.owner)
    draft = Draft(block, work.start, work.end, lead=list(leads))
    own = any(block.start <= unit.span.start < block.end for unit in work.owner)
    if own or found.header.type != "quy chế" or not text.startswith("Phối hợp", work.start):
        draft.cooperating = [*together, *cooperating_in(text, work.said, work.end)]
    draft.cooperating = draft.cooperating or helpers_after(text, work.said, work.end)
    if not _is_work(found, work):
        draft.doubts.append("not_sure_work")
    if draft.lead:
        draft.rank, draft.assigned_by = OWN, draft.lead[0].span
    return draft


def _is_work(found: Found, work: Work) -> bool:
    text = found.paper.text
    words = found.paper.folded[work.start : work.end]
    if states_work(words) or orders(words) or coordinates(words):
        return True
    subject = found.subject(work.start, work.end)
    return subject is not None and acts(text, subject, work.end)
