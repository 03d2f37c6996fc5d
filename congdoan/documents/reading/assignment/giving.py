"""What one clause of the implementation part does: hands over what stands elsewhere, gives new work, or neither."""

from __future__ import annotations

from dataclasses import dataclass

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.clause import (
    carries_out_resolution,
    coordinates,
    is_contact,
    is_general,
    leads_whole,
    only_coordinates,
)
from congdoan.documents.reading.assignment.cooperating import cooperating_in
from congdoan.documents.reading.assignment.handed import before_exception, done_by, is_own_work
from congdoan.documents.reading.assignment.handing import Handing
from congdoan.documents.reading.assignment.model import Assignment
from congdoan.documents.reading.assignment.references import references_in
from congdoan.documents.reading.assignment.understood import is_understood
from congdoan.documents.reading.assignment.units import Unit
from congdoan.documents.reading.model import Coordinator, Span
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.outline.closing import closes
from congdoan.documents.reading.outline.parts import ARTICLES
from congdoan.documents.reading.tasks.found import Found
from congdoan.documents.reading.tasks.sayings import is_elsewhere
from congdoan.documents.reading.tasks.work import states_work

_ARTICLE = re.compile(
    r"(?:ban hanh (?:kem theo|quy|ke hoach|chuong trinh|de an)|phe duyet|thanh lap|kien toan"
    r"|cong nhan|khen|tang|bo nhiem|thay the|bai bo|sua doi|"
    r"(?:quyet dinh|nghi quyet|quy che|chi thi|quy dinh) (?:nay|co hieu luc))"
)
GIVES, WORKS, NOTHING = "gives", "works", "nothing"
"""What a clause does: hands over what stands elsewhere, gives new work, or neither."""
_BESIDES = re.compile(
    r"(?:,|\sva|\sdong thoi|, dong thoi)\s(?:truc tiep\s)?"
    r"(?!phoi hop|chu tri(?:[.;]|$| thuc hien| trien khai| phoi hop| to chuc thuc hien)|chiu"
    r"|thuc hien|trien khai|to chuc thuc hien)"
)


def _passed_over(owner: list[Unit], start: int, given: list[Assignment]) -> bool:
    """ "Phòng Quản lý | thu, Văn phòng chủ trì mục 2": the body of a clause has nothing of what it hands over."""
    named = owner[-1].span.end if owner else -1
    units = {unit.name for one in given for unit in (*one.units, *one.cooperating)}
    return 0 <= start - named <= _NEAR and bool(units) and not units & {unit.name for unit in owner}


_NEAR = 3


_OF_MANY = re.compile(r"(?:^|\s)(?:[Cc]ác|[Mm]ỗi|[Tt]ừng)\s|^[Hh]ai |^[Bb]a ")
""" "Các sở, ngành chủ trì tổ chức thực hiện Kế hoạch này": each its own part of it."""


@dataclass(slots=True)
class Giving:
    """`assignments`: those found so far, to which it adds."""

    found: Found
    handing: Handing
    assignments: list[Assignment]

    def does(self, block: Block, owner: list[Unit], start: int, end: int, goes_on: bool = False) -> str:
        """Read one clause: what it does. `goes_on`: the clause before handed over sections."""
        text, folded, before = self.found.paper.text, self.found.paper.folded, len(self.assignments)
        if self.handing.hands_over(owner, start, end, goes_on):
            if owner and is_contact(folded[start:end]):
                return WORKS
            given, does = self.assignments[before:], self._besides(block, owner, start, end)
            if _passed_over(owner, start, given):
                for one in given:
                    one.doubts = [*one.doubts, "lead_scope"]
            if does == GIVES and not is_understood(
                text, folded, start, end, given, self.handing.references(start, end)
            ):
                for one in given:
                    one.doubts = [*one.doubts, *([] if one.doubts else ["lead_scope"])]
            return does
        clause = folded[start : before_exception(text, folded, start, end)]
        if closes(clause) or is_elsewhere(clause):
            return NOTHING
        if owner and (coordinates(clause) or leads_whole(clause)):
            self._coordinate(owner, clause, start, end)
            return GIVES if only_coordinates(clause) else WORKS
        if owner and self.found.header.type == "nghị quyết" and carries_out_resolution(clause):
            self.assignments.append(Assignment(owner, [], Span(start, end)))
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
        if more is None or not states_work(folded[more.end() : end]):
            return GIVES
        if done_by(text, more.end(), end) and not is_own_work(text, more.end()):
            return GIVES
        does = self.does(block, owner, more.end(), end)
        return WORKS if does == WORKS else GIVES

    def _coordinate(self, owner: list[Unit], clause: str, start: int, end: int) -> None:
        if self.found.coordinator is None:
            self.found.coordinator = Coordinator(owner[0].name, start, end)
        if leads_whole(clause) and not any(_OF_MANY.search(unit.name) for unit in owner):
            helpers = cooperating_in(self.found.paper.text, start, end)
            self.assignments.append(Assignment(owner, helpers, Span(start, end)))
