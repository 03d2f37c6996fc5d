"""Rows of a table that only hand sections over: "Mục 2 phần II | Ban Tổ chức"."""

from __future__ import annotations

from collections.abc import Iterator

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.model import Assignment
from congdoan.documents.reading.assignment.references import Reference, references_in
from congdoan.documents.reading.assignment.role_lists import roles_in
from congdoan.documents.reading.assignment.sections import Sections
from congdoan.documents.reading.layout.paper import Paper
from congdoan.documents.reading.model import Span
from congdoan.documents.reading.outline.blocks import Block

_BESIDE = re.compile(r"(?:[\s,;.:()-]|(?:cac|noi dung|nhiem vu|tai|cua|thuoc|va|trong|nay|ke hoach)(?![a-z]))*")
_EXCEPT = re.compile(r"[\s,;(]*(?:ngoai tru|tru|khong (?:bao )?gom)\s")
""" "Khoản 4 (trừ điểm c)"."""
_NUMBER = re.compile(r"(?:[ivx]{1,5}\.)?\d{1,2}(?:\.\d{1,2})*|[ivx]{1,5}(?![a-z])")
_NUMBERS = re.compile(rf"\s*(?:{_NUMBER.pattern})(?:\s?(?:[,;]|va)\s?(?:{_NUMBER.pattern}))*[.\s]*")


def names_sections(paper: Paper, cell: Span) -> list[Reference]:
    """The sections that a cell names, if it says nothing else."""
    references = references_in(paper.text, paper.folded, cell.start, cell.end)
    if not references:
        return _numbers(paper, cell)
    rest = paper.folded[cell.start : cell.end]
    for reference in references:
        rest = rest.replace(paper.folded[reference.start : reference.end], " ")
    return references if _BESIDE.fullmatch(_EXCEPT.sub(" ", rest)) else []


def _numbers(paper: Paper, cell: Span) -> list[Reference]:
    """The sections of a cell that holds nothing but their numbers: "2.1, 2.2"."""
    if not _NUMBERS.fullmatch(paper.folded, cell.start, cell.end):
        return []
    labels = _NUMBER.findall(paper.folded, cell.start, cell.end)
    return [Reference("muc", labels, cell.start, cell.end, [])]


def from_section_row(paper: Paper, sections: Sections, row: Block) -> Iterator[Assignment]:
    """The assignments of a row to whose work `names_sections` answers."""
    columns = row.columns or {}
    lead, helper = columns.get("lead") or columns.get("both"), columns.get("cooperating")
    if lead is None:
        return
    leads, helpers = roles_in(paper.text, lead.start, lead.end)
    if helper is not None:
        helpers += [unit for units in roles_in(paper.text, helper.start, helper.end) for unit in units]
    content = columns["content"]
    left_out = _EXCEPT.search(paper.folded, content.start, content.end)
    stop = left_out.start() if left_out else row.end
    near: Block | None = None
    for reference in names_sections(paper, content):
        for _, blocks in sections.find(reference, near):
            for block in blocks[:1]:
                if reference.start >= stop:
                    yield Assignment([], [], Span(stop, row.end), block, leaves_out=True)
                    continue
                yield Assignment(leads, helpers, Span(row.start, stop), block)
                near = block if left_out else None
