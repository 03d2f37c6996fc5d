"""Whether all that a task says of time was read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.due.dates import QUARTERS
from congdoan.documents.reading.due.reader import Calendar
from congdoan.documents.reading.due.steps import ends_work
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.learned.times import DAY, NONE, RHYTHM, chances_of_time
from congdoan.documents.reading.model import Due
from congdoan.documents.reading.tasks.draft import Draft
from congdoan.documents.reading.tasks.found import Found

_DAY = r"\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?(?! gio)(?<!24/24)(?!/24)"
_PERIOD = r"(?:nam|thang|quy(?! uoc| che| dinh| hoach| trinh| mo| doan))"
_TIME = re.compile(
    rf"(?<![a-z0-9/.-])(?:{_DAY}|\d{{1,2}}/20\d\d|ngay \d{{1,2}}|thang \d{{1,2}}|quy (?:iv|i{{1,3}}|[1-4])"
    rf"|(?:hang|moi|tung|dinh ky) (?:6 thang|{_PERIOD})|dinh ky(?= (?:vao|ngay|truoc|theo (?:thang|quy|nam)|\d))"
    r"|thuong xuyen"
    rf"|(?:6|9|06|09) thang(?! tro len)"
    rf"|(?<!\d )(?<!hai )(?<!ba ){_PERIOD} (?:mot|01|1|2|02|hai) (?:lan|cuoc|buoi)"
    rf"|(?:lan|cuoc|buoi|ky|so)\s?/\s?{_PERIOD}"
    rf"|(?:cuoi|dau|giua|het|trong|truoc|den|vao) {_PERIOD}|trong vong(?! \d{{1,2}} gio)|ngay sau"
    r"|thang (?:chap|gieng)|am lich"
    r"|(?<=[\"”] )nam 20\d\d(?=[.;)]*$)|truoc ngay(?! (?:khai|hoi|dai|le|tet))"
    r"|xong(?= (?:truoc|trong|sau|ngay|vao)(?! (?:khi|tet|dai hoi))))"
    r"(?![a-z0-9])"
)
"""Words of time that may set a limit, over folded text: none of days and weeks, nor of what comes before what."""
_OCCASION = re.compile(r"(?:ky niem|thanh lap|ngay truyen thong|chao mung|quoc te|ngay phu nu|nha giao)[^.;:]{0,60}$")
_LIMIT = re.compile(
    r"(?<![a-z])(?:truoc|cham nhat|xong|hoan thanh|het|den ngay|trong|vao) (?:ngay |thang |quy |trong |truoc |vao )*"
    r"(?:\d|i{1,3}(?![a-z])|iv(?![a-z]))"
    r"|(?<![a-z])(?:hang|moi|dinh ky) (?:tuan|thang|quy|nam|6 thang)(?![a-z])"
)
"""Words that set a limit."""
_NAMED = 80
_IS_DAY = re.compile(r"(?:ngay )?\d{1,2}/\d{1,2}(?:/20\d\d)?(?!\d|/|\s?-)")
""" "... chào mừng ngày thành lập Công đoàn (28/7/2026)": a day of an occasion may be the day of the work."""
_LIMIT_ABOVE = re.compile(
    r"(?<![a-z0-9/])(?:quy (?:iv|i{1,3}|[1-4])|thang \d{1,2}|tuan (?:\d|thu)|\d{1,2}/\d{1,2})(?![a-z0-9])"
)
_ON_EVENT = re.compile(
    r"(?:ngay (?:sau )?)?khi |ngay sau |hang (?:tuan|ngay)"
    r"|trong (?:vong |thoi (?:han|gian) )?\d{1,2} (?:ngay|thang)(?: lam viec)? (?:sau khi |ke tu (?:khi|ngay) "
    r"(?!ky|ban hanh|co hieu luc))"
)
""" "Ngay sau khi có quyết định", "trong 15 ngày kể từ ngày nhận được": plain words, of which no day follows."""
_SHORT_HEADING = 60
"""Characters; longer ones are about more than a time."""


_HARDLY = 0.6
"""How likely what was read of time must be at least."""


def due_doubts(found: Found, draft: Draft, calendar: Calendar) -> Iterator[str]:
    codes = list(_by_rules(found, draft, calendar))
    if not codes and _is_unlikely(found, draft):
        codes = ["due_unsure"]
    yield from codes


def _is_unlikely(found: Found, draft: Draft) -> bool:
    """Whether such words of time mostly mean something else than what was read: no limit, a day or a rhythm."""
    due = draft.due
    if due is not None and not draft.start <= due.start < draft.end:
        return False
    kind = NONE if due is None else DAY if due.date else RHYTHM
    return chances_of_time(found.paper.folded[draft.start : draft.end]).get(kind, 1.0) < _HARDLY


def _by_rules(found: Found, draft: Draft, calendar: Calendar) -> Iterator[str]:
    due = draft.due
    if due is None:
        if _names_time(found, draft) or _time_above(found, draft) or _handed_by_a_day(found, draft):
            yield "due_passed_over"
        return
    if due.date and not calendar.is_for_one_year and _SOME_YEAR.search(fold(due.text)):
        yield "due_year"
    if due.date and calendar.issued and due.date < calendar.issued:
        yield "due_past"
    if not due.date and not due.recurrence and _ON_EVENT.match(fold(due.text)) is None:
        yield "due_unclear"
    if due.date and calendar.issued and due.date.year - calendar.issued.year > _MOST_YEARS:
        yield "due_unclear"
    if _has_more(found, draft, due) or _lists_steps(found, due):
        yield "due_two"


_MOST_YEARS = 15
"""A limit further off is rather a year printed wrongly: "quý IV năm 20924"."""
_SOME_YEAR = re.compile(r"(?<!\d )cuoi nam(?!\s\d)")
""" "... tại kỳ họp cuối năm" in a plan for several years."""


def _handed_by_a_day(found: Found, draft: Draft) -> bool:
    """Whether the clause that hands the work over to a body names a day besides."""
    passage = draft.assigned_by
    if passage is None or draft.start <= passage.start < draft.end or draft.block.columns is not None:
        return False
    return _TO_A_DAY.search(found.paper.folded, passage.start, passage.end) is not None


_TO_A_DAY = re.compile(
    r", (?:trinh|ban hanh|gui|bao cao) [^,;.]{3,60} (?:trong|truoc) (?:ngay |thang |quy )?(?:\d|i{1,3}(?![a-z])|iv)"
)


def _names_time(found: Found, draft: Draft) -> bool:
    """Whether a passage without a limit names a time all the same."""
    folded = found.paper.folded
    if draft.block.columns is not None and "due" in draft.block.columns:
        return False
    return any(
        not _cited(found, at)
        and _BEGINS.search(found.paper.text, max(draft.start, at.start() - _SHORT), at.start()) is None
        and (
            _IS_DAY.match(folded, at.start())
            or not _OCCASION.search(folded, max(draft.start, at.start() - _NAMED), at.start())
        )
        for first, last in draft.times
        for at in _TIME.finditer(folded, first, last)
    )


_BEGINS = re.compile(r"(?<!\w)[Tt]ừ (?:ngày |tháng )?$")
""" "Áp dụng từ ngày 01/7/2024": a beginning is no limit."""
_SHORT = 12


def _time_above(found: Found, draft: Draft) -> bool:
    """Whether a short heading over a task without a limit names a month, a quarter or a day that was not understood."""
    for above in draft.block.ancestors():
        if (above.is_heading or above.is_numbered) and above.end - above.body < _SHORT_HEADING:
            time = _LIMIT_ABOVE.search(found.paper.folded, above.body, above.end)
            if time is not None and not _cited(found, time):
                return True
    return False


def _lists_steps(found: Found, due: Due) -> bool:
    """ "Tháng 5, tháng 10/2025": two times, each of which may be the first step's, not one stretch of time."""
    words = found.paper.folded[due.start : due.end]
    if due.date is None or _PARTED.search(words) is None:
        return False
    if _TWO_DAYS.search(words):
        return True
    quarters = [QUARTERS[quarter] for quarter in _QUARTERS.findall(words)]
    if any(later - before > 1 for before, later in pairwise(quarters)):
        return True
    months = _MONTHS.findall(words)
    return any(
        int(after) - int(before) != 1 or (year and later and year != later)
        for (before, year), (after, later) in pairwise(months)
    )


