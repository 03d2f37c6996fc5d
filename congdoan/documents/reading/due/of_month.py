"""The day of work under a month, printed without it: "Tháng 11/2024": "Hội thao (từ ngày 14 đến ngày 16)"."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace

from congdoan.documents.reading.model import Due

_DAYS = re.compile(
    r"(?<![a-z])ngay (\d{1,2})(?:\s?(?:den|toi|-|va)\s?(?:het )?(?:ngay )?(\d{1,2}))?"
    r"(?!\s?[\d/.%-]|\s(?:thang|hang|moi|cua|lam|gio|nam|am|dong|nghin|trieu))(?![a-z])"
)


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
