"""Sections and tasks called by their own words: "nội dung “Công tác tuyên truyền”", "phụ trách phần chuyển đổi số"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from congdoan.documents.reading.layout.fold import words_alone
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.outline.parts import CONTENTS
from congdoan.documents.reading.tasks.found import Found

_FIRST = re.compile(r"(?:(?:ve|cong tac|cac|noi dung|nhiem vu) )+")
_CALLED = re.compile(
    r"(?<![a-z])(?:noi dung|nhiem vu|phan viec|phan|mang|linh vuc|muc|cong viec|viec"
    r"|nhom)\s(?P<words>[a-z][^.;:(\"]{6,140})"
)
_AFTER = re.compile(r",? (?:phoi hop|cung voi|va phoi hop|theo|tai|trong|va bao cao|giao|do|thuoc|la)(?![a-z])")
_LEAST = 2
"""Words of a title that tells a section from others."""


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

    def called(self, folded: str, start: int, end: int) -> Iterator[Block]:
        """The sections that a clause calls by their titles, unquoted."""
        for call in _CALLED.finditer(folded, start, end):
            words = call["words"]
            after = _AFTER.search(words)
            title = _bare(words[: after.start()] if after else words)
            block = self.headings.get(title) or self.tasks.get(title)
            if block:
                yield block


def _note(titles: dict[str, Block | None], folded: str, block: Block) -> None:
    words = _bare(folded)
    if words.count(" ") + 1 >= _LEAST:
        titles[words] = None if words in titles else block


def _bare(folded: str) -> str:
    words = words_alone(folded)
    first = _FIRST.match(words)
    return words[first.end() :] if first and len(words) > first.end() else words