_MONTHS = re.compile(r"(?:thang |, |va )(\d{1,2})(?![\d.])(?:/(20\d\d))?(?!/)")
_QUARTERS = re.compile(r"(?<![a-z0-9/])(i{1,3}|iv|[1-4])(?![a-z0-9.])(?!/\d{1,2}(?!\d))")
_TWO_DAYS = re.compile(r"\d{1,2}/\d{1,2}(?:/20\d\d)?(?:,| va|, va) (?:ngay )?\d{1,2}/\d{1,2}")
""" "Ngày 11/01/2025 và ngày 14/01/2025"."""
_PARTED = re.compile(r"[,;]| va ")


def _has_more(found: Found, draft: Draft, due: Due) -> bool:
    """Whether the cell, or another clause than that of the limit, names a time besides."""
    folded, columns = found.paper.folded, draft.block.columns
    if columns is not None and "due" in columns:
        cell = columns["due"]
        return any(letter.isdigit() for letter in folded[cell.start : due.start] + folded[due.end : cell.end])
    return any(
        (at.end() <= due.start or at.start() >= due.end)
        and not _cited(found, at)
        and (due.recurrence is None or _apart(folded, due, at))
        and not (at.end() <= due.start and ends_work(folded, (draft.start, draft.end), at.span(), (due.start, due.end)))
        for at in _LIMIT.finditer(folded, draft.start, draft.end)
    )


def _apart(folded: str, due: Due, at: re.Match[str]) -> bool:
    between = folded[due.end : at.start()] if at.start() >= due.end else folded[at.end() : due.start]
    return ";" in between or ". " in between


def _cited(found: Found, at: re.Match[str]) -> bool:
    """Whether words of time stand in the name of another paper."""
    before = found.citation_before(at.end())
    return before is not None and at.start() < before.end
