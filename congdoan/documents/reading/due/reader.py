"""Reads time limits: the printed words, the day they mean, and whether they come again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.due.calendar import Calendar
from congdoan.documents.reading.due.cell import YEARLY_TWICE, due_in_cell
from congdoan.documents.reading.due.dates import SIGN, meant_by
from congdoan.documents.reading.due.limits import DUE, YEAR_END, is_limit, is_start, is_vague
from congdoan.documents.reading.due.relative import AFTER, DAYS_AFTER, counted
from congdoan.documents.reading.due.rhythm import find_every, find_ongoing, recurrence_of, states_rhythm
from congdoan.documents.reading.due.steps import are_reports, ends_work
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.model import Due

__all__ = ["Calendar", "due_in_cell", "due_in_sentence", "time_windows"]

_AGAIN = {"nam": "yearly", "quy": "quarterly", "thang": "monthly"}
_VERB = re.compile(
    r"(?:phai\s)?(?:hoan thanh|xong|gui|nop|bao cao|ket thuc|thuc hien|la|thoi gian)\s(?:xong\s)?"
    r"(?=truoc|trong|cham|muon|khong|den|vao|tu|ngay|quy|thang|nam|het|cuoi|dau|giua|dinh ky|hang|moi|thuong)"
)
_DIGITS = re.compile(r"[0-9]+")
_TIME_WORDS = ("quy i", "hang ", "moi ", "dinh ky", "ngay sau", " quy", " nam", "thang", " lan", "thuong nien")
"""Without a figure or one of these no words set a limit."""
_PRINTED_YEAR = re.compile(r"20\d\d|/[23]\d$")
_ONLY_YEARS = re.compile(r"(?:Trong|trong|Từ|từ|Giai đoạn|giai đoạn)[^;.\d]*20\d\d(?:[^;.\d]*20\d\d)?", re.DOTALL)
_EACH = re.compile(r"(?:mỗi|hằng|hàng) (?:năm|quý|tháng)")
_SAME_CLAUSE = 24
""" "Trong giai đoạn 2023 - 2025, mỗi năm mở 05 lớp": the years say how long, the rhythm how often."""
_BETWEEN = re.compile(r"[\s,;-]*(?:(?:va|hoac)\s)?(?=(?:den|toi|het|ngay|quy|thang|nam|dau|cuoi|giua|\d))")
"""Between the days of one range or list."""
_DASH = re.compile(r"\s?[-–]\s?")
""" "từ 12/7 - 30/8"."""
_AT_LATEST = re.compile(r"\s?[(,]\s?(?:nhung |va )?(?:cham nhat|muon nhat|khong qua|khong muon hon)(?= )")
_AT_LATEST_WORDS = 14
""" "trong quý I, chậm nhất là ngày 30/4": the day is the limit, also after the quarter."""
_EXACTLY = re.compile(r"\s?[(,]\s?(?:du kien |cu the:? |la )?")
_ALL_YEAR = re.compile(r"(?:trong |ca |trong ca )?nam(?: 20\d\d)?")
_ALL_YEAR_AFTER = re.compile(r"[\s,]*(?:lien tuc)?[\s,]*")
""" "Thực hiện thường xuyên trong năm 2023": the year is no limit of what never stops."""
_IN_YEAR = re.compile(r"\d (?!lan |ky )\w+(?: \w+){0,2} trong nam$")
""" "Tối thiểu 10 cuộc trong năm" in the plan of one year: by its end."""
_LAST_DAYS, _QUARTER = 28, 92
""" "trong quý II (trước ngày 15/6)": the day in the bracket is the exact one."""
_REACH = 64

Spans = list[tuple[int, int]]


def due_in_sentence(
    text: str, folded: str, start: int, end: int, calendar: Calendar, without: Spans, windows: Spans | None = None
) -> Due | None:
    """The time limit that running text sets. `without`: spans of citations, whose days are no limits.

    `windows`: its `time_windows`, when they are known.
    """
    if windows is None:
        windows = time_windows(folded, start, end, without)
    due = _due_of(text, folded, start, end, calendar, without, windows)
    twice = due is not None and due.recurrence == "yearly" and YEARLY_TWICE.search(folded, start, end)
    return replace(due, recurrence="half_yearly") if due and twice else due


def _due_of(
    text: str, folded: str, start: int, end: int, calendar: Calendar, without: Spans, windows: Spans
) -> Due | None:
    rhythm = _rhythm(text, folded, start, windows, without)
    dated = _dated(text, folded, (start, end), windows, calendar, without)
    if rhythm and calendar.year and calendar.is_for_one_year and _IN_YEAR.search(fold(rhythm.text)):
        return dated or replace(rhythm, date=date(calendar.year, 12, 31), recurrence=None)
    if rhythm is not None and (dated is None or _governs(rhythm, dated)):
        return rhythm
    always = find_ongoing(folded, start, dated.start) if dated and _ALL_YEAR.fullmatch(fold(dated.text)) else None
    if dated and always and _ALL_YEAR_AFTER.fullmatch(folded, always[1], dated.start):
        return _due(text, *always, None, "ongoing")
    relative = _counted(text, folded, start, end, calendar, without) if windows or without else None
    if dated and relative and relative.date and ";" in folded[relative.end : dated.start]:
        return relative  # "xây dựng kế hoạch trong vòng 20 ngày kể từ ngày ký; báo cáo trước 15/11": the first limit
    if dated or (relative and relative.date):
        return dated or relative
    ongoing = find_ongoing(folded, start, end)
    if ongoing:
        return _due(text, *ongoing, None, "ongoing")
    after = AFTER.search(folded, start, end) if folded.find("ngay sau", start, end) >= 0 else None
    if relative is None and after and not _inside(after.start(), without):
        return _due(text, after.start(), after.end(), None, None)
    return relative


def time_windows(folded: str, start: int, end: int, without: Spans) -> Spans:
    """The stretches of a passage in which a limit can stand: around figures and words of time."""
    windows: Spans = []
    for hint in _hints(folded, start, end):
        if _inside(hint, without):
            continue
        first, last = max(start, hint - _REACH), min(end, hint + _REACH)
        if windows and first <= windows[-1][1]:
            windows[-1] = (windows[-1][0], last)
        else:
            windows.append((first, last))
    return windows


def _hints(folded: str, start: int, end: int) -> list[int]:
    """Where the figures and words of time of a passage stand."""
    hints = [digits.start() for digits in _DIGITS.finditer(folded, start, end)]
    for word in _TIME_WORDS:
        at = folded.find(word, start, end)
        while at >= 0:
            hints.append(at)
            at = folded.find(word, at + 1, end)
    return sorted(hints)


_AT_LEAST = re.compile(r"(?<![a-z])(?:it nhat|toi thieu)\s$")
""" "Tối thiểu 02 lần/năm": as often as may be, in each year."""


def _rhythm(text: str, folded: str, start: int, windows: Spans, without: Spans) -> Due | None:
    """The first rhythm that the passage states."""
    for first, last in windows:
        for every in find_every(folded, first, last):
            if not _inside(every.start(), without) and states_rhythm(text, folded, every, start):
                at_least = _AT_LEAST.search(folded, start, every.start()) and every[0].endswith("nam")
                return _due(text, every.start(), every.end(), None, "yearly" if at_least else recurrence_of(every))
    return None


def _governs(rhythm: Due, dated: Due) -> bool:
    """A rhythm that comes first, or a day without a year beside a rhythm ("hằng năm ... trước ngày 31/01").

    The name of a report ("báo cáo năm") is less than a day with its year.
    """
    first = rhythm.start < dated.start and " " in rhythm.text
    if dated.recurrence is not None:
        return first and rhythm.end < dated.start
    if _ONLY_YEARS.fullmatch(dated.text) and _EACH.match(rhythm.text) and 0 < rhythm.start - dated.end < _SAME_CLAUSE:
        return True
    return dated.recurrence is None and (first or _PRINTED_YEAR.search(dated.text) is None)


def _dated(
    text: str, folded: str, passage: tuple[int, int], windows: Spans, calendar: Calendar, without: Spans
) -> Due | None:
    """The first limit; the end of a range; a limit that comes again before one that does not."""
    found: Due | None = None
    firm, begun = False, -1
    for match in (limit for first, last in windows for limit in _limits(text, folded, first, last)):
        if _inside(match.start(), without):
            continue
        meant = meant_by(match, calendar)
        recurrence = _AGAIN[match["unit"]] if match["again"] else None
        joined = found is not None and found.date is not None and _joins(folded, found.end, match.start())
        joined = joined or (begun >= 0 and _DASH.fullmatch(folded, begun, match.start()) is not None)
        begun = match.end() if is_start(match) else -1
        if meant is None or not (joined or is_limit(folded, match, *passage, meant.day, calendar.issued)):
            continue
        due = _due(text, match.start(), match.end(), None if recurrence else meant.day, recurrence)
        due = replace(due, doubts=_doubts(due, meant.inferred, calendar))
        if (
            found is None
            or (found.recurrence is None and (recurrence or (_is_firm(match) and not firm)))
            or _supersedes(found, due, folded, calendar, passage[0])
            or ends_work(folded, passage, (found.start, found.end), match.span())
        ):
            found, firm = due, _is_firm(match) or match.start() == passage[0]
        elif due.date and due.date != found.date and not found.recurrence:
            found = replace(found, doubts=tuple(dict.fromkeys((*found.doubts, "due_two"))))
    return found or _year_end(text, folded, passage, windows, calendar)


def _is_firm(match: re.Match[str]) -> bool:
    """Whether a word of limit stands before it; "giai đoạn 2024 - 2028" may only name what is drawn up.

    "Báo cáo hoạt động dịp 8/3 chậm nhất ngày 15/3": an occasion gives way to a limit.
    """
    return bool(match["lead"]) and match["ys"] is None and not match["lead"].startswith(("dip ", "nhan dip "))


def _limits(text: str, folded: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The matches of DUE; the "tử" of "điện tử trước 31/7" is no "từ"."""
    if SIGN.search(folded, start, end) is None:
        return
    for match in DUE.finditer(folded, start, end):
        at = match.start()
        if (match["lead"] or "").startswith("tu ") and text[at : at + 2].lower() != "từ":
            match = DUE.match(folded, at + 3, end) or match
        yield match


