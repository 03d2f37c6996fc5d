"""The year of a day that is printed without one: that of the heading it stands under ("II. Năm 2024": "quý II")."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.model import Due
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.tasks.found import Found

_YEAR = re.compile(r"(?:trong |nhiem vu |cong viec |noi dung |cong tac |ke hoach )?nam (?P<year>20\d\d)")
_PRINTED = re.compile(r"20\d\d|/\d{1,2}/\d\d(?!\d)")


_BARE = re.compile(r"năm 20\d\d", re.IGNORECASE)
_LIMITS = re.compile(r"(?<![a-z])(?:trong|truoc|den|het|vao|xong|hoan thanh|hoan tat)\s$")


def is_bare_year(folded: str, due: Due) -> bool:
    """ "Tổng kết công tác năm 2023, triển khai nhiệm vụ năm 2024": it may only say of which year the work is."""
    before = folded[max(0, due.start - _BEFORE) : due.start]
    return _BARE.fullmatch(due.text) is not None and _LIMITS.search(before) is None


_BEFORE = 12


def within_year(due: Due, above: Due | None) -> Due:
    """The limit that a heading sets in the year that the words of the work name, else that year."""
    if above is None or above.date is None or due.date is None or above.date.year != due.date.year:
        return due
    return above


def in_year_of_heading(found: Found, block: Block, due: Due) -> Due:
    """`due` in the year that the nearest heading over `block` is for, unless it has a year of its own."""
    if due.date is None or _PRINTED.search(due.text):
        return due
    year = _year_over(found, block)
    if year is None or year == due.date.year:
        return due
    last = monthrange(year, due.date.month)[1]
    month_end = due.date.day == monthrange(due.date.year, due.date.month)[1]
    day = due.date.replace(year=year, day=last if month_end else min(due.date.day, last))
    return replace(due, date=day, doubts=tuple(doubt for doubt in due.doubts if doubt != "due_year"))


def _year_over(found: Found, block: Block) -> int | None:
    over: Block | None = block.parent
    while over is not None:
        if over.is_heading or over.is_numbered:
            year = _YEAR.fullmatch(found.words(over).strip(" .:;"))
            if year:
                return int(year["year"])
        over = over.parent
    return None
