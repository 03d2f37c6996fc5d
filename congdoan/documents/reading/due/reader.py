"""Reads time limits: the printed words, the day they mean, and whether they come again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from congdoan.documents.reading.due.grammar import (
    AFTER,
    DAYS_AFTER,
    DUE,
    EVERY,
    ONGOING_ONLY,
    WORKING_PAPER,
)
from congdoan.documents.reading.header.horizon import last_of_month
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.model import Due

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_AGAIN = {"nam": "yearly", "quy": "quarterly", "thang": "monthly"}
_VERB = re.compile(
    r"(?:phai\s)?(?:hoan thanh|xong|gui|bao cao|ket thuc|thuc hien|la|thoi gian)\s(?:xong\s)?"
    r"(?=truoc|trong|cham|muon|khong qua|den|vao|tu|ngay|quy|thang|nam|het|cuoi|dinh ky|hang|moi|thuong)"
)
_DIGITS = re.compile(r"[0-9]+")
_TIME_WORDS = ("quy i", "hang ", "moi ", "dinh ky", "thuong xuyen", "ngay sau")
"""Without a figure or one of these no words set a limit."""
_YEAR = re.compile(r"20\d\d")


@dataclass(frozen=True, slots=True)
class Calendar:
    """What an unwritten year or "from the day of signing" refers to."""

    issued: date | None = None
    until: date | None = None

    @property
    def year(self) -> int | None:
        """The year meant where none is printed: that of a plan for one year, else the paper's own."""
        if self.until and (self.issued is None or self.until.year - self.issued.year <= 1):
            return self.until.year
        return self.issued.year if self.issued else None


def due_in_cell(text: str, folded: str, start: int, end: int, calendar: Calendar) -> Due | None:
    """The time limit of a table cell or of a line "Thời gian: ..."; its whole text is the limit."""
    printed = text[start:end].strip(" .;")
    if len(printed) < 2:
        return None
    words = folded[start:end]
    begin = start + len(text[start:end]) - len(text[start:end].lstrip())
    stop = begin + len(printed)
    every = EVERY.search(words)
    dates = [found for match in DUE.finditer(words) if (found := _day_of(match, calendar)) is not None]
    recurrence = _recurrence(every, words)
    if recurrence is None and ONGOING_ONLY.search(words) and not dates:
        recurrence = "ongoing"
    after = DAYS_AFTER.search(words)
    if not dates and recurrence is None and after:
        counted = _counted(after, calendar)
        return Due(printed, counted, None, begin, stop)
    day = max(dates) if dates and recurrence is None else None
    if day is None and recurrence is None and not any(letter.isdigit() for letter in words) and not _is_time(words):
        return None
    return Due(printed, day, recurrence, begin, stop)


def _is_time(words: str) -> bool:
    return re.search(r"ngay|thang|quy|nam|khi|theo|dip|sau|truoc|tuan", words) is not None


def due_in_sentence(
    text: str, folded: str, start: int, end: int, calendar: Calendar, without: list[tuple[int, int]]
) -> Due | None:
    """The time limit that running text sets. `without`: spans of citations, whose days are no limits."""
    windows = _windows(folded, start, end, without)
    if not windows:
        return None
    best: Due | None = None
    for match in (limit for first, last in windows for limit in EVERY.finditer(folded, first, last)):
        if _inside(match.start(), without) or not _states_rhythm(folded, match, start, end):
            continue
        best = _due(text, match.start(), match.end(), None, _recurrence(match, match.group()))
    dated = _dated(text, folded, (start, end), windows, calendar, without)
    if best is not None and (dated is None or _governs(best, dated)):
        return best
    return dated or _relative(text, folded, start, end, calendar, without)


