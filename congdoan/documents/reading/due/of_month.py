"""The day of work under a month, printed without it: "Tháng 11/2024": "Hội thao (từ ngày 14 đến ngày 16)"."""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import monthrange
from dataclasses import replace

from congdoan.documents.reading.due.calendar import Calendar
from congdoan.documents.reading.due.reader import due_in_sentence
from congdoan.documents.reading.model import Due
from congdoan.documents.reading.tasks.draft import Draft
from congdoan.documents.reading.tasks.found import Found

_DAYS = re.compile(
    r"(?<![a-z])ngay (\d{1,2})(?:\s?(?:den|toi|-|va)\s?(?:het )?(?:ngay )?(\d{1,2}))?"
    r"(?!\s?[\d/.%-]|\s(?:thang|hang|moi|cua|lam|gio|nam|am|dong|nghin|trieu))(?![a-z])"
)


def in_its_words(found: Found, draft: Draft, due: Due, calendar: Calendar) -> Due:
    """`due`, the month or quarter of a row, on the day in it that the words of the work name: "nộp trước 25/01"."""
    if due.date is None or draft.start <= due.start < draft.end:
        return due
    first, last = (
        bisect_left(starts := [one.start for one in found.citations], draft.start),
        bisect_left(starts, draft.end),
    )
    without = [(one.start, one.end) for one in found.citations[first:last]]
    text, folded = found.paper.text, found.paper.folded
    own = due_in_sentence(text, folded, draft.start, draft.end, calendar, without)
    if own is None or own.date is None or due.date.day != monthrange(due.date.year, due.date.month)[1]:
        return due
    return own if own.date.replace(day=1) == due.date.replace(day=1) and own.date < due.date else due


def on_its_day(folded: str, start: int, end: int, due: Due) -> Due:
    """`due`, the end of a month that stands elsewhere, on the day that the passage names; with a doubt."""
    if due.date is None or start <= due.start < end:
        return due
    last = monthrange(due.date.year, due.date.month)[1]
    days = _DAYS.search(folded, start, end) if due.date.day == last else None
    day = int(days[2] or days[1]) if days else 0
    if not 0 < day <= last:
        return due
    return replace(due, date=due.date.replace(day=day), doubts=(*due.doubts, "due_of_heading"))