def _joins(folded: str, end: int, start: int) -> bool:
    """Whether nothing but a comma or "và" stands between two days: "trước 26/3 và 30/8/2023"."""
    between = _BETWEEN.match(folded, end, start + 1)
    return between is not None and end < between.end() == start


def _supersedes(found: Due, due: Due, folded: str, calendar: Calendar, start: int) -> bool:
    """Whether `due` ends the range that `found` begins, or lies ahead where `found` is past."""
    later = due.date and found.date and due.date > found.date
    if later and calendar.issued and found.date and due.date and found.date < calendar.issued <= due.date:
        return True
    if (
        found.date
        and due.date
        and _EXACTLY.fullmatch(folded, found.end, due.start)
        and _is_inside(due.date, found.date)
    ):
        return True
    if due.date and _AT_LATEST.match(folded, found.end, due.start + _AT_LATEST_WORDS):
        return True
    if found.date and due.date and _names_day_of_year(folded, found, due):
        return True
    between = _BETWEEN.match(folded, found.end) if later else None
    if between is None or between.end() != due.start:
        return False
    return " va " not in f" {between.group().strip()} " or not are_reports(folded, start, found.start)


def _names_day_of_year(folded: str, found: Due, due: Due) -> bool:
    """ "Các đơn vị hết nhiệm kỳ trong năm 2024 báo cáo nhân sự trước 30/8": a year, and in its clause a day of it."""
    same = found.date and due.date and found.date.year == due.date.year and due.date < found.date
    if not same or _BARE_YEAR.fullmatch(fold(found.text)) is None or _EXACT.search(due.text) is None:
        return False
    return ";" not in (between := folded[found.end : due.start]) and ". " not in between


