"""The implementation part: who leads which section, who coordinates the whole, and what new work a body gets."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from congdoan.documents.reading.assignment.clause import (
    coordinates,
    is_general,
    named_sections,
    only_coordinates,
    remainder_in,
)
from congdoan.documents.reading.assignment.cooperating import cooperating_in
from congdoan.documents.reading.assignment.model import OWN, Assignment
from congdoan.documents.reading.assignment.quotes import Quote, quote_in, quoted_scope
from congdoan.documents.reading.assignment.references import Reference
from congdoan.documents.reading.assignment.sections import Sections
from congdoan.documents.reading.assignment.subject import Subject, is_board, ordered_in, subject_of
from congdoan.documents.reading.assignment.units import Unit
from congdoan.documents.reading.model import Coordinator, Span
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.outline.parts import (
    ARTICLES,
    IMPLEMENTATION,
)
from congdoan.documents.reading.tasks.contents import is_note
from congdoan.documents.reading.tasks.draft import Draft
from congdoan.documents.reading.tasks.found import Found
from congdoan.documents.reading.tasks.labels import labels_in
from congdoan.documents.reading.tasks.sentences import clauses
from congdoan.documents.reading.tasks.work import states_work

_ARTICLE = re.compile(
    r"(?:ban hanh (?:kem theo|quy|ke hoach|chuong trinh|de an)|phe duyet|thanh lap|kien toan"
    r"|cong nhan|khen|tang|bo nhiem|thay the|bai bo|sua doi|"
    r"(?:quyet dinh|nghi quyet|quy che|chi thi|quy dinh) nay)"
)
_FUNDING = re.compile(r"(?:nguon )?kinh phi (?:thuc hien|to chuc|trien khai|bao dam|dam bao|tu|do|duoc)")
_ONLY_COOPERATES = re.compile(r"\s*(?:co trach nhiem\s|chu dong\s)?phoi hop")


@dataclass(slots=True)
class _Work:
    owner: list[Unit]
    start: int
    end: int


@dataclass(slots=True)
class Duties:
    found: Found
    sections: Sections
    assignments: list[Assignment] = field(default_factory=list)
    owners: dict[int, list[Unit]] = field(default_factory=dict)
    plain_owner: dict[int, list[Unit]] = field(default_factory=dict)
    cited: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.cited = [citation.start for citation in self.found.citations]

    def read(self) -> list[Assignment]:
        for block in self.found.tree.blocks:
            if block.part in (IMPLEMENTATION, ARTICLES) and block.columns is None:
                self._block(block)
        return self.assignments

    def _block(self, block: Block) -> None:
        text, folded = self.found.paper.text, self.found.words(block)
        if labels_in(self.found.paper.folded, block.body, block.end):
            self.found.drop(block, "detail")
            return
        subject = subject_of(text, block.body, block.end)
        if subject and subject.rest >= block.end - 1:
            self._own(block, subject.units)
            return
        if self._is_heading(block, folded):
            if folded.endswith(":"):
                self._introduce(block, subject)
            self.found.drop(block, "introduction" if folded.endswith(":") else "heading")
            return
        if _FUNDING.match(folded) or is_note(folded):
            self.found.drop(block, "note" if is_note(folded) else "funding")
            return
        self._sentences(block, subject)

    def _own(self, block: Block, units: list[Unit]) -> None:
        """A line that only names bodies: what stands under it is theirs."""
        self.owners[block.at] = units
        if block.marker is None and not block.is_heading and block.parent is not None:
            self.plain_owner[block.parent.at] = units
        self.found.drop(block, "heading")

    def _introduce(self, block: Block, subject: Subject | None) -> None:
        """ "Các cấp công đoàn có trách nhiệm:", "Ban Thường vụ yêu cầu các ban:"."""
        text = self.found.paper.text
        if subject is None or is_board(subject):
            subject = ordered_in(text, block.body, block.end)
        if subject:
            self._own(block, subject.units)

    def _is_heading(self, block: Block, folded: str) -> bool:
        if folded.endswith(":") and len(folded) < 400:
            return True
        if (
            block.is_heading
            or (block.parent is not None and block.parent.part != block.part)
            or (block.parent is None and block.is_numbered and block.part == IMPLEMENTATION)
        ):
            return True
        return block.is_numbered and bool(block.children) and not folded.endswith((".", ";"))

    def _owner(self, block: Block) -> list[Unit]:
        over: Block | None = block
        while over is not None:
            if over.at in self.owners:
                return self.owners[over.at]
            if over.parent is not None and over.marker is not None and over.parent.at in self.plain_owner:
                return self.plain_owner[over.parent.at]
            over = over.parent
        return []

    def _sentences(self, block: Block, subject: Subject | None) -> None:
        """Cut a passage into clauses; those that give new work become tasks, one for each body that gets some."""
        text = self.found.paper.text
        if subject and is_board(subject) and ordered_in(text, block.body, block.end):
            subject = None
        owner = subject.units if subject else self._owner(block)
        start = subject.rest if subject else block.body
        groups: list[_Work] = []
        assigned = False
        for first, last in clauses(text, start, block.end):
            named = self._named(first, last, at_start=first > block.body)
            owner = named.units if named else owner
            if not self._clause(block, owner, named.rest if named and named.rest > first else first, last):
                assigned = True
            elif groups and groups[-1].owner is owner and first - groups[-1].end <= 3:
                groups[-1].end = last
            else:
                groups.append(_Work(owner, first, last))
        if block.children and owner:
            self.owners[block.at] = owner
        if not groups:
            self.found.drop(block, "article" if block.part == ARTICLES else "assignment")
        elif len(groups) == 1 and not assigned:
            groups[0].start, groups[0].end = block.body, block.end
        for work in groups:
            self._draft(block, work)

    def _named(self, start: int, end: int, at_start: bool) -> Subject | None:
        """The body to which a clause turns by itself."""
        text = self.found.paper.text
        subject = subject_of(text, start, end) if at_start else None
        if subject and subject.rest < end and not is_board(subject):
            return subject
        return ordered_in(text, start, end)

    def _draft(self, block: Block, work: _Work) -> None:
        text = self.found.paper.text
        draft = Draft(block, work.start, work.end, lead=list(work.owner))
        draft.cooperating = cooperating_in(text, work.start, work.end)
        if draft.lead:
            draft.rank, draft.assigned_by = OWN, draft.lead[0].span
        self.found.drafts.append(draft)

    def _clause(self, block: Block, owner: list[Unit], start: int, end: int) -> bool:
        """Read one clause; whether it gives new work."""
        text, folded = self.found.paper.text, self.found.paper.folded
        clause = folded[start:end]
        quote = quote_in(text, folded, start, end)
        references = named_sections(text, folded, start, end, quote.end if quote else start)
        references = [r for r in references if not self._of_other_paper(r.start, r.end)]
        rest = remainder_in(folded, start, end)
        helps = _ONLY_COOPERATES.match(clause) is not None and "chu tri" not in clause
        helpers = cooperating_in(text, start, end)
        passage = Span(start, end)
        if quote and self._assign_quote(owner, helpers, passage, quote, references):
            return False
        if references or rest:
            units = [] if helps else owner
            self._assign_sections(units, helpers + (owner if helps else []), passage, references, rest)
            return False
        if coordinates(clause) and owner:
            if self.found.coordinator is None:
                self.found.coordinator = Coordinator(owner[0].name, start, end)
                if "chu tri" in clause:
                    self.assignments.append(Assignment(owner, helpers, passage))
            return not only_coordinates(clause)
        if is_general(clause):
            return False
        if block.part == ARTICLES:
            return (bool(owner) and not _ARTICLE.match(clause)) or (states_work(clause) and not _ARTICLE.match(clause))
        return True

    def _of_other_paper(self, start: int, end: int) -> bool:
        at = bisect_left(self.cited, end)
        return at < len(self.cited) and self.cited[at] - end <= 13

    def _assign_quote(
        self, owner: list[Unit], helpers: list[Unit], passage: Span, quote: Quote, references: list[Reference]
    ) -> bool:
        return quoted_scope(self.found, self.sections, self.assignments, owner, helpers, passage, quote, references)

    def _assign_sections(
        self,
        units: list[Unit],
        helpers: list[Unit],
        passage: Span,
        references: list[Reference],
        rest: re.Match[str] | None,
    ) -> None:
        for reference in references:
            remainder = rest is not None and rest.end() <= reference.start and reference.start - rest.end() < 12
            for label, blocks in self.sections.find(reference):
                if not blocks:
                    message = f"Không có mục {label.upper()} trong văn bản."
                    self.found.warn("section_unknown", message, reference.start, reference.end)
                if len(blocks) > 1:
                    message = f"Có {len(blocks)} mục mang số {label.upper()}; đã lấy mục đầu tiên."
                    self.found.warn("section_ambiguous", message, reference.start, reference.end)
                for block in blocks[:1]:
                    self.assignments.append(Assignment(units, helpers, passage, block, remainder=remainder))
        if rest is not None and not any(0 <= r.start - rest.end() < 12 for r in references):
            self.assignments.append(Assignment(units, helpers, passage, None, remainder=True))
