"""Days, months, quarters, halves and years as papers write them, over folded text, and the day they end on."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.due.calendar import Calendar
from congdoan.documents.reading.header.horizon import last_of_month

QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_MONTHS = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:20\d\d|[23]\d(?![\d/]))"
_AND = r"\s?(?:,|va|den|-|;|&|\+|hoac)\s?"
DAY = (
    rf"(?:(?P<d0>\d{{1,2}})\s?(?:-|,|va|den)\s?(?:ngay\s)?){{0,3}}(?P<d>\d{{1,2}})\s?(?:(?P<sign>[/.-])\s?(?P<m>{_MONTHS})\s?(?P=sign)\s?(?P<y>{_YEAR})"
    rf"|thang\s(?P<lm>{_MONTHS})\s?,?\s?(?:nam\s|/\s?)(?P<ly>20\d\d))"
)
DAY_MONTH = (
    rf"(?<!tuan )(?<!tuan thu )(?:(?P<sd0>\d{{1,2}})\s?(?:,"
    rf"|va|-)\s?(?:ngay\s)?){{0,3}}(?P<sd>\d{{1,2}})\s?(?:/\s?(?P<sm>{_MONTHS})(?![/\d])"
    rf"|thang\s(?P<slm>{_MONTHS})(?!\s?(?:/|nam\s2)|\d))"
)
_QUARTER_NAME = r"(?:iv|i{1,3}|[1-4])"
QUARTER = (
    rf"(?:qu[yi]\s|q\.?\s?)(?P<q1>{_QUARTER_NAME})(?:{_AND}(?:qu[yi]\s|q\.?)?(?P<q2>{_QUARTER_NAME})(?![a-z0-9])){{0,3}}(?![a-z])"
    r"(?:\s?(?:/|-|,?\s?nam|\.)\s?(?P<qy>20\d\d))?"
)
MONTH = (
    rf"(?:tuan\s(?:\d|dau|cuoi|thu\s\w+)\s(?:cua\s)?)?(?:thang\s|t\.?(?=\d))(?P<mo1>{_MONTHS})"
    rf"(?:{_AND}(?:thang\s|t)?(?P<mo2>{_MONTHS})(?!\d)){{0,5}}\s?(?:/|,?\s?nam|-)\s?(?P<moy>20\d\d)"
)
BARE_MONTH = (
    rf"(?:tuan\s(?:\d|dau|cuoi|thu\s\w+)\s(?:cua\s)?)?thang\s(?P<bm>{_MONTHS})(?:{_AND}(?:thang\s(?P<bm2>{_MONTHS})"
    rf"|(?P<bm3>{_MONTHS})(?=\s*(?:[.;)|\n]|,\s?\d|va\s\d|$)))){{0,5}}(?![\d/])"
)
HALF = r"(?:(?:6|sau|06)\sthang|nua)\s(?:nam\s)?(?P<half>dau|cuoi)(?:\snam)?(?:\s(?:nam\s)?(?P<hy>20\d\d)|(?<=nam))"
NINE = r"(?:9|chin|09)\sthang(?:\sdau)?\snam\s(?P<ny>20\d\d)"
YEAR = r"(?:nam\s)(?P<yr>20\d\d)(?:\s?-\s?(?:nam\s)?(?P<yr2>20\d\d))?"
YEARS = r"(?:(?:02|03|[2-5]|hai|ba) nam,?\s|cac nam\s)?\(?(?P<ys>20\d\d)\s?-\s?(?P<ye>20\d\d)"
NAMED = r"thang\s(?P<named>thanh nien|cong nhan|hanh dong vi tre em)(?:\s(?:nam\s)?(?P<nay>20\d\d))?"
_NAMED_MONTHS = {"thanh nien": 3, "cong nhan": 5, "hanh dong vi tre em": 6}
"""Months that campaigns of every year are called after."""
DATES = rf"(?:{DAY}|{DAY_MONTH}|{QUARTER}|{MONTH}|{HALF}|{NINE}|{YEARS}|{YEAR}|{BARE_MONTH}|{NAMED})"

SIGN = re.compile(r"\d|q(?:u[yi])?[.\s]{0,2}i|(?:thang|nua)\s(?:nam\s)?(?:dau|cuoi)|thang\s(?:thanh|cong|hanh)")
"""In whatever DATES matches; a look for it is quicker than a search for dates."""


class Meant(NamedTuple):
    """The last day of what is printed; `inferred`: no year is printed."""

    day: date
    inferred: bool


def meant_by(match: re.Match[str], calendar: Calendar) -> Meant | None:
    """The day that a match of DATES means; None for one that does not exist, or whose year cannot be known."""
    if match["d"]:
        year = match["y"] or match["ly"]
        return _meant(_exact(int(year) + (2000 if len(year) == 2 else 0), match["m"] or match["lm"], match["d"]), False)
    if match["sd"]:
        return _meant(_exact(_year_of_day(match, calendar), match["sm"] or match["slm"], match["sd"]), True)
    if match["q1"]:
        return _month_end(match["qy"], calendar, 3 * QUARTERS[match["q2"] or match["q1"]])
    if match["moy"]:
        return _month_end(match["moy"], calendar, int(match["mo2"] or match["mo1"]))
    if match["half"]:
        return _month_end(match["hy"], calendar, 6 if match["half"] == "dau" else 12)
    if match["ny"]:
        return _month_end(match["ny"], calendar, 9)
    if match["named"]:
        return _month_end(match["nay"], calendar, _NAMED_MONTHS[match["named"]])
    if match["bm"]:
        return _month_end(None, calendar, max(int(match[month] or 0) for month in ("bm", "bm2", "bm3")))
    year = match["ye"] or match["yr2"] or match["yr"]
    if match["yr"] and not match["yr2"] and (match.groupdict().get("lead") or "").rstrip().endswith("truoc"):
        year = str(int(year) - 1)  # "trước năm 2025"
    return _month_end(year, calendar, 12)


def _month_end(printed: str | None, calendar: Calendar, month: int) -> Meant | None:
    year = printed or calendar.year_of(month)
    return Meant(last_of_month(int(year), month), printed is None) if year else None


def _year_of_day(match: re.Match[str], calendar: Calendar) -> int | None:
    return calendar.year_of(int(match["sm"] or match["slm"]), int(match["sd"]))


def _meant(day: date | None, inferred: bool) -> Meant | None:
    return Meant(day, inferred) if day else None


def _exact(year: int | None, month: str, day: str) -> date | None:
    try:
        return date(year, int(month), int(day)) if year else None
    except ValueError:
        return None
