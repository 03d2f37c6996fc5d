"""The implementation part: who leads which section, who coordinates the whole, and what new work a body gets."""

from __future__ import annotations

from dataclasses import dataclass, field

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.called_work import after_rest, late_body
from congdoan.documents.reading.assignment.clause import answers_for_all, is_contact, remainder_in
from congdoan.documents.reading.assignment.cooperating import only_helpers
from congdoan.documents.reading.assignment.duty_drafts import Work, draft_of, where_begins
from congdoan.documents.reading.assignment.giving import GIVES, WORKS, Giving
from congdoan.documents.reading.assignment.handing import Handing
from congdoan.documents.reading.assignment.loose_names import unknown_in_charge
from congdoan.documents.reading.assignment.model import Assignment
from congdoan.documents.reading.assignment.over import around, is_heading, only_duty, says_who_after
from congdoan.documents.reading.assignment.references import references_in
from congdoan.documents.reading.assignment.said import said_in
from congdoan.documents.reading.assignment.section_rows import from_section_row
from congdoan.documents.reading.assignment.sections import Sections
from congdoan.documents.reading.assignment.sharing_out import only_shares_out, shared_out
from congdoan.documents.reading.assignment.subject import (
    Subject,
    acts,
    asks_others,
    is_giver,
    names_only,
    ordered_in,
    whole_line,
)
from congdoan.documents.reading.assignment.titled_lines import is_titled_line
from congdoan.documents.reading.assignment.unheard import doubt_unheard
from congdoan.documents.reading.assignment.unit_words import ANYBODY
from congdoan.documents.reading.assignment.units import Unit
from congdoan.documents.reading.due.cell import only_a_limit
from congdoan.documents.reading.model import Span
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.outline.closing import closes
from congdoan.documents.reading.outline.parts import ARTICLES, CLOSING, CONTENTS, IMPLEMENTATION, SIGNATURE
from congdoan.documents.reading.tasks.draft import Draft
from congdoan.documents.reading.tasks.found import Found
from congdoan.documents.reading.tasks.labels import labels_in
from congdoan.documents.reading.tasks.sayings import (
    hands_over_beside,
    is_elsewhere,
    is_fact,
    is_funding,
    is_member,
    is_name_alone,
    is_note,
)
from congdoan.documents.reading.tasks.sentences import clauses

_FUNDING = re.compile(r"(?:nguon )?kinh phi (?:thuc hien|to chuc|trien khai|bao dam|dam bao|tu|do|duoc)")
_TOPIC = 60
_NEAR = 16
"""Characters before a body's name that "đồng thời giao" may take."""


def _asks(text: str, start: int) -> bool:
    """ "...; kiến nghị Giám đốc xử lý" is what the body of the sentence does."""
    return text.startswith(("kiến nghị", "đề nghị"), start)


_NOBODY_THEN_ONE = [False, True]
""" "Giao chỉ tiêu theo phụ lục; công đoàn cơ sở đăng ký ...": the work of a passage of which one body is named late."""
_AFTER_QUOTE = re.compile(r"[”\"]\s?:\s")
""" "Nội dung “...”: Ban Tổ chức"."""


