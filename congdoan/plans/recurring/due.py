"""The day by which the work of a period must be done, from how the paper writes the limit."""

from __future__ import annotations

import re
from datetime import date, timedelta

from congdoan.core.periods import Period, last_of_month
from congdoan.core.text import fold

_DAY_AND_MONTH = re.compile(r"(?<!\d)(\d{1,2})(?:\s?/\s?|\sthang\s)(\d{1,2})(?![\d/])")
_DAY = re.compile(r"(?:ngay|truoc|vao)\s(?:ngay\s)?(\d{1,2})(?![\d/])")
_AFTERWARDS = re.compile(r"(?:thang|quy|ky|nam)\s(?:sau|tiep theo|ke tiep|lien ke)|thang dau(?: cua)? quy sau")
_FIRST_MONTH = re.compile(r"thang dau")
_SECOND_MONTH = re.compile(r"thang (?:thu hai|giua)")


def due_of(period: Period, words: str) -> date:
    """The day that `words` name in the period, or just after it ("ngày 05 tháng sau"); else its last day.

    "15/12 hằng năm" is that day of its year, "ngày 20 hằng tháng" that day of its month, "ngày 15 tháng cuối quý", or
    a day alone, that day of the last month. A day that a month does not have is its last one.
    """
    folded = fold(words)
    if _AFTERWARDS.search(folded):
        return _afterwards(period, folded)
    if _DAY_AND_MONTH.search(folded):
        return _named(period, folded)
    if alone := _DAY.search(folded):
        return _in_month(_month_meant(period, folded), int(alone[1]))
    return period.ends_on


def _afterwards(period: Period, folded: str) -> date:
    """A day of the next period's first month; its last day when none is told."""
    first = period.ends_on + timedelta(days=1)
    if _DAY_AND_MONTH.search(folded):
        return _named(period.following, folded)
    alone = _DAY.search(folded)
    return _in_month(first, int(alone[1])) if alone else last_of_month(first.year, first.month)


def _named(period: Period, folded: str) -> date:
    """The first day and month named that lies in the period ("15/6 và 15/12"), else the period's last day."""
    for named in _DAY_AND_MONTH.finditer(folded):
        if 1 <= int(named[2]) <= 12:
            day = _in_month(date(period.starts_on.year, int(named[2]), 1), int(named[1]))
            if period.starts_on <= day <= period.ends_on:
                return day
    return period.ends_on


def _month_meant(period: Period, folded: str) -> date:
    first = period.starts_on
    if _FIRST_MONTH.search(folded):
        return first
    if _SECOND_MONTH.search(folded):
        return last_of_month(first.year, first.month) + timedelta(days=1)
    return period.ends_on.replace(day=1)


def _in_month(month: date, day: int) -> date:
    return min(month.replace(day=1) + timedelta(days=max(day, 1) - 1), last_of_month(month.year, month.month))
