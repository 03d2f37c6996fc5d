"""The horizon of a whole plan, from its subject: "đến năm 2025", "giai đoạn 2021 - 2025", "quý I năm 2023"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.layout.fold import fold

_VISION = re.compile(r",?\s*(?:va )?(?:tam nhin|dinh huong|huong toi)\b.*")
_PERIOD = re.compile(
    r"(?:giai doan|nhiem ky|cac nam|tu nam|nam hoc|thoi ky)\s*(?:\d{4})\s*(?:-|den|toi)\s*(?:nam\s)?(?P<year>20\d\d)"
)
_UNTIL = re.compile(r"(?:den|toi)\s(?:het\s|cuoi\s)?(?:nam\s)(?P<year>20\d\d)")
_DAY = re.compile(r"(?:den|truoc)\s(?:het\s)?(?:ngay\s)?(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>20\d\d)")
_QUARTER = re.compile(r"quy\s(?P<quarter>iv|i{1,3}|[1-4])\s?(?:/|nam\s|,?\s?nam\s|-)\s?(?P<year>20\d\d)")
_HALF = re.compile(r"6 thang (?P<half>dau|cuoi) nam (?P<year>20\d\d)")
_MONTH = re.compile(r"\bthang\s(?P<month>\d{1,2})\s?(?:/|nam\s|-)\s?(?P<year>20\d\d)")
_RANGE = re.compile(r"\b20\d\d\s*-\s*(?P<year>20\d\d)")
_YEAR = re.compile(r"\bnam\s(?P<year>20\d\d)")
_OWN_YEAR = re.compile(r"(?<!den)(?<!toi)(?<!het)(?<!cuoi)\snam (?P<year>20\d\d)$")
""" "Nhiệm vụ của Đề án ... giai đoạn 2022 - 2025 trên địa bàn tỉnh năm 2023": the plan is for its own year."""
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def horizon_of(subject: str | None, issued: date | None) -> date | None:
    """The last day that the subject of a plan names, or None."""
    if subject is None:
        return None
    whole = fold(subject)
    year = _OWN_YEAR.search(whole)
    period = _PERIOD.search(whole)
    if year and period and int(year["year"]) < int(period["year"]):
        return date(int(year["year"]), 12, 31)
    folded = _VISION.sub("", whole)
    day = _DAY.search(folded)
    if day:
        try:
            return date(int(day["year"]), int(day["month"]), int(day["day"]))
        except ValueError:
            return None
    for pattern in (_PERIOD, _UNTIL):
        found = pattern.search(folded)
        if found:
            return date(int(found["year"]), 12, 31)
    return _within_a_year(folded)


_TWO_YEARS = re.compile(
    r"(?:nam hoc|nien do|nien khoa|vu|mua)[a-z ]{0,20}(?P<first>20\d\d)\s?(?:-|,|den)\s?(?P<next>20\d\d)"
)


_NEW_YEAR = re.compile(r"(?<![a-z])(?:tet|xuan)(?![a-z])")


def over_new_year(subject: str | None, issued: date | None) -> bool:
    """Whether a plan is for a time that begins in the year of the paper: "năm học 2023 - 2024", "Tết năm 2022"."""
    folded = fold(subject) if subject and issued else ""
    if issued and _NEW_YEAR.search(folded) and re.search(rf"(?<!\d){issued.year + 1}(?!\d)", folded):
        return True
    years = _TWO_YEARS.search(folded)
    first = int(years["first"]) if years else 0
    return years is not None and issued is not None and int(years["next"]) == first + 1 == issued.year + 1


def _within_a_year(folded: str) -> date | None:
    quarter = _QUARTER.search(folded)
    if quarter:
        return last_of_month(int(quarter["year"]), 3 * _QUARTERS[quarter["quarter"]])
    half = _HALF.search(folded)
    if half:
        return last_of_month(int(half["year"]), 6 if half["half"] == "dau" else 12)
    month = _MONTH.search(folded)
    if month and 1 <= int(month["month"]) <= 12:
        return last_of_month(int(month["year"]), int(month["month"]))
    years = [int(found["year"]) for pattern in (_RANGE, _YEAR) for found in pattern.finditer(folded)]
    return date(max(years), 12, 31) if years else None


def last_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
