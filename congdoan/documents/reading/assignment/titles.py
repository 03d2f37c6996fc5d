"""Sections and tasks called by their own words: "nội dung “Công tác tuyên truyền”", "phụ trách phần chuyển đổi số"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.layout.fold import words_alone
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.outline.parts import CONTENTS
from congdoan.documents.reading.tasks.found import Found

_FIRST = re.compile(
    r"(?:(?:ve|cong tac|cac|noi dung|nhiem vu|nhom|giai phap|phan|mang|linh vuc|thuc hien|cong viec|viec) )+"
)
_CALLED = re.compile(
    r"(?<![a-z])(?:noi dung|nhiem vu|phan viec|phan|mang|linh vuc|muc|cong viec|viec"
    r"|nhom)\s(?P<words>[a-z][^.;:(\"]{6,140})"
)
_CUT = re.compile(r"[,)]| (?:phoi hop|cung voi|va|theo|tai|trong|giao|do|thuoc|la|gom)(?![a-z])")
"""Where a title may end and the sentence go on; titles may hold such words too."""
_OF = re.compile(r"[\s,(]*(?:(?:cua|thuoc|trong|tai|o|ve)\s)?(?=[a-z])")
_LEAST = 2
"""Words of a title that tells a section from others."""


class Called(NamedTuple):
    """A section, and where the words stand that call it."""

    block: Block
    start: int
    end: int


@dataclass(slots=True)
class Titles:
    """Headings and tasks by their words without marks; a title that stands twice calls neither."""

    headings: dict[str, Block | None] = field(default_factory=dict)
    tasks: dict[str, Block | None] = field(default_factory=dict)

    @classmethod
    def of(cls, found: Found) -> Titles:
        titles = cls()
        for block in found.tree.blocks:
            if block.part == CONTENTS and block.children and found.reasons.get(block.at) in ("heading", "introduction"):
                end = block.columns["content"].end if block.columns else block.end
                _note(titles.headings, found.paper.folded[block.body : end], block)
        for draft in found.drafts:
            _note(titles.tasks, found.paper.folded[draft.start : draft.end], draft.block)
        return titles

    def quoted(self, folded: str) -> tuple[Block | None, bool]:
        """What quoted words call, and whether that is a single task."""
        words = _bare(folded)
        heading = self.headings.get(words)
        return (heading, False) if heading else (self.tasks.get(words), True)

    def called(self, folded: str, start: int, end: int) -> Iterator[Called]:
        """The sections that a clause calls by their titles, unquoted."""
        call = _CALLED.search(folded, start, end)
        while call is not None:
            called = self._titled(folded, call)
            if called:
                yield called
            call = _CALLED.search(folded, called.end if called else call.end(), end)

    def around(self, folded: str, start: int, end: int) -> Called | None:
        """The section called directly after a number: "điểm a, | nhóm nhiệm vụ về giám sát"."""
        opens = _OF.match(folded, start, end)
        call = _CALLED.match(folded, opens.end() if opens else start, end)
        called = self._titled(folded, call) if call else None
        return called._replace(start=start) if called else None

    def _titled(self, folded: str, call: re.Match[str]) -> Called | None:
        """The section whose title the words begin with, the longest such."""
        words = call["words"]
        for stop in [len(words), *(cut.start() for cut in reversed(list(_CUT.finditer(words))))]:
            title = _bare(words[:stop])
            block = self.headings.get(title) or self.tasks.get(title)
            if block:
                return Called(block, call.start(), call.start("words") + len(words[:stop].rstrip()))
        return None


def _note(titles: dict[str, Block | None], folded: str, block: Block) -> None:
    words = _bare(folded)
    if words.count(" ") + 1 >= _LEAST:
        titles[words] = None if words in titles else block


def _bare(folded: str) -> str:
    words = words_alone(folded)
    first = _FIRST.match(words)
    return words[first.end() :] if first and len(words) > first.end() else words
