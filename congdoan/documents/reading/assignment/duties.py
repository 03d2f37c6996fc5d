"""The implementation part: who leads which section, who coordinates the whole, and what new work a body gets."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import zip_longest

from congdoan.documents.reading.assignment.clause import (
    answers_for_all,
    coordinates,
    hands_over,
    is_general,
    is_given,
    leads_whole,
    only_coordinates,
    refers_back,
    remainder_in,
)
from congdoan.documents.reading.assignment.cooperating import bracketed_helpers, cooperating_in
from congdoan.documents.reading.assignment.handed import Part, before_exception, done_by, handed_parts
from congdoan.documents.reading.assignment.loose_names import unknown_in_charge
from congdoan.documents.reading.assignment.model import OWN, WORKS_WITH, Assignment
from congdoan.documents.reading.assignment.quotes import Quote, quoted_scope, quotes_in
from congdoan.documents.reading.assignment.references import (
    Reference,
    bare_references,
    depth_of,
    references_in,
)
from congdoan.documents.reading.assignment.said import said_in
from congdoan.documents.reading.assignment.section_rows import from_section_row
from congdoan.documents.reading.assignment.sections import Sections
from congdoan.documents.reading.assignment.subject import Subject, acts, is_giver, names_only, ordered_in, whole_line
from congdoan.documents.reading.assignment.titles import Titles
from congdoan.documents.reading.assignment.units import Unit
from congdoan.documents.reading.model import Coordinator, Span
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.outline.parts import (
    ARTICLES,
    CONTENTS,
    IMPLEMENTATION,
)
from congdoan.documents.reading.outline.roles import closes
from congdoan.documents.reading.tasks.contents import hands_over_beside, is_elsewhere, is_member, is_note
from congdoan.documents.reading.tasks.draft import Draft
from congdoan.documents.reading.tasks.found import Found
from congdoan.documents.reading.tasks.labels import labels_in
from congdoan.documents.reading.tasks.sentences import clauses
from congdoan.documents.reading.tasks.work import introduces_with_work, orders, states_work

_ARTICLE = re.compile(
    r"(?:ban hanh (?:kem theo|quy|ke hoach|chuong trinh|de an)|phe duyet|thanh lap|kien toan"
    r"|cong nhan|khen|tang|bo nhiem|thay the|bai bo|sua doi|"
    r"(?:quyet dinh|nghi quyet|quy che|chi thi|quy dinh) (?:nay|co hieu luc))"
)
_FUNDING = re.compile(r"(?:nguon )?kinh phi (?:thuc hien|to chuc|trien khai|bao dam|dam bao|tu|do|duoc)")


GIVES, WORKS, NOTHING = "gives", "works", "nothing"
"""What a clause does: hands over what stands elsewhere, gives new work, or neither."""
_BESIDES = re.compile(r",\s(?:dong thoi\s)?(?!phoi hop|chu tri|chiu|thuc hien|trien khai|to chuc thuc hien)")
_TOPIC = 60
_INLINE_TITLE = 70
"""Characters that a title on the same line as its passage may take."""
_SECTION = re.compile(
    r"(?<![a-z0-9])(?:muc|tieu muc|khoan|diem|phan|nhiem vu|noi dung)\s(?:so\s|thu\s|tu\s)?\(?(?:\d|[ivx]+(?![a-z]))"
)
_NEAR = 16
"""Characters before a body's name that "đồng thời giao" may take."""


_ONLY_DUTY = re.compile(r"\s*(?:có|chịu) (?:trách nhiệm|(?:các )?nhiệm vụ)(?: sau(?: đây)?)?\s*$")


def _only_duty(text: str, subject: Subject, end: int) -> bool:
    """ "Điều 2. Ủy ban nhân dân tỉnh có trách nhiệm": a line that says whose duties stand under it."""
    return _ONLY_DUTY.match(text, subject.units[-1].span.end, end) is not None


def _asks(text: str, start: int) -> bool:
    """ "...; kiến nghị Giám đốc xử lý" is what the body of the sentence does."""
    return text.startswith(("kiến nghị", "đề nghị"), start)


