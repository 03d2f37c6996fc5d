"""The day of work under a month, printed without it: "Tháng 11/2024": "Hội thao (từ ngày 14 đến ngày 16)"."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.due.reader import Calendar, Spans, due_in_cell, due_in_sentence
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
    exact = on_day(due, int(days[2] or days[1])) if days else due
    return exact if exact is due else replace(exact, doubts=(*due.doubts, "due_of_heading"))


def on_day(due: Due, day: int) -> Due:
    """`due`, which is in a month, on this day of it when the month has one."""
    if due.date is None or not 0 < day <= monthrange(due.date.year, due.date.month)[1]:
        return due
    return replace(due, date=due.date.replace(day=day))


_MONTH = re.compile(r"(?:trong |het )?(?:thang |t\.?)?\d{1,2}(?:\s?[/-]\s?20\d\d| nam 20\d\d)?")
_QUARTER = re.compile(r"(?:trong |het )?(?:quy |q\.?)?(?:i{1,3}|iv|[1-4])(?:\s?[/-]\s?20\d\d| nam 20\d\d)?")
_EXACT = re.compile(r"\d\s?[/.-]\s?\d|ngay \d|\d thang")
_LAST_BRACKET = re.compile(r"\((?:vao |tu )?((?:ngay |truoc )?\d{1,2}/\d{1,2}(?:/20\d\d)?)\)[\s.;]*$")
_LONGEST = {_MONTH: 31, _QUARTER: 92}


def on_day_in_words(
    text: str, folded: str, passage: tuple[int, int], due: Due, calendar: Calendar, without: Spans
) -> Due:
    """`due` of a column of months or quarters, or the exact day in that time which the words of the work name.

    "6 | Sơ kết 6 tháng, họp Ban Chấp hành (trước 20/6)". An occasion is such a day where the column holds bare months;
    where "Tháng 3" stands beside "dịp 8/3", days would be printed in the column too.
    """
    printed = folded[due.start : due.end].strip()
    period = next((period for period in _LONGEST if period.fullmatch(printed)), None)
    if due.date is None or period is None or passage[0] <= due.start < passage[1]:
        return due
    last = _LAST_BRACKET.search(folded, *passage)
    own = due_in_cell(text, folded, *last.span(1), calendar) if last else None
    own = own or due_in_sentence(text, folded, *passage, calendar, without)
    if own is None or own.date is None or not _EXACT.search(folded, own.start, own.end):
        return due
    if own.text.lower().startswith(("dịp", "nhân dịp")) and not printed.isdecimal():
        return due
    return own if 0 <= (due.date - own.date).days < _LONGEST[period] else due