@dataclass(slots=True)
class Duties:
    """Reads who is given what in the parts that share work out."""

    found: Found
    sections: Sections
    assignments: list[Assignment] = field(default_factory=list)
    owners: dict[int, list[Unit]] = field(default_factory=dict)
    plain_owner: dict[int, list[Unit]] = field(default_factory=dict)
    handing: Handing = field(init=False)
    giving: Giving = field(init=False)

    def __post_init__(self) -> None:
        self.handing = Handing(self.found, self.sections, self.assignments)
        self.giving = Giving(self.found, self.handing, self.assignments)

    def read(self) -> list[Assignment]:
        for block in self.found.tree.blocks:
            if block.part in (IMPLEMENTATION, ARTICLES) and block.columns is None:
                self._block(block)
            elif block.part == CONTENTS and only_shares_out(self.handing, block):
                self.found.drop(block, "assignment")
                self.found.drafts = [draft for draft in self.found.drafts if draft.block is not block]
            elif self.found.reasons.get(block.at) != "assignment":
                continue
            elif block.columns is not None:
                self.assignments += from_section_row(self.found.paper, self.sections, block)
            elif (
                block.part == CONTENTS and hands_over_beside(block, self.found.words(block)) and not self._beside(block)
            ):
                self.found.drafts.append(Draft(block, block.body, block.end))
        doubt_unheard(self.found, self.handing, self.assignments)
        return self.assignments

    def _beside(self, block: Block) -> bool:
        """Read a sentence that hands over what stands beside it; whether it does.

        "Mục 1 giao Ban Tổ chức chủ trì", "Các nhiệm vụ tại Điều này giao Sở Xây dựng chủ trì".
        """
        text, folded = self.found.paper.text, self.found.paper.folded
        block.body += text.startswith("(", block.body)
        self.handing.near, self.handing.near_depth = block.parent, -1
        if self.handing.references(block.body, block.end) or remainder_in(folded, block.body, block.end):
            self._sentences(block, self.found.subject(block.body, block.end))
            return True
        said = said_in(text, folded, block.body, block.end)
        if said is None or not said.leads:
            return False
        passage = Span(block.start, block.end)
        self.assignments.append(Assignment(said.leads, said.helpers, passage, around(block), level=True))
        self.found.drop(block, "assignment")
        return True

    def _block(self, block: Block) -> None:
        text, folded = self.found.paper.text, self.found.words(block)
        self.handing.stay_in(block)
        alone = all(child.part in (CLOSING, SIGNATURE) for child in block.children)
        shared = shared_out(self.handing, self._owner(block), block.body, block.end) if alone else None
        if shared and is_contact(folded):
            self.found.drafts.append(draft_of(self.found, block, Work(shared, block.body, block.end, block.body)))
            return
        if shared:
            self.found.drop(block, "assignment")
            return
        labels = labels_in(self.found.paper.folded, block.body, block.end)
        if any(last > first for _, first, last in labels) and not references_in(
            text, self.found.paper.folded, block.body, block.end
        ):
            self.found.drop(block, "detail")
            return
        subject = self.found.subject(block.body, block.end)
        if subject and (
            subject.rest >= block.end - 1
            or only_duty(text, subject, block.end)
            or names_only(text, subject, block.end, headed=bool(block.children))
        ):
            self._own(block, whole_line(text, subject, block.end, headed=bool(block.children)))
            return
        said = said_in(text, self.found.paper.folded, block.body, block.end) if folded.endswith(":") else None
        if said and said.leads:
            self._own(block, said.leads)
            return
        if is_heading(self.found, block, folded):
            if folded.endswith(":"):
                self._introduce(block, subject)
            self.found.drop(block, "introduction" if folded.endswith(":") else "heading")
            return
        if closes(folded) or answers_for_all(folded):
            self.found.drop(block, "closing" if closes(folded) else "assignment")
            return
        beside = block.part == ARTICLES and hands_over_beside(block, folded) and self._beside(block)
        if beside or is_titled_line(self.handing, block):
            return
        if is_member(self.found, block, folded) or is_name_alone(text, block) or is_fact(folded):
            self.found.drop(block, "facts")
            return
        if is_elsewhere(folded) and not (". " in folded and subject and acts(text, subject, block.end)):
            self.found.drop(block, "introduction")
            return
        if _FUNDING.match(folded) or is_funding(folded) or is_note(folded):
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
        over = self._owner(block)
        subject = None if over and subject and asks_others(text, subject, block.body) else subject
        anybody = subject is not None and over and ANYBODY.fullmatch(subject.units[0].name) is not None
        owner = over if anybody else subject.units if subject else over
        start = subject.rest if subject else block.body
        before = subject.units[0].span.start if subject else block.body
        if self.handing.references(block.body, before) or remainder_in(self.found.paper.folded, block.body, before):
            start = block.body
        if not owner and subject is None and says_who_after(self.found, block):
            self.found.drafts.append(Draft(block, block.body, block.end))
            return
        groups, owner = self._clauses(block, owner, start)
        if block.children and owner:
            self.owners[block.at] = owner
        if len(groups) == len(_NOBODY_THEN_ONE) and [bool(work.owner) for work in groups] == _NOBODY_THEN_ONE:
            groups = [Work(groups[1].owner, groups[0].start, groups[1].end, groups[0].said)]
        if not groups:
            self.found.drop(block, "article" if block.part == ARTICLES else "assignment")
        elif len(groups) == 1:
            groups[0].start, groups[0].end = where_begins(self.found, block, groups[0]), block.end
        elif subject and groups[0].start == start:
            groups[0].start = block.body
        for work in groups:
            self.found.drafts.append(draft_of(self.found, block, work))

    def _clauses(self, block: Block, owner: list[Unit], start: int) -> tuple[list[Work], list[Unit]]:
        """The work that the clauses of a passage give, and the bodies that its last clause is about."""
        text = self.found.paper.text
        groups: list[Work] = []
        assigned = start > block.body
        names_sections = bool(self.handing.references(block.body, block.end))
        for first, last in clauses(text, start, block.end):
            if groups and groups[-1].owner and only_helpers(text, first, last):
                groups[-1].end = last
                continue
            if names_sections and (shared := shared_out(self.handing, owner, first, last)):
                owner, assigned = shared, True
                continue
            named = after_rest(self.found, first, last)
            named = named or self._named(first, last, bool(owner), at_start=first > block.body)
            owner = named.units if named else owner
            begin = named.rest if named and self._begins_with(named, first) else first
            if assigned and self._adds(block, Span(first, last)):
                continue
            does = self.giving.does(block, owner, begin, last, assigned)
            assigned = assigned or does == GIVES
            comma = text.rfind(", ", begin, last)
            if does == GIVES and comma > 0 and only_a_limit(self.found.paper.folded, comma + 2, last):
                self._adds(block, Span(comma + 2, last))
            if does != WORKS:
                continue
            if groups and groups[-1].owner == owner:
                groups[-1].end = last
            else:
                groups.append(Work(owner, first, last, block.body if first == start else first))
        return groups, owner

    def _adds(self, block: Block, said: Span) -> bool:
        """Whether a clause only says by when, or with whom, the sections its passage handed over so far are done."""
        is_limit = only_a_limit(self.found.paper.folded, said.start, said.end)
        helpers = [] if is_limit else only_helpers(self.found.paper.text, said.start, said.end)
        for given in self.assignments:
            if block.start <= given.passage.start < block.end:
                given.time = given.time or (said if is_limit else None)
                given.cooperating = [*given.cooperating, *helpers]
        return is_limit or bool(helpers)

    def _begins_with(self, named: Subject, first: int) -> bool:
        """Whether nothing stands before the body of a clause: no words, no section ("Mục 2: Ban Tổ chức chủ trì")."""
        at = named.units[0].span.start
        left = remainder_in(self.found.paper.folded, first, at)
        return at - first < _NEAR and left is None and not self.handing.references(first, at)

    def _named(self, start: int, end: int, owned: bool, at_start: bool) -> Subject | None:
        """The body to which a clause turns by itself; inside a clause of some body "giao" is that body's own work."""
        text = self.found.paper.text
        each = owned and text.startswith(("mỗi ", "từng "), start)
        subject = self.found.subject(start, end) if at_start and not each else None
        colon = text.find(": ", start, min(end, start + _TOPIC))
        if colon > 0 and (subject is None or subject.rest <= colon):
            later = self.found.subject(colon + 2, end)
            subject = subject if later is None or text.startswith(("mỗi ", "từng "), colon + 2) else later
        left = remainder_in(self.found.paper.folded, start, colon + 1) if colon > 0 else None
        if subject and colon > 0 and (left or self.handing.references(start, colon)):
            return subject
        quoted = _AFTER_QUOTE.search(text, start, end)
        if quoted and (said := self.found.subject(quoted.end(), end)) and said.rest >= end - 1:
            return said
        if subject and subject.rest < end and not is_giver(subject, text, end) and not (owned and _asks(text, start)):
            return subject
        if subject is None and (late := late_body(text, start, end)):
            return late
        if at_start and subject is None and (unknown := unknown_in_charge(text, start, end)):
            return Subject([unknown], unknown.span.end, ordered=False, loose=True)
        order = ordered_in(text, start, end)
        if owned and order and asks_others(text, order, start):
            return None
        return order if order and (not owned or order.units[0].span.start - start < _NEAR) else None
