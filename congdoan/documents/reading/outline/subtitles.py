"""Titles without a number over lists: "Đổi mới tuyên truyền" on its line, then "- ...", then another such title."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.layout.front import type_of
from congdoan.documents.reading.layout.markers import marker_of
from congdoan.documents.reading.layout.paper import Paper
from congdoan.documents.reading.tasks.labels import is_detail

SUBTITLE = 9
"""The depth of such headings: under those of numbered sections."""
_LONGEST = 110
_LEAST = 2
"""A single line without a full stop over a list is no habit of a paper."""
_ITEM = frozenset({"bullet", "letter", "round"})
_OPEN = re.compile(r"[\w)\"”]$")
_AFTER_PAPER = re.compile(r"(?:noi nhan|kinh gui|t/?m|tl|kt|can cu|dai dien)(?![a-z])")


def find_subtitles(paper: Paper, first: int) -> frozenset[int]:
    """The indexes of the paragraphs, from `first` on, that are such titles; none unless several are."""
    found = [at for at in range(first, len(paper.paragraphs) - 1) if _is_title(paper, at)]
    return frozenset(found) if len(found) >= _LEAST else frozenset()


def _is_title(paper: Paper, at: int) -> bool:
    paragraph, following = paper.paragraphs[at], paper.paragraphs[at + 1]
    if paragraph.cells or following.cells or paragraph.heading is not None:
        return False
    text = paper.text[paragraph.start : paragraph.end]
    if len(text) > _LONGEST or not text[:1].isupper() or _OPEN.search(text) is None or " " not in text:
        return False
    if marker_of(text) is not None or type_of(text) or _AFTER_PAPER.match(paper.folded, paragraph.start):
        return False
    if is_detail(paper.folded, paragraph.start, paragraph.end):
        return False  # "Chủ trì: Văn phòng" under a heading, over its items
    return (_is_work(paper, at + 1) and _follows_section(paper, at)) or _stands_between_numbers(paper, at)


def _is_work(paper: Paper, at: int) -> bool:
    """Whether a paragraph is an item of a list, and not a line that only says when, where or who."""
    paragraph = paper.paragraphs[at]
    marker = marker_of(paper.text[paragraph.start : paragraph.end])
    if marker is None or marker.kind not in _ITEM:
        return False
    return not is_detail(paper.folded, paragraph.start + marker.length, paragraph.end)


def _follows_section(paper: Paper, at: int) -> bool:
    """Whether a heading, or an item of the list before, stands above."""
    before = paper.paragraphs[at - 1] if at else None
    if before is None or before.cells:
        return False
    return (
        marker_of(paper.text[before.start : before.end]) is not None or paper.text[before.start : before.end].isupper()
    )


def _stands_between_numbers(paper: Paper, at: int) -> bool:
    """Whether passages whose numbers run on through the paper stand before and after: "4. ..." / title / "5. ..."."""
    before, first, second = (_number(paper, at + step) for step in (-1, 1, 2))
    if first is None or second is None or second - first not in (0, 1):
        return False
    heading = paper.paragraphs[at - 1]
    return before == first - 1 if before else first == 1 and paper.text[heading.start : heading.end].isupper()


def _number(paper: Paper, at: int) -> int | None:
    """The number of a whole sentence of a numbered list."""
    if not 0 <= at < len(paper.paragraphs) or paper.paragraphs[at].cells:
        return None
    text = paper.text[paper.paragraphs[at].start : paper.paragraphs[at].end]
    marker = marker_of(text)
    counts = marker is not None and marker.kind == "arabic" and text.endswith((".", ";"))
    return int(marker.label) if marker and counts else None
