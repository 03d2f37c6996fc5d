"""The time limit of a table cell or of a line "Thời gian: ...": its whole text is the limit."""

from __future__ import annotations

from datetime import date

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.due.calendar import Calendar
from congdoan.documents.reading.due.dates import QUARTERS, SIGN, Meant, meant_by
from congdoan.documents.reading.due.limits import DUE, YEAR_END, is_only, is_start, is_vague
from congdoan.documents.reading.due.relative import DAYS_AFTER, counted
from congdoan.documents.reading.due.rhythm import EVERY, ONGOING, ONGOING_ONLY, recurrence_of
from congdoan.documents.reading.header.horizon import last_of_month
from congdoan.documents.reading.model import Due

_ONLY_YEAR = re.compile(r"\s*(20\d\d)[\s.;]*")
_MONTH_YEAR = re.compile(r"(?<![\d/.-])(?:thang\s?|t\.?\s?)?(0?[1-9]|1[0-2])\s?[/.-]\s?(20\d\d)(?![\d/])")
""" "12/2023"."""
_BARE_MONTHS = re.compile(r"\s*(?:t\.?\s?)?(?:(?:0?[1-9]|1[0-2])\s?(?:-|,|;|den|va)\s?){0,5}(0?[1-9]|1[0-2])[\s.;]*")
_BARE_QUARTER = re.compile(r"\s*(?:(?:i{1,3}|iv)\s?(?:[-,]|va)\s?)?(i{1,3}|iv)[\s.;]*")
"""In a column of times: "4 - 5" and "III" are months and a quarter."""
_TIME = re.compile(r"\d|ngay|thang|quy|nam|khi|theo|dip|sau|truoc|tuan|xuyen|xuat")
_YEAR = r"(?:\s?[/-]\s?|\s(?:nam\s)?)20\d\d"
_MONTH = r"thang\s\d{1,2}"
_NTH = r"(?:\d{1,2}|[ivx]{1,4}|nhat|hai|ba|tu|nam|sau|dau|cuoi)"
_PARTED = r"\s?(?:thang\s\d{1,2}\s?)?[(:,–-]?\s?"
_DAY = r"\d{1,2}(?:\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?20\d\d)?|\sthang\s\d{1,2}(?:\snam\s20\d\d)?)?"
ONLY_A_TIME = re.compile(
    rf"(?:trong\s)?(?:{_MONTH}(?:{_YEAR})?(?:(?:,|\sva|\s?[-+&])\s(?:{_MONTH}|\d{{1,2}}))*|quy\s(?:i{{1,3}}|iv|[1-4])"
    rf"|6 thang (?:dau|cuoi) nam)(?:{_YEAR})?"
    rf"|(?:tu\s)?{_MONTH}(?:{_YEAR})?\s?(?:den|toi|-)\s?(?:het\s)?(?:{_MONTH}|\d{{1,2}})(?:{_YEAR})?"
    rf"|(?:(?:tuan|dot|ky|chang|giai doan"
    rf"|buoc)\s(?:thu\s)?{_NTH}{_PARTED})?(?:thoi gian:?\s)?(?:tu\s)?(?:ngay\s)?{_DAY}"
    rf"\s?(?:den|toi|-)\s?(?:het\s)?(?:ngay\s)?{_DAY}\)?"
    r"|(?:trong\s)?(?:nam|giai doan|(?:trong |cac )nam)\s20\d\d(?:\s?-\s?20\d\d)?"
    r"|(?:(?:sang|chieu|toi|ca ngay|thu (?:hai|ba|tu|nam|sau|bay)|chu nhat),?\s\(?)?"
    r"ngay\s\d{1,2}/\d{1,2}(?:/20\d\d)?\)?"
    rf"|(?:tuan|dot)\s(?:thu\s)?{_NTH}(?:,|\s?\()?\s(?:cua\s)?{_MONTH}(?:{_YEAR})?\)?"
)
"""A heading that is nothing but a month, a quarter, half a year, or the days of a week: "Tuần 1 (từ 01/5 đến 07/5)"."""
_LIMITS = re.compile(r"(?:phai )?(?:trong|truoc|xong|hoan thanh|cham nhat|den het|het)")
""" "Việc phải xong trong quý III": the time at the end of a heading limits what stands under it."""
_BRACKET_LAST = re.compile(r"\(([^()]{5,60})\)[\s.:;]*$")
_LABEL_LAST = re.compile(r"\((?:thoi gian|thoi han|tien do|han)(?: [a-z]+){0,3}:\s?([^():]{3,60})\)[\s.:;]*$")
_DAY_LAST = re.compile(r"(?<=[a-z)]),\s(?:ngay )?(?P<day>\d{1,2}/\d{1,2}/20\d\d)[\s.:;]*$")
""" "Ngày hội thể thao, 06/5/2024"."""
_OF_A_DAY = re.compile(
    r"(?:chuong trinh|lich|ngay hoi)[a-z ]{3,60}?\s(?:ngay )?(?P<day>\d{1,2}/\d{1,2}/20\d\d)[\s.:;]*$"
)
""" "CHƯƠNG TRÌNH NGÀY HỘI 14/6/2024"."""
_EXACT_LAST = re.compile(r"\(([^()]{5,60})\)?[\s.:;]*$")
_AROUND = re.compile(
    r"(?:thoi gian|thuc hien|hoan thanh|du kien|trong|tu|den|het|truoc|ngay|vao|xong|va|dau|cuoi|[\s,.;:-])*"
)
"""Words beside a time that say no more than it."""


