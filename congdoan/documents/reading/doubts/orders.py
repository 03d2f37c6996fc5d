"""Orders of the implementation part that were understood only in part."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.handing import Handing
from congdoan.documents.reading.assignment.model import Assignment
from congdoan.documents.reading.assignment.references import Reference
from congdoan.documents.reading.assignment.sharing_out import has_unknown_words
from congdoan.documents.reading.model import Span
from congdoan.documents.reading.tasks.found import Found
from congdoan.documents.reading.tasks.sentences import clauses

_SCOPE = "lead_scope"


def doubt_orders(found: Found, handing: Handing, assignments: list[Assignment]) -> None:
    """A doubt at the work of each order with words that were not understood before its last section.

    "Chủ trì nhóm nhiệm vụ 2 và nội dung học tập nghị quyết tại nhóm nhiệm vụ 1": only a part of group 1. Clauses
    without any effect are doubted where sections are handed over.
    """
    for passage, given in _by_passage(assignments).items():
        references = handing.references(passage.start, passage.end)
        if not references:
            continue
        if _leads_and_helps(found, references, passage) or has_unknown_words(
            handing, passage.start, references[-1].end
        ):
            for one in given:
                one.doubts = list(dict.fromkeys((*one.doubts, _SCOPE)))
    _except_in_vain(found, handing, assignments)


def _leads_and_helps(found: Found, references: list[Reference], passage: Span) -> bool:
    """ "Chủ trì phần III, phối hợp với Ban Tài chính thực hiện mục 2 phần IV": who leads one section, and one not."""
    helps = found.paper.folded.find(" phoi hop ", passage.start, passage.end)
    leads = found.paper.folded.find("chu tri", passage.start, helps) if helps > 0 else -1
    return leads >= 0 and references[-1].start > helps and any(leads < one.end <= helps for one in references)


def _by_passage(assignments: Iterable[Assignment]) -> dict[Span, list[Assignment]]:
    groups: dict[Span, list[Assignment]] = {}
    for one in assignments:
        if not one.level and one.scope is not None:
            groups.setdefault(one.passage, []).append(one)
    return groups


_EXCEPTS = re.compile(
    r"(?:rieng|tru|ngoai tru)(?![a-z])[^;]{4,160}(?:chu tri|phu trach|dam nhan|dam nhiem|giao)(?![a-z])"
)


def _except_in_vain(found: Found, handing: Handing, assignments: list[Assignment]) -> None:
    """ "Ban A chủ trì phần II. Riêng nội dung tư vấn do Trung tâm B chủ trì": one of A's tasks is B's, if not found."""
    by_start = sorted((one for one in assignments if not one.level), key=lambda one: one.passage.start)
    starts = [one.passage.start for one in by_start]
    for block in found.tree.blocks:
        given = by_start[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
        if not given or block.columns is not None:
            continue
        for first, last in clauses(found.paper.text, block.body, block.end):
            if _EXCEPTS.match(found.paper.folded, first, last) is None:
                continue
            if not handing.references(first, last) and not any(first <= one.passage.start < last for one in given):
                for one in given:
                    one.doubts = list(dict.fromkeys((*one.doubts, "lead_exception")))