def _windows(folded: str, start: int, end: int, without: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches of a passage in which a limit can stand: around figures and words of time."""
    hints = [digits.start() for digits in _DIGITS.finditer(folded, start, end)]
    for word in _TIME_WORDS:
        at = folded.find(word, start, end)
        while at >= 0:
            hints.append(at)
            at = folded.find(word, at + 1, end)
    windows: list[tuple[int, int]] = []
    for hint in sorted(hints):
        if _inside(hint, without):
            continue
        first, last = max(start, hint - 64), min(end, hint + 64)
        if windows and first <= windows[-1][1]:
            windows[-1] = (windows[-1][0], last)
        else:
            windows.append((first, last))
    return windows


def _governs(rhythm: Due, dated: Due) -> bool:
    """A rhythm that comes first, or a day without a year beside a rhythm ("hằng năm ... trước ngày 31/01")."""
    return dated.recurrence is None and (rhythm.start < dated.start or _YEAR.search(dated.text) is None)


def _dated(
    text: str,
    folded: str,
    passage: tuple[int, int],
    windows: list[tuple[int, int]],
    calendar: Calendar,
    without: list[tuple[int, int]],
) -> Due | None:
    found: Due | None = None
    for match in (limit for first, last in windows for limit in DUE.finditer(folded, first, last)):
        if _inside(match.start(), without) or not _is_limit(folded, match, *passage):
            continue
        recurrence = _AGAIN[match["unit"]] if match["again"] else None
        day = None if recurrence else _day_of(match, calendar)
        if day is None and recurrence is None:
            continue
        due = _due(text, match.start(), match.end(), day, recurrence)
        if (
            found is None
            or (due.date and found.date and due.date > found.date and due.start - found.end < 15)
            or (found.recurrence is None and recurrence)
        ):
            found = due
    return found


def _relative(
    text: str, folded: str, start: int, end: int, calendar: Calendar, without: list[tuple[int, int]]
) -> Due | None:
    ongoing = _ONGOING_END.search(folded, start, end)
    if ongoing:
        return _due(text, ongoing.start("words"), ongoing.end("words"), None, "ongoing")
    counted = DAYS_AFTER.search(folded, start, end)
    if counted and not _inside(counted.start(), without):
        return _due(text, counted.start(), counted.end(), _counted(counted, calendar), None)
    after = AFTER.search(folded, start, end)
    if after and not _inside(after.start(), without):
        return _due(text, after.start(), after.end(), None, None)
    return None


def _due(text: str, start: int, end: int, day: date | None, recurrence: str | None) -> Due:
    verb = _VERB.match(fold(text[start:end]))
    start += verb.end() if verb else 0
    printed = text[start:end].rstrip(" ,.;")
    return Due(printed, day, recurrence, start, start + len(printed))


def _inside(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


_ONGOING_END = re.compile(
    r"(?<!nhiem vu)(?<!cong viec)(?<!viec lam)(?<!hoat dong)[ (](?P<words>(?:thuc hien )?thuong "
    r"xuyen(?:,? lien tuc)?)[.;)]*(?=\n|$)"
)
_ANNIVERSARY = re.compile(r"(?:ky niem|thanh lap|truyen thong)[^.;:]{0,60}$")
_FIRM = re.compile(
    r"truoc|cham nhat|muon nhat|khong qua|\bhan\b|xong|hoan thanh|trong|vao|den het|den cuoi|het"
    r"|cuoi|dip|thoi gian|gui|bao cao|ket thuc|\bla\b"
)
_NOT_LIMIT = re.compile(
    r"(?:giai doan|tam nhin|dinh huong|nhiem ky|nam hoc|ngan sach|du toan|so voi|ke hoach"
    r"|chuong trinh|de an|nghi quyet|quyet dinh|thang"
    r"|ket qua|chi tieu|muc tieu|bao cao|tong ket|so ket|chu de|he|phong trao|kinh phi|luat|tu"
    r"|cua|ve|cho|tet|khoa|theo|tinh den|cong tac)\s?$"
)
_NAME_BEFORE = re.compile(
    r"(?:de an|chuong trinh|chien luoc|quy hoach|ke hoach|nghi quyet|du an|phong trao|cuoc thi)\s[^,.;:()]{3,120}$"
)


def _is_limit(folded: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether a day in running text limits the work, and is not part of a paper's name or of a period."""
    lead = match["lead"] or ""
    before = folded[max(start, match.start() - 140) : match.start()]
    if WORKING_PAPER.search(before + lead) or re.match(
        r"\s?(?:,|va)?\s?(?:dinh huong|tam nhin)", folded[match.end() : end]
    ):
        return False
    exact = match["d"] or match["sd"]
    if exact:
        return bool(lead) or (
            _ANNIVERSARY.search(before) is None
            and (before.rstrip().endswith(("(", ":", ";")) or before.endswith("ngay "))
        )
    if not lead:
        return before.rstrip().endswith(("(", ":")) or (
            before == "" and (match.end() >= end - 2 or folded[match.end()] in ":,")
        )
    if not _FIRM.search(lead):
        return not _NAME_BEFORE.search(before) and not _NOT_LIMIT.search(before)
    if lead.startswith(("trong", "vao")) and (match["yr"] or match["ys"]):
        return not _NAME_BEFORE.search(before[-60:])
    return True


_NAMED_THING = re.compile(
    r"\b(?:(?:ke hoach|chuong trinh)(?:\s[a-z]+){0,3}|chi tieu|nhiem vu|cong tac|du toan|kinh "
    r"phi|ket qua|dai hoi|quyet toan|le"
    r"|nghi phep|phat dong)$"
)
_RHYTHMIC = re.compile(
    r"\b(?:dinh ky|thuc hien|to chuc|vao|truoc|lan|ra soat|cap nhat|kiem tra|it nhat|toi thieu|so ket|tong ket|danh gia"
    r"|bao cao|hop|tap huan)$"
)


def _states_rhythm(folded: str, match: re.Match[str], start: int, end: int) -> bool:
    """ "Hằng năm tổ chức ..." sets a rhythm; "kế hoạch hằng năm" only names a plan."""
    before = folded[max(start, match.start() - 80) : match.start()].rstrip()
    if match["at"] or before == "" or before.endswith((",", ";", ".", ":", "(", "-")):
        return True
    if _NAMED_THING.search(before):
        return False
    return _RHYTHMIC.search(before) is not None or match.end() >= end - 2


def _recurrence(every: re.Match[str] | None, words: str) -> str | None:
    if every is None:
        return None
    return next((kind for kind in ("half_yearly", "quarterly", "monthly", "yearly") if every[kind]), None)


def _counted(match: re.Match[str], calendar: Calendar) -> date | None:
    """Days counted from the day of the paper; None when they count from something else."""
    if calendar.issued is None or not re.match(
        r"(?:ngay )?(?:ky|ban hanh|nhan duoc (?:ke hoach|cong van|van ban) nay)", match["from"]
    ):
        return None
    count = int(match["count"])
    if match["unit"] == "thang":
        months = calendar.issued.month - 1 + count
        year, month = calendar.issued.year + months // 12, months % 12 + 1
        return date(year, month, min(calendar.issued.day, last_of_month(year, month).day))
    if match["working"]:
        return _working_days(calendar.issued, count)
    return calendar.issued + timedelta(days=count * (7 if match["unit"] == "tuan" else 1))


def _working_days(start: date, count: int) -> date:
    day = start
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def _day_of(match: re.Match[str], calendar: Calendar) -> date | None:
    if match["d"]:
        return _exact(match["y"] or match["ly"], match["m"] or match["lm"], match["d"])
    if match["sd"]:
        return _exact(calendar.year, match["sm"] or match["slm"], match["sd"])
    if match["q1"]:
        year = match["qy"] or calendar.year
        return last_of_month(int(year), 3 * _QUARTERS[match["q2"] or match["q1"]]) if year else None
    if match["moy"]:
        return last_of_month(int(match["moy"]), int(match["mo2"] or match["mo1"]))
    if match["half"]:
        year = match["hy"] or calendar.year
        return last_of_month(int(year), 6 if match["half"] == "dau" else 12) if year else None
    if match["ny"]:
        return last_of_month(int(match["ny"]), 9)
    if match["bm"]:
        return last_of_month(calendar.year, int(match["bm"])) if calendar.year else None
    return date(int(match["ye"] or match["yr2"] or match["yr"]), 12, 31)


def _exact(year: str | int | None, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day)) if year else None
    except ValueError:
        return None