_BARE_YEAR = re.compile(r"(?:trong )?nam 20\d\d")
_EXACT = re.compile(r"\d\s?[/.-]\s?\d|\d tháng")


def _is_inside(day: date, end: date) -> bool:
    """Whether `day` is an exact one in the month or quarter that ends on `end`."""
    return day.day < _LAST_DAYS <= end.day and 0 <= (end - day).days < _QUARTER


def _doubts(due: Due, inferred: bool, calendar: Calendar) -> tuple[str, ...]:
    codes = ["due_year"] if inferred and due.date and not calendar.knows_year_of(due.date) else []
    return (*codes, "due_vague") if is_vague(fold(due.text)) else tuple(codes)


_MONTH_END = re.compile(r"(?<![a-z0-9])(?:trong|het|cuoi) thang(?: nay)?(?=\s*(?:[.,;()\n]|$))")


def _year_end(text: str, folded: str, passage: tuple[int, int], windows: Spans, calendar: Calendar) -> Due | None:
    """ "Xong trong tháng", "tổng kết cuối năm": of the month or year that a plan is for."""
    if calendar.until and calendar.issued and calendar.until.timetuple()[:2] == calendar.issued.timetuple()[:2]:
        for first, last in windows:
            month = _MONTH_END.search(folded, max(first, passage[0]), last)
            if month:
                return _due(text, month.start(), month.end(), calendar.until, None)
    if calendar.year is None or not calendar.is_for_one_year:
        return None
    for first, last in windows:
        found = YEAR_END.search(folded, first, last) or _SO_MANY_IN_YEAR.search(folded, max(first, passage[0]), last)
        if found and found.start() >= passage[0] and _OF_WHAT.search(folded, passage[0], found.start()) is None:
            due = _due(text, found.start(), found.end(), date(calendar.year, 12, 31), None)
            return replace(due, doubts=("due_vague",)) if _MEETING.search(folded, first, found.start()) else due
    return None