_ONLY_NAMED = frozenset({"viec", "cong viec"})
_AFTER_QUOTE = re.compile(r"[”\"]\s?:\s")
""" "Nội dung “...”: Ban Tổ chức"."""


def _around(block: Block) -> Block | None:
    """The section that a line under its items stands in: an article, else the nearest with several of them."""
    over = next((above for above in block.ancestors() if above.marker and above.marker.kind == "dieu"), None)
    return over or next((above for above in block.ancestors() if len(above.children) > 1), block.parent)


@dataclass(slots=True)
class _Work:
    """`said`: where the words of the work itself begin, after clauses of the same passage that only hand over."""

    owner: list[Unit]
    start: int
    end: int
    said: int


@dataclass(slots=True)
class Duties:
    found: Found
    sections: Sections
    assignments: list[Assignment] = field(default_factory=list)
    owners: dict[int, list[Unit]] = field(default_factory=dict)
    plain_owner: dict[int, list[Unit]] = field(default_factory=dict)
    cited: list[int] = field(init=False)
    titles: Titles = field(init=False)
    near: Block | None = None
    near_depth: int = -1

    def __post_init__(self) -> None:
        self.cited = [citation.start for citation in self.found.citations]
        self.titles = Titles.of(self.found)

    def read(self) -> list[Assignment]:
        for block in self.found.tree.blocks:
            if block.part in (IMPLEMENTATION, ARTICLES) and block.columns is None:
                self._block(block)
            elif self.found.reasons.get(block.at) != "assignment":
                continue
            elif block.columns is not None:
                self.assignments += from_section_row(self.found.paper, self.sections, block)
            elif block.part == CONTENTS and hands_over_beside(block, self.found.words(block)):
                self._beside(block) or self.found.drafts.append(Draft(block, block.body, block.end))
        return self.assignments

    def _beside(self, block: Block) -> bool:
        """Read a sentence that hands over what stands beside it; whether it does.

        "Mục 1 giao Ban Tổ chức chủ trì", "Các nhiệm vụ tại Điều này giao Sở Xây dựng chủ trì".
        """
        text, folded = self.found.paper.text, self.found.paper.folded
        self.near, self.near_depth = block.parent, -1
        if self._references(block.body, block.end) or remainder_in(folded, block.body, block.end):
            self._sentences(block, self.found.subject(block.body, block.end))
            return True
        said = said_in(text, folded, block.body, block.end)
        if said is None or not said.leads:
            return False
        passage = Span(block.start, block.end)
        self.assignments.append(Assignment(said.leads, said.helpers, passage, _around(block), level=True))
        self.found.drop(block, "assignment")
        return True

    def _block(self, block: Block) -> None:
        text, folded = self.found.paper.text, self.found.words(block)
        if labels_in(self.found.paper.folded, block.body, block.end) and not references_in(
            text, self.found.paper.folded, block.body, block.end
        ):
            self.found.drop(block, "detail")
            return
        subject = self.found.subject(block.body, block.end)
        if subject and (
            subject.rest >= block.end - 1
            or _only_duty(text, subject, block.end)
            or names_only(text, subject, block.end)
        ):
            self._own(block, whole_line(text, subject, block.end))
            return
        if self._is_heading(block, folded):
            if folded.endswith(":"):
                self._introduce(block, subject)
            self.found.drop(block, "introduction" if folded.endswith(":") else "heading")
            return
        if closes(folded) or answers_for_all(folded):
            self.found.drop(block, "closing" if closes(folded) else "assignment")
            return
        if block.part == ARTICLES and hands_over_beside(block, folded) and self._beside(block):
            return
        if is_member(self.found, block, folded):
            self.found.drop(block, "facts")
            return
        if is_elsewhere(folded):
            self.found.drop(block, "introduction")
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
        if subject is None or is_giver(subject, text, block.end):
            subject = ordered_in(text, block.body, block.end)
        if subject:
            self._own(block, subject.units)

    def _is_heading(self, block: Block, folded: str) -> bool:
        if folded.endswith(":") and len(folded) < 400:
            return not introduces_with_work(block, folded)
        if len(folded) < 250 and self.found.paper.text[block.body : block.end].isupper():
            return True
        if not block.is_heading and not block.children and folded.endswith(".") and ": " in folded[:_INLINE_TITLE]:
            return False
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
        if subject and is_giver(subject, text, block.end) and ordered_in(text, block.body, block.end):
            subject = None
        owner = subject.units if subject else self._owner(block)
        start = subject.rest if subject else block.body
        if subject and self._references(block.body, subject.units[0].span.start):
            start = block.body
        if not owner and subject is None and self._says_who_after(block):
            self.found.drafts.append(Draft(block, block.body, block.end))
            return
        groups: list[_Work] = []
        assigned = start > block.body
        for first, last in clauses(text, start, block.end):
            named = self._named(first, last, bool(owner), at_start=first > block.body)
            owner = named.units if named else owner
            begin = named.rest if named and self._begins_with(named, first) else first
            does = self._clause(block, owner, begin, last, assigned)
            assigned = assigned or does == GIVES
            if does != WORKS:
                continue
            if groups and groups[-1].owner is owner:
                groups[-1].end = last
            else:
                groups.append(_Work(owner, first, last, block.body if first == start else first))
        if block.children and owner:
            self.owners[block.at] = owner
        if not groups:
            self.found.drop(block, "article" if block.part == ARTICLES else "assignment")
        elif len(groups) == 1:
            groups[0].start, groups[0].end = block.body, block.end
        elif subject and groups[0].start == start:
            groups[0].start = block.body
        for work in groups:
            self._draft(block, work)

    def _says_who_after(self, block: Block) -> bool:
        """Whether work comes first and then who does it: "Điều tra nhu cầu đào tạo. Giao Sở Nội vụ thực hiện."."""
        text, folded = self.found.paper.text, self.found.paper.folded
        said = clauses(text, block.body, block.end)
        if len(said) < 2 or orders(folded[block.body : block.end]) or not states_work(folded[slice(*said[0])]):
            return False
        later = (self.found.subject(first, last) for first, last in said[1:])
        return any(subject is not None and subject.ordered for subject in later)

    def _begins_with(self, named: Subject, first: int) -> bool:
        """Whether nothing stands before the body of a clause: no words, no section ("Mục 2: Ban Tổ chức chủ trì")."""
        at = named.units[0].span.start
        return at - first < _NEAR and not self._references(first, at)

    def _named(self, start: int, end: int, owned: bool, at_start: bool) -> Subject | None:
        """The body to which a clause turns by itself; inside a clause of some body "giao" is that body's own work."""
        text = self.found.paper.text
        subject = self.found.subject(start, end) if at_start else None
        colon = text.find(": ", start, min(end, start + _TOPIC))
        if colon > 0 and (subject is None or subject.rest <= colon):
            subject = self.found.subject(colon + 2, end) or subject
        if subject and colon > 0 and self._references(start, colon):
            return subject
        quoted = _AFTER_QUOTE.search(text, start, end)
        if quoted and (said := self.found.subject(quoted.end(), end)) and said.rest >= end - 1:
            return said
        if subject and subject.rest < end and not is_giver(subject, text, end) and not (owned and _asks(text, start)):
            return subject
        if at_start and subject is None and (unknown := unknown_in_charge(text, start, end)):
            return Subject([unknown], unknown.span.end, ordered=False, loose=True)
        order = ordered_in(text, start, end)
        return order if order and (not owned or order.units[0].span.start - start < _NEAR) else None

    def _draft(self, block: Block, work: _Work) -> None:
        text = self.found.paper.text
        draft = Draft(block, work.start, work.end, lead=list(work.owner))
        own = any(block.start <= unit.span.start < block.end for unit in work.owner)
        if own or not text.startswith("Phối hợp", work.start):
            draft.cooperating = cooperating_in(text, work.said, work.end)
        if not self._is_work(work):
            draft.doubts.append("not_sure_work")
        if draft.lead:
            draft.rank, draft.assigned_by = OWN, draft.lead[0].span
        self.found.drafts.append(draft)

    def _is_work(self, work: _Work) -> bool:
        text = self.found.paper.text
        words = self.found.paper.folded[work.start : work.end]
        if states_work(words) or orders(words) or coordinates(words):
            return True
        subject = self.found.subject(work.start, work.end)
        return subject is not None and acts(text, subject, work.end)

    def _clause(self, block: Block, owner: list[Unit], start: int, end: int, goes_on: bool = False) -> str:
        """Read one clause: what it does. `goes_on`: the clause before handed over sections."""
        if self._hands_over(owner, start, end, goes_on):
            return self._besides(block, owner, start, end)
        clause = self.found.paper.folded[start : before_exception(self.found.paper.folded, start, end)]
        if coordinates(clause) and owner:
            self._coordinate(owner, clause, start, end)
            return GIVES if only_coordinates(clause) else WORKS
        if is_general(clause):
            return NOTHING
        article = block.marker is None or block.marker.kind == "dieu" or not owner
        if block.part == ARTICLES and (
            (article and _ARTICLE.match(clause))
            or not (owner or states_work(clause) or done_by(self.found.paper.text, start, end))
        ):
            return NOTHING
        return WORKS

    def _besides(self, block: Block, owner: list[Unit], start: int, end: int) -> str:
        """What a clause that handed over sections does besides: "chủ trì mục 3, tham mưu tổng kết năm" gives work."""
        text, folded = self.found.paper.text, self.found.paper.folded
        references = references_in(text, folded, start, end)
        more = _BESIDES.match(folded, references[-1].end, end) if references else None
        if more is None or done_by(text, more.end(), end) or not states_work(folded[more.end() : end]):
            return GIVES
        does = self._clause(block, owner, more.end(), end)
        return WORKS if does == WORKS else GIVES

    def _coordinate(self, owner: list[Unit], clause: str, start: int, end: int) -> None:
        if self.found.coordinator is None:
            self.found.coordinator = Coordinator(owner[0].name, start, end)
            if leads_whole(clause):
                helpers = cooperating_in(self.found.paper.text, start, end)
                self.assignments.append(Assignment(owner, helpers, Span(start, end)))

    def _hands_over(self, owner: list[Unit], start: int, end: int, goes_on: bool) -> bool:
        """Read the sections and quoted sentences that a clause hands over; whether it hands over any."""
        text, folded = self.found.paper.text, self.found.paper.folded
        given = False
        if refers_back(folded[start:end]):
            return True
        for part in handed_parts(text, folded, start, end, owner):
            if not hands_over(folded, part.start, part.end, goes_on or given or bool(owner)) or is_given(
                folded[part.start : part.end]
            ):
                given = self._by_titles(part) or given
                continue
            given = self._part(part) or given
        if not given and owner and any(one.word in _ONLY_NAMED for one in self._references(start, end)):
            return any([self._part(part) for part in handed_parts(text, folded, start, end, owner)])
        return given

    def _by_titles(self, part: Part) -> bool:
        """Hand over what a part calls by its own words, quoted or not."""
        folded, passage = self.found.paper.folded, Span(part.start, part.end)
        if not part.units:
            return False
        given = False
        for quote in quotes_in(folded, part.start, part.end):
            block, single = self.titles.quoted(quote.words)
            if block is not None:
                span = Span(quote.start, quote.end) if single else None
                self.assignments.append(Assignment(part.units, part.helpers, passage, block, quote=span))
                given = True
        for block in () if given else self.titles.called(folded, part.start, part.end):
            doubts = ["lead_by_topic"]
            self.assignments.append(Assignment(part.units, part.helpers, passage, block, doubts=doubts))
            given = True
        return given

    def _part(self, part: Part) -> bool:
        """Read what one part of a clause hands over: quoted sentences, sections by number, what is left, a topic."""
        folded, passage = self.found.paper.folded, Span(part.start, part.end)
        quotes = quotes_in(folded, part.start, part.end)
        if not self._references(part.start, part.end) and self._by_titles(part):
            return True
        references = self._references(part.start, quotes[0].start - 1 if quotes else part.end)
        given = False
        for quote, following in zip_longest(quotes, quotes[1:]):
            after = self._references(quote.end, following.start - 1 if following else part.end)
            if self._assign_quote(part.units, part.helpers, passage, quote, after):
                given = True
            else:
                references += after
                message = "Không thấy nội dung được trích này trong các nhiệm vụ."
                self.found.warn("quote_unknown", message, quote.start, quote.end)
        rest = remainder_in(folded, part.start, part.end)
        part = part._replace(unclear=self._names_more(part, references))
        if references or (rest and not quotes):
            self._assign_sections(part, references, rest)
            return True
        if not quotes and part.units:
            for scope in self.sections.by_topic(folded, part.start, part.end):
                self.assignments.append(Assignment(part.units, part.helpers, passage, scope, doubts=["lead_by_topic"]))
                given = True
        return given

    def _names_more(self, part: Part, references: list[Reference]) -> bool:
        """Whether a part names sections in words that were not understood."""
        folded = self.found.paper.folded
        return any(
            not any(reference.start <= at.start() < reference.end for reference in references)
            and not self._of_other_paper(at.start(), at.end())
            for at in _SECTION.finditer(folded, part.start, part.end)
        )

    def _references(self, start: int, end: int) -> list[Reference]:
        """The sections of this paper that stand between two places."""
        text, folded = self.found.paper.text, self.found.paper.folded
        found = [one for one in references_in(text, folded, start, end) if self._is_section(one)]
        if not found:
            bare = bare_references(text, folded, start, end)
            found = [one for one in bare if all(blocks for _, blocks in self.sections.find(one))]
        return [reference for reference in found if not self._of_other_paper(reference.start, reference.end)]

    def _is_section(self, reference: Reference) -> bool:
        """ "Việc 3" is one only where work is so called."""
        return reference.word not in _ONLY_NAMED or any(blocks for _, blocks in self.sections.find(reference))

    def _of_other_paper(self, start: int, end: int) -> bool:
        at = bisect_left(self.cited, end)
        return at < len(self.cited) and self.cited[at] - end <= 13

    def _assign_quote(
        self, owner: list[Unit], helpers: list[Unit], passage: Span, quote: Quote, references: list[Reference]
    ) -> bool:
        return quoted_scope(self.found, self.sections, self.assignments, owner, helpers, passage, quote, references)

    def _assign_sections(self, part: Part, references: list[Reference], rest: re.Match[str] | None) -> None:
        units, helpers, passage = part.units, part.helpers, Span(part.start, part.end)
        doubts = [*([WORKS_WITH] if part.works_with else []), *(["lead_scope"] if part.unclear else [])]
        for reference in references:
            remainder = rest is not None and rest.end() <= reference.start and reference.start - rest.end() < 12
            near = self.near
            if near is not None and depth_of(reference.word) <= self.near_depth:
                near = near.parent
            for label, blocks in self.sections.find(reference, near):
                if not blocks:
                    message = f"Không có mục {label.upper()} trong văn bản."
                    self.found.warn("section_unknown", message, reference.start, reference.end)
                if len(blocks) > 1:
                    message = f"Có {len(blocks)} mục mang số {label.upper()}; đã lấy mục đầu tiên."
                    self.found.warn("section_ambiguous", message, reference.start, reference.end)
                for block in blocks[:1]:
                    self.near, self.near_depth = block, depth_of(reference.word)
                    own = [*helpers, *bracketed_helpers(self.found.paper.text, reference.end, passage.end)]
                    self.assignments.append(Assignment(units, own, passage, block, remainder=remainder, doubts=doubts))
        if rest is not None and not any(0 <= r.start - rest.end() < 12 for r in references):
            scopes = self.sections.about(self.found.paper.folded[rest.end() : passage.end])
            for scope in scopes:
                self.assignments.append(Assignment(units, helpers, passage, scope, remainder=True))
            if scopes:
                return
            self.assignments.append(Assignment(units, helpers, passage, None, remainder=True))
