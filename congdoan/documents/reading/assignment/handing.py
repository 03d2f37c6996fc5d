"""What a clause hands over: sections by number, quoted or called by their titles, what is left of them, a topic."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment import called_work
from congdoan.documents.reading.assignment.clause import hands_over, is_given, oversees, refers_back, remainder_in
from congdoan.documents.reading.assignment.cooperating import bracketed_helpers
from congdoan.documents.reading.assignment.handed import Part, handed_parts, leaves_out
from congdoan.documents.reading.assignment.in_turn import goes_in_turn, one_each
from congdoan.documents.reading.assignment.inside_titles import beside, outside, set_inside
from congdoan.documents.reading.assignment.model import WORKS_WITH, Assignment
from congdoan.documents.reading.assignment.quotes import Quote, ending_quote, holder_of, quoted_scope, quotes_in
from congdoan.documents.reading.assignment.references import (
    BARE,
    Reference,
    annex_without_number,
    bare_references,
    depth_of,
    references_in,
)
from congdoan.documents.reading.assignment.sections import TITLED, WORK, Sections
from congdoan.documents.reading.assignment.titles import Titles
from congdoan.documents.reading.assignment.units import Unit
from congdoan.documents.reading.model import Span
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.tasks.draft import Draft
from congdoan.documents.reading.tasks.found import Found

_SECTION = re.compile(
    r"(?<![a-z0-9])(?:muc|tieu muc|khoan|diem|phan|nhiem vu|noi dung)\s(?:so\s|thu\s|tu\s)?\(?(?:\d|[ivx]+(?![a-z]))"
)
_BEFORE = 60
_FUNDS = re.compile(
    r"(?<![a-z])(?:von|kinh phi|ngan sach|nguon luc|du toan)[^,;.]{0,20} cho (?:cac )?(?:nhiem vu |noi dung |du an )?"
    r"(?:tai |o |thuoc |cua |neu tai )?$"
)
""" "... ưu tiên vốn cho các nhiệm vụ tại mục 2": that section is paid for, not handed over."""
_PARTS = frozenset({"phan", "chuong", "muc"})
_ONLY_NAMED = WORK | {BARE}


@dataclass(slots=True)
class Handing:
    """`assignments`: those found so far. `near`: the section handed over last, `near_depth` deep."""

    found: Found
    sections: Sections
    assignments: list[Assignment] = field(default_factory=list)
    cited: list[int] = field(init=False)
    titles: Titles = field(init=False)
    tasks: list[Draft] = field(init=False)
    known: dict[tuple[int, int], list[Reference]] = field(default_factory=dict)
    near: Block | None = None
    near_depth: int = -1

    def __post_init__(self) -> None:
        self.cited = [citation.start for citation in self.found.citations]
        self.titles = Titles.of(self.found)
        self.tasks = called_work.tasks_of_contents(self.found)

    def stay_in(self, block: Block) -> None:
        """Where the sections of a passage stand: in the part that it names, no more in an annex of the last one.

        "Chủ trì mục 1; chủ trì mục 2.1 và mục 4 phần II": the first stands in part II too.
        """
        if self.near is not None and self.near.annex:
            self.near, self.near_depth = None, -1
        references = self.references(block.body, block.end)
        parts = {reference.within[-1] for reference in references if reference.within}
        word, label = next(iter(parts)) if len(parts) == 1 else ("", "")
        if word != TITLED and (word not in _PARTS or all(reference.within for reference in references)):
            return
        found = self.sections.find(Reference(word, [label], block.body, block.body, []))[0][1]
        if len(found) == 1:
            self.near, self.near_depth = found[0], depth_of("nhom" if word == TITLED else word)

    def hands_over(self, owner: list[Unit], start: int, end: int, goes_on: bool) -> bool:
        """Read the sections and quoted sentences that a clause hands over; whether it hands over any."""
        text, folded = self.found.paper.text, self.found.paper.folded
        given = False
        if refers_back(folded[start:end]):
            return True
        if oversees(folded[start:end]):
            return False
        for part in handed_parts(text, folded, start, end, owner):
            if not hands_over(folded, part.start, part.end, goes_on or given or bool(owner)) or is_given(
                folded[part.start : part.end]
            ):
                given = self._by_titles(part) or given
                continue
            given = self._part(part) or given
        if not given and owner and any(one.word in _ONLY_NAMED for one in self.references(start, end)):
            read = [self._part(part) for part in handed_parts(text, folded, start, end, owner)]
            return True in read
        return given

    def _by_titles(self, part: Part) -> bool:
        """Hand over what a part calls by its own words, quoted or not."""
        folded, passage = self.found.paper.folded, Span(part.start, part.end)
        if not part.units:
            return False
        given = False
        quotes = quotes_in(folded, part.start, part.end)
        for quote in quotes:
            block, single = self.titles.quoted(quote.words)
            if block is None and given:
                block = holder_of(self.found, quote, [], passage)
            if block is not None:
                span = Span(quote.start, quote.end) if single else None
                self.assignments.append(Assignment(part.units, part.helpers, passage, block, quote=span))
                given = True
        ending = None if quotes else ending_quote(self.found, part.start, part.end)
        if ending is not None:
            block, span = ending
            self.assignments.append(Assignment(part.units, part.helpers, passage, block, quote=span))
            return True
        for called in () if given else self.titles.called(folded, part.start, part.end):
            doubts, helpers = ["lead_by_topic"], outside(part.helpers, [(called.start, called.end)])
            self.assignments.append(Assignment(part.units, helpers, passage, called.block, doubts=doubts))
            self.near, self.near_depth, given = called.block, depth_of("nhom"), True
        return given or self._by_words(part)

    def _by_words(self, part: Part) -> bool:
        """Hand over a task that a part calls by some of its words; what it takes out must be some task."""
        drafts = called_work.given_by_words(self.found, self.tasks, part.start, part.end, part.units)
        for draft in drafts:
            given = Assignment(part.units, part.helpers, Span(part.start, part.end), draft.block)
            self.assignments.append(given)
        if drafts or not called_work.takes_out(self.found.paper.folded, part.start, part.end, part.units):
            return bool(drafts)
        message = "Không thấy nội dung được giao riêng này trong các nhiệm vụ."
        self.found.warn("quote_unknown", message, part.start, part.end)
        return True

    def _part(self, part: Part) -> bool:
        """Read what one part of a clause hands over: quoted sentences, sections by number, what is left, a topic."""
        folded, passage = self.found.paper.folded, Span(part.start, part.end)
        quotes = quotes_in(folded, part.start, part.end)
        if not self.references(part.start, part.end) and self._by_titles(part):
            return True
        references = [*self.references(part.start, quotes[0].start - 1 if quotes else part.end)]
        given = False
        for quote, following in zip_longest(quotes, quotes[1:]):
            after = self.references(quote.end, following.start - 1 if following else part.end)
            if self._quote(part, quote, after):
                given = True
            else:
                references += after
                message = "Không thấy nội dung được trích này trong các nhiệm vụ."
                self.found.warn("quote_unknown", message, quote.start, quote.end)
        rest = remainder_in(folded, part.start, part.end)
        helpers = outside(part.helpers, [(reference.start, reference.end) for reference in references])
        part = part._replace(unclear=self._names_more(part, references), helpers=helpers)
        if references or (rest and not quotes):
            self._assign_sections(part, references, rest)
            for scope in beside(references, self.titles, self.sections, folded, passage) if part.units else ():
                self.assignments.append(Assignment(part.units, helpers, passage, scope, doubts=["lead_by_topic"]))
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

    def references(self, start: int, end: int) -> list[Reference]:
        """The sections of this paper that stand between two places; asked for often, worked out once."""
        if (start, end) not in self.known:
            self.known[start, end] = self._references(start, end)
        return [*self.known[start, end]]

    def _references(self, start: int, end: int) -> list[Reference]:
        text, folded = self.found.paper.text, self.found.paper.folded
        found = [one for one in references_in(text, folded, start, end) if self._is_section(one)]
        if not found:
            bare = bare_references(text, folded, start, end) or annex_without_number(folded, start, end)
            found = [one for one in bare if all(blocks for _, blocks in self.sections.find(one))]
        found = [
            reference
            for reference in found
            if not self._of_other_paper(reference.start, reference.end)
            and not _FUNDS.search(folded, max(start, reference.start - _BEFORE), reference.start)
        ]
        set_inside(found, self.titles, self.sections, folded, range(start, end))
        return found

    def _is_section(self, reference: Reference) -> bool:
        """ "Việc 3" is one only where work is so called."""
        return reference.word not in _ONLY_NAMED or any(blocks for _, blocks in self.sections.find(reference))

    def _of_other_paper(self, start: int, end: int) -> bool:
        at = bisect_left(self.cited, end)
        return at < len(self.cited) and self.cited[at] - end <= 13

    def _quote(self, part: Part, quote: Quote, after: list[Reference]) -> bool:
        doubts = [WORKS_WITH] if part.works_with else []
        given = Assignment(part.units, part.helpers, Span(part.start, part.end), doubts=doubts)
        if quoted_scope(self.found, self.sections, self.assignments, given, quote, after):
            return True
        heading = self.titles.quoted(quote.words)[0] if part.units else None
        self.assignments += [replace(given, scope=heading)] if heading else []
        return heading is not None

    def _assign_sections(self, part: Part, references: list[Reference], rest: re.Match[str] | None) -> None:
        units, helpers, passage = part.units, part.helpers, Span(part.start, part.end)
        doubts = [*([WORKS_WITH] if part.works_with else []), *(["lead_scope"] if part.unclear else [])]
        if leaves_out(self.found.paper.folded, part.start, part.end):
            named = [blocks[0] for one in references for _, blocks in self.sections.find(one, self.near) if blocks]
            self.assignments += [Assignment([], [], passage, block, leaves_out=True) for block in named]
            if not (units or helpers):
                return
        self.assign(units, helpers, passage, references, doubts, rest)
        if rest is not None and not any(0 <= r.start - rest.end() < 12 for r in references):
            scopes = self.sections.about(self.found.paper.folded[rest.end() : passage.end])
            for scope in scopes:
                self.assignments.append(Assignment(units, helpers, passage, scope, remainder=True))
            if scopes:
                return
            self.assignments.append(Assignment(units, helpers, passage, None, remainder=True))

    def assign(
        self,
        units: list[Unit],
        helpers: list[Unit],
        passage: Span,
        references: list[Reference],
        doubts: Sequence[str] = (),
        rest: re.Match[str] | None = None,
    ) -> None:
        """Give bodies the sections that are named, with a doubt where a number means none or several."""
        if len(units) > 1 and goes_in_turn(self.found.paper.folded, passage.start, passage.end):
            each = one_each(units, references)
            for unit, reference in each:
                self.assign([unit], helpers, passage, [reference], doubts, rest)
            if each:
                return
            doubts = [*doubts, "lead_scope"]
        before = passage.start
        for reference in references:
            remainder = rest is not None and rest.end() <= reference.start and reference.start - rest.end() < 12
            near = self.near
            if near is not None and depth_of(reference.word) <= self.near_depth:
                near = near.parent
            for label, blocks in self.sections.find(reference, near):
                blocks, unsure = self._meant(reference, label, blocks)
                blocks, some = self._part_of(before, reference, blocks)
                unsure = [*unsure, *some]
                if not blocks or unsure:
                    message = f"Không có mục {label.upper()} trong văn bản."
                    self.found.warn("section_unknown", message, reference.start, reference.end)
                if len(blocks) > 1:
                    taken = "tất cả" if reference.word in WORK else "mục đầu tiên"
                    message = f"Có {len(blocks)} mục mang số {label.upper()}; đã lấy {taken}."
                    self.found.warn("section_ambiguous", message, reference.start, reference.end)
                for block in blocks if reference.word in WORK else blocks[:1]:
                    self.near, self.near_depth = block, depth_of(reference.word)
                    own = [*helpers, *bracketed_helpers(self.found.paper.text, reference.end, passage.end)]
                    self.assignments.append(
                        Assignment(units, own, passage, block, remainder=remainder, doubts=[*doubts, *unsure])
                    )
            before = reference.end
        beside = called_work.beside(self.found, self.tasks, before, passage.end) if references and units else []
        self.assignments += [Assignment(units, helpers, passage, one.block, doubts=["lead_by_topic"]) for one in beside]

    def _part_of(self, before: int, reference: Reference, blocks: list[Block]) -> tuple[list[Block], list[str]]:
        """What is meant of a section where the words before its number call one task of it; with the doubts of that."""
        limited, drafts = called_work.only_inside(self.found, self.tasks, before, reference.start, blocks)
        return ([draft.block for draft in drafts] or blocks), (["lead_scope"] if limited and not drafts else [])

    def _meant(self, reference: Reference, label: str, blocks: list[Block]) -> tuple[list[Block], list[str]]:
        """What a reference means in a scan, where "mục 4 phần II" may be a misread "III"; with the doubts of that.

        Another section is taken only where it alone has work and the one so numbered has none.
        """
        if not reference.within or self.found.paper.kind != "scan" or any(map(self._has_work, blocks)):
            return blocks, []
        others = self.sections.find(replace(reference, labels=[label], within=[]))[0][1]
        working = [block for block in others if self._has_work(block)]
        return (working, ["lead_scope"]) if len(working) == 1 else (blocks, [])

    def _has_work(self, block: Block) -> bool:
        return any(draft.block is block or draft.block.under(block) for draft in self.found.drafts)