_ROUTINE = re.compile(
    r"(?:cac |nhung |mot so )?(?:cong viec|nhiem vu|cong tac|viec|hoat dong|noi dung)(?: lam| thuc hien)?"
    r" (?:thuong xuyen|(?:hang|dinh ky hang) (?:thang|quy|nam))"
)
""" "II. CÔNG VIỆC THƯỜNG XUYÊN": what stands under it never ends, or comes again."""


def time_in_heading(folded: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a heading is, or ends in a bracket with, nothing but a time: "Tháng 9/2025", "Thí điểm (tháng 7/2024)"."""
    words = folded[start:end].strip(" .:;")
    if ONLY_A_TIME.fullmatch(words) or _ROUTINE.fullmatch(words):
        return start, end
    for limit in DUE.finditer(folded, start, end) if SIGN.search(folded, start, end) else ():
        last_words = limit.end() >= start + len(folded[start:end].rstrip(" .:;"))
        if (
            last_words
            and _LIMITS.match(limit["lead"] or "")
            and not any(limit[part] for part in ("yr", "ys", "d", "sd", "half"))
        ):
            return limit.span()
    dated = _DAY_LAST.search(folded, start, end) or _OF_A_DAY.match(folded, start, end)
    if dated:
        return dated.span("day")
    last = _LABEL_LAST.search(folded, start, end)
    if last is not None and _TIME.search(last[1]):
        return last.span(1)
    last = _BRACKET_LAST.search(folded, start, end)
    if last is None or DUE.search(last[1]) is None or _AROUND.fullmatch(DUE.sub("", last[1])) is None:
        return None
    return last.span(1)


_OWN_PERIOD = re.compile(r"(?:trong|ca|cuoi|het) (?:thang|quy|dot)(?: nay)?")
""" "Trong tháng" in the programme of a month."""


def only_a_limit(folded: str, start: int, end: int) -> bool:
    """Whether a clause says nothing but by when: "hoàn thành trước ngày 20/7"."""
    words = folded[start:end].strip(" .;,/)")
    if ONGOING.fullmatch(words):
        return True
    around = _AROUND.match(words)
    if not (around and around.end()) and DUE.match(words) is None:
        return False  # begins with other words
    return DUE.search(words) is not None and _AROUND.fullmatch(DUE.sub("", words)) is not None


YEARLY_TWICE = re.compile(
    r"\d{1,2}/\d{1,2}\s?(?:va|,|;)\s?\d{1,2}/\d{1,2}\s(?:hang|moi)\snam"
    r"|(?:2|02|hai)\s(?:lan|ky|dot)\s?(?:/|trong|mot)\s?nam[\s(,:]{1,3}(?:vao\s)?thang\s\d{1,2}\s?(?:va|,)\s?(?:thang\s)?\d"
)
""" "Trước 20/6 và 20/12 hằng năm", "02 lần/năm (tháng 6, tháng 12)"."""


def due_in_cell(text: str, folded: str, start: int, end: int, calendar: Calendar) -> Due | None:
    printed = text[start:end].strip(" .;")
    words = folded[start:end]
    if len(printed) < 2 and _bare(words, calendar) is None:
        return None
    begin = start + len(text[start:end]) - len(text[start:end].lstrip(" .;"))
    if _WHILE.search(words):
        return None
    meant, recurrence = _meant(words, calendar), _recurrence(words)
    if recurrence is None and meant is None and ONGOING_ONLY.search(words):
        recurrence = "ongoing"
    if meant is None and recurrence is None and not (_TIME.search(words) or _bare(words, calendar)):
        return None
    day = None if recurrence else meant.day if meant else _other_day(words, calendar)
    doubts = []
    if day and meant and meant.inferred and not calendar.knows_year_of(day):
        doubts.append("due_year")
    if (day and is_vague(words)) or (recurrence == "ongoing" and _ALL_YEAR.fullmatch(words.strip(" .;"))):
        doubts.append("due_vague")
    return Due(printed, day, recurrence, begin, begin + len(printed), tuple(doubts))


_WHILE = re.compile(r"(?:trong )?suot (?:thoi gian|qua trinh) (?:dien ra|to chuc|thi dau)")
""" "Trong suốt thời gian diễn ra hội thao": as long as something else takes."""
_ALL_YEAR = re.compile(r"(?:trong )?(?:ca|suot|quanh) nam|trong suot nam")
""" "Cả năm": all the time, or by the year's end."""


def _meant(words: str, calendar: Calendar) -> Meant | None:
    year = _ONLY_YEAR.fullmatch(words)
    if year:
        return Meant(date(int(year[1]), 12, 31), False)
    last = _EXACT_LAST.search(words)
    if last and DUE.search(words, 0, last.start()) and (exact := DUE.fullmatch(last[1].strip())):
        return meant_by(exact, calendar)
    begins = _BEGINS.match(words) or _ONWARD.search(words)
    times = [match for match in DUE.finditer(words) if not (is_start(match) or _is_begun(match, begins))]
    found = [meant for match in times if (meant := meant_by(match, calendar)) is not None]
    if not found and begins is None:
        found = [Meant(last_of_month(int(year), int(month)), False) for month, year in _MONTH_YEAR.findall(words)]
    return max(found, default=None) or _bare(words, calendar)


def _is_begun(match: re.Match[str], begins: re.Match[str] | None) -> bool:
    """Whether one time stands right beside words of beginning."""
    beside = begins is not None and (match.start() <= begins.end() or match.end() == begins.start())
    return beside and is_only(match)


_BEGINS = re.compile(r"\s*(?:bat dau )?(?:ke )?tu\s(?!nam hoc)")
_ONWARD = re.compile(r"\stro di[\s.;]*$")
""" "Từ quý II/2025", "Tháng 3/2025 trở đi": when the work begins, not when it is due."""


def _bare(words: str, calendar: Calendar) -> Meant | None:
    """The end of the month or quarter of which only the number is printed."""
    month, quarter = _BARE_MONTHS.fullmatch(words), _BARE_QUARTER.fullmatch(words)
    last = int(month[1]) if month else 3 * QUARTERS[quarter[1]] if quarter else None
    year = calendar.year_of(last) if last else None
    return Meant(last_of_month(year, last), True) if year and last else None


def _recurrence(words: str) -> str | None:
    every = EVERY.search(words)
    if every is None:
        return None
    return "half_yearly" if YEARLY_TWICE.search(words) else recurrence_of(every)


def _other_day(words: str, calendar: Calendar) -> date | None:
    after = DAYS_AFTER.search(words)
    if after:
        return counted(after, calendar)
    if calendar.until and _OWN_PERIOD.fullmatch(words.strip(" .;,()")):
        return calendar.until
    year_end = YEAR_END.search(words)
    return date(calendar.year, 12, 31) if year_end and calendar.year and calendar.is_for_one_year else None