_SO_MANY_IN_YEAR = re.compile(
    r"(?<=\d )(?<!qua \d )(?<!qua \d\d )(?:(?!nam |thang |ngay )[a-z]+,? ){1,9}trong nam(?! hoc|\s?\d|[a-z])"
)
""" "Tổ chức ít nhất 02 buổi nói chuyện trong năm tại doanh nghiệp"."""
_OF_WHAT = re.compile(
    r"(?<![a-z])(?:(?:vao|trong) (?:[a-z]+ ){0,4}(?:danh gia|xep loai|binh xet)[^.;]{0,40}|ve [a-z ]{3,40})\s$"
)
""" "Đưa vào đánh giá, xếp loại thi đua cuối năm", "đối thoại về giờ làm thêm cuối năm": what it is, not by when."""
_MEETING = re.compile(r"(?:ky hop|cuoc hop|phien hop|hoi nghi) (?:[a-z]+ ){0,8}$")
""" "... tại kỳ họp cuối năm": of which year, and when, is not said."""


def _counted(text: str, folded: str, start: int, end: int, calendar: Calendar, without: Spans) -> Due | None:
    match = DAYS_AFTER.search(folded, start, end)
    if match is None or _inside(match.start(), without):
        return None
    return _due(text, match.start(), match.end(), counted(match, calendar), None)


def _due(text: str, start: int, end: int, day: date | None, recurrence: str | None) -> Due:
    verb = _VERB.match(fold(text[start:end]))
    start += verb.end() if verb else 0
    printed = text[start:end].rstrip(" ,.;")
    return Due(printed, day, recurrence, start, start + len(printed))


def _inside(at: int, spans: Spans) -> bool:
    return any(start <= at < end for start, end in spans)
