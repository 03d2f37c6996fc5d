"""Lengths for bars drawn in SVG, where a strict content policy forbids style attributes."""

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

MANY_DAYS = 2 * 366
_ROOM_FOR_NOTE = 0.8
ROW_HEIGHT = 25
"""Of a line of time, in pixels, as timeline.css has it."""


def percent_of(part: float, whole: float) -> str:
    """An SVG length such as `75%`, held between 0 and 100."""
    ratio = part / whole if whole else 0
    return f"{min(max(ratio, 0), 1) * 100:.3f}".rstrip("0").rstrip(".") + "%"


@dataclass(frozen=True, slots=True)
class Share:
    """One part of a bar: `state` names its fill."""

    state: str
    label: str
    count: int
    x: str = "0%"
    width: str = "0%"


def shares(parts: Iterable[tuple[str, str, int]]) -> list[Share]:
    """Parts (state, label, count) laid side by side along one bar."""
    rows = list(parts)
    whole = sum(count for _, _, count in rows)
    placed, before = [], 0
    for state, label, count in rows:
        placed.append(Share(state, label, count, percent_of(before, whole), percent_of(count, whole)))
        before += count
    return placed


@dataclass(frozen=True, slots=True)
class Month:
    number: int
    year: int
    x: str
    middle: str
    opens_year: bool
    is_named: bool


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Whole months from `start` to `end`; places of days along the line in percent."""

    start: date
    end: date
    today: date

    @classmethod
    def covering(cls, days: Iterable[date], today: date) -> "TimeScale":
        """From the first day of the earliest month to the last day of the latest."""
        known = [*days, today]
        last = max(known)
        return cls(min(known).replace(day=1), last.replace(day=calendar.monthrange(last.year, last.month)[1]), today)

    @property
    def length(self) -> int:
        return (self.end - self.start).days + 1

    def at(self, day: date) -> str:
        return percent_of((day - self.start).days, self.length)

    def wide(self, first: date, last: date) -> str:
        """Width of the days from `first` up to, not with, `last`, inside the scale."""
        first, last = max(first, self.start), min(last, self.end + timedelta(days=1))
        return percent_of((last - first).days, self.length)

    @property
    def now(self) -> str:
        return self.at(self.today)

    def months(self) -> Iterator[Month]:
        """All months; on a line of years only the first of each quarter is named, so that names keep apart."""
        named = range(1, 13) if self.length < MANY_DAYS else (1, 4, 7, 10)
        day = self.start
        while day <= self.end:
            days = calendar.monthrange(day.year, day.month)[1]
            middle = self.at(day + timedelta(days=days // 2))
            opens_year = day.month == 1 or day == self.start
            yield Month(day.month, day.year, self.at(day), middle, opens_year, day.month in named)
            day += timedelta(days=days)


@dataclass(frozen=True, slots=True)
class TimeBar:
    """One task on the line: done so far, left, and over the due day; `note` stands after the bar.

    `after` is the day on which the task that comes first ends, `rows_up` how many rows above this one it stands; 0: it
    is not shown.
    """

    scale: TimeScale
    start: date
    due: date
    ratio: float = 0
    done_on: date | None = None
    note: str = ""
    tone: str = ""
    after: date | None = None
    rows_up: int = 0

    @property
    def after_x(self) -> str:
        return self.scale.at(self.after) if self.after else ""

    @property
    def after_y(self) -> int:
        """Where the line from the bar that comes first begins, seen from this row: rows are equally high."""
        return 12 - ROW_HEIGHT * self.rows_up

    @property
    def arrow_up(self) -> bool:
        """The bar that comes first stands below this one."""
        return self.rows_up < 0

    @property
    def last(self) -> date:
        return self.done_on or max(self.due, self.scale.today if self.tone == "late" else self.due)

    @property
    def x(self) -> str:
        return self.scale.at(self.start)

    @property
    def whole(self) -> str:
        return self.scale.wide(self.start, self.last)

    @property
    def part(self) -> str:
        end = self.done_on or self.start + (self.due - self.start) * self.ratio
        return self.scale.wide(self.start, end)

    @property
    def over_x(self) -> str:
        return self.scale.at(self.due)

    @property
    def over(self) -> str:
        late = self.tone == "late" and self.scale.today > self.due
        return self.scale.wide(self.due, self.scale.today) if late else "0%"

    @property
    def note_x(self) -> str:
        return self.scale.at(self.last)

    @property
    def note_within(self) -> bool:
        """The bar ends so far to the right that the note has room only before its end."""
        return (self.last - self.scale.start).days > _ROOM_FOR_NOTE * self.scale.length
