"""Points of a section that is called by its title: "điểm a, nhóm nhiệm vụ về giám sát, khen thưởng"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from congdoan.documents.reading.assignment.references import Reference
from congdoan.documents.reading.assignment.sections import TITLED, Sections
from congdoan.documents.reading.assignment.titles import Called, Titles
from congdoan.documents.reading.assignment.units import Unit
from congdoan.documents.reading.model import Span
from congdoan.documents.reading.outline.blocks import Block

_POINTS = frozenset({"diem", "khoan", "tiet", "y", "gach dau dong", "gach", "tieu muc", "nhiem vu", "noi dung", "viec"})
"""What stands inside other sections."""
_BESIDE = 8
"""Characters between points that stand in one section: "điểm a và | điểm c"."""


def set_inside(references: list[Reference], titles: Titles, sections: Sections, folded: str, span: range) -> None:
    """Note around each point of a clause, which takes up `span`, the section that its words call after or before it."""
    for reference in references:
        if reference.word in _POINTS and (called := titles.around(folded, reference.end, span.stop)):
            _put(reference, called, sections)
            reference.end = called.end
    for before, after in reversed(list(pairwise(references))):
        if _is_titled(after) and not before.within and 0 <= after.start - before.end < _BESIDE:
            before.within.append(after.within[-1])
    first = references[0] if references else None
    if first is not None and first.word in _POINTS and not first.within:
        _set_before(references, titles, sections, folded, span.start)


def _set_before(references: list[Reference], titles: Titles, sections: Sections, folded: str, start: int) -> None:
    """ "Nhóm nhiệm vụ về giám sát: điểm a do Ủy ban Kiểm tra chủ trì, điểm b ...": the title stands first."""
    called = next(reversed(list(titles.called(folded, start, references[0].start))), None)
    if called is None or any(mark in folded[called.end : references[0].start] for mark in (";", ". ")):
        return
    for reference in references:
        if reference.within or reference.word != references[0].word:
            break
        _put(reference, called, sections)
        if not all(blocks for _, blocks in sections.find(reference)):
            reference.within.pop()
            break


def _put(reference: Reference, called: Called, sections: Sections) -> None:
    key = str(called.block.at)
    sections.titled[key] = called.block
    reference.within.append((TITLED, key))


def _is_titled(reference: Reference) -> bool:
    return bool(reference.within) and reference.within[-1][0] == TITLED


def outside(units: Iterable[Unit], spans: Iterable[tuple[int, int]]) -> list[Unit]:
    """The bodies that do not stand in the words of a title: "nhóm nhiệm vụ về phối hợp với các cơ quan"."""
    taken = list(spans)
    return [unit for unit in units if not any(start <= unit.span.start < end for start, end in taken)]


def beside(
    references: list[Reference], titles: Titles, sections: Sections, folded: str, passage: Span
) -> Iterator[Block]:
    """The sections called by a title beside numbers of others: "điểm a mục 2 và nhóm nhiệm vụ về tuyên truyền"."""
    named = [block for one in references for _, blocks in sections.find(one) for block in blocks]
    spans = [(one.start, one.end) for one in references]
    for called in titles.called(folded, passage.start, passage.end) if named else ():
        block = called.block
        if any(block.under(other) or other.under(block) for other in named):
            continue
        if not any(start <= called.start < end for start, end in spans):
            yield block
