"""Lines that say when and where something is held: "Thời gian: ngày 25/5/2024.", "Địa điểm: ..."; over folded text.

Such a day is that of the event, not of what is got ready for it.
"""

from __future__ import annotations

from bisect import bisect_left

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.due.bare import begins_event
from congdoan.documents.reading.due.limits import DUE
from congdoan.documents.reading.due.rhythm import EVERY
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.tasks.draft import Draft
from congdoan.documents.reading.tasks.found import Found

_OF_WORK = re.compile(
    r"(?:thuc hien|hoan thanh|trien khai|bao cao|gui|nop|ban hanh|tham muu|xong|han|tien do)\b[a-z ]*:"
)
_LIMIT = re.compile(
    r"(?<![a-z])(?:truoc|cham nhat|muon nhat|xong|den het|hoan thanh|khong qua|trong (?:thang|quy|nam))\s"
)
_PLACE = re.compile(r"(?<![a-z])(?:dia diem|tai)(?![a-z])")
_PLACE_LINE = re.compile(r"dia diem|noi to chuc")
_CLOCK = re.compile(r"\d\s?(?:gio|h|g)(?![a-z])|(?:sang|chieu|toi)\s(?:ngay|thu)")
_PREPARES = re.compile(
    r"(?:trien khai|hoan thanh|thanh lap|xet|khao sat|hop (?:dong|tac)|tham (?:tra|dinh|muu|gia)|trao doi)(?![a-z])"
)


def is_of_event_line(found: Found, block: Block, start: int, end: int) -> bool:
    """Whether the time from `start` to `end` in the line `block` is when something is held."""
    folded = found.paper.folded
    words = folded[start:end]
    if _OF_WORK.search(folded, block.body, start) or _LIMIT.search(words) or EVERY.search(words):
        return False
    return has_place(found, block) or _CLOCK.search(words) is not None or _names_days(words)


def has_place(found: Found, block: Block) -> bool:
    """Whether it or the line before or after it says where."""
    if _PLACE.search(found.paper.folded, block.body, block.end):
        return True
    blocks = found.tree.blocks
    at = bisect_left(blocks, block.at, key=lambda other: other.at)
    return any(_PLACE_LINE.match(found.words(other)) for other in blocks[max(0, at - 1) : at + 2])


def _names_days(words: str) -> bool:
    """Single days, or a few in a row."""
    days = [match for match in DUE.finditer(words) if match["d"] or match["sd"]]
    return len(days) == 1 and not (days[0]["lead"] or "").startswith(("den ", "tu "))


def is_event(found: Found, draft: Draft) -> bool:
    """Whether the work begins with words of holding something: "Tổ chức hội thi", "Gặp mặt"."""
    words = found.paper.folded[draft.start : draft.start + _OPENING]
    return begins_event(words) and _PREPARES.match(words) is None


_OPENING = 40
