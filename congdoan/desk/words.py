"""The desk in words: the day, and what is late in one sentence."""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from congdoan.core.ui.words import number
from congdoan.worklist.queries.piles import MANY

WEEKDAYS: Final = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


class Phrase(NamedTuple):
    text: str
    tone: str = ""


def weekday(day: date) -> str:
    return WEEKDAYS[day.weekday()]


def capped(size: int) -> str:
    """A size as counted: 14, or 1.000+ when counting stopped."""
    return f"{number(MANY)}+" if size > MANY else number(size)


def sentence(*, late: int, week: int, decisions: int, decisions_late: int) -> list[Phrase]:
    """What presses, as phrases of one sentence: "2 việc quá hạn", "4 việc phải xong trong tuần này" ..."""
    return list(_phrases(late, week, decisions, decisions_late)) or [
        Phrase("Không có việc quá hạn hay phải xong trong tuần này")
    ]


def _phrases(late: int, week: int, decisions: int, decisions_late: int) -> Iterator[Phrase]:
    if late:
        yield Phrase(f"{capped(late)} việc quá hạn", "late")
    if week:
        yield Phrase(f"{capped(week)} việc phải xong trong tuần này")
    if decisions:
        yield Phrase(f"{capped(decisions)} việc chờ duyệt")
    if decisions_late:
        yield Phrase(f"trong đó {capped(decisions_late)} quá hạn", "late")
