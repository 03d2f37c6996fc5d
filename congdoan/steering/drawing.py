"""A burn-up as lines in SVG: places along the line in percent, heights in a box that is stretched to the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from math import ceil, log10
from typing import Final

from congdoan.core.ui.drawing import TimeScale
from congdoan.steering.queries.burnup import Burnup, Line

WIDE: Final = 1000
HIGH: Final = 200
"""The box of the lines."""
_STEPS: Final = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class Rung:
    """A line across the picture; `y` in the box of HIGH."""

    figure: int
    y: float


@dataclass(frozen=True)
class BurnupDrawing:
    burnup: Burnup

    @cached_property
    def scale(self) -> TimeScale:
        return TimeScale(self.burnup.starts, self.burnup.ends, self.burnup.today)

    @cached_property
    def top(self) -> int:
        """The highest figure of the picture: a round one at or above all that is counted."""
        most = max(self.burnup.due.whole, self.burnup.done.whole, 1)
        return step_of(most) * ceil(most / step_of(most))

    @property
    def rungs(self) -> list[Rung]:
        step = step_of(self.top)
        return [Rung(figure, self._y(figure)) for figure in range(step, self.top + 1, step)]

    @property
    def due_path(self) -> str:
        return self._path(self.burnup.due, self.burnup.ends)

    @property
    def done_path(self) -> str:
        """It ends today."""
        return self._path(self.burnup.done, min(self.burnup.today, self.burnup.ends))

    @property
    def now_x(self) -> float:
        return self._x(self.burnup.today + timedelta(days=1))

    @property
    def due_y(self) -> float:
        return self._y(self.burnup.due_now)

    @property
    def done_y(self) -> float:
        return self._y(self.burnup.done_now)

    @property
    def now_percent(self) -> str:
        return f"{self.now_x / WIDE * 100:.2f}%"

    @property
    def is_late_half(self) -> bool:
        """Whether today stands in the right half, so that words beside it go to the left."""
        return self.now_x > WIDE / 2

    @property
    def words(self) -> str:
        """For those who do not see the picture."""
        burnup = self.burnup
        return (
            f"Đến {burnup.today:%d/%m/%Y}: phải xong {burnup.due_now}, đã nghiệm thu {burnup.done_now}, "
            f"trong tất cả {burnup.total} phần việc"
        )

    def _path(self, line: Line, until: date) -> str:
        return " ".join(_steps(self._points(line, until)))

    def _points(self, line: Line, until: date) -> Iterator[tuple[float, float]]:
        """From zero at the left; each figure holds at the end of its day."""
        yield 0.0, float(HIGH)
        for day, figure in zip(line.days, line.upto, strict=True):
            if day <= until:
                yield self._x(day + timedelta(days=1)), self._y(figure)
        yield self._x(until + timedelta(days=1)), self._y(line.on(until))

    def _x(self, day: date) -> float:
        return round(WIDE * min(max((day - self.scale.start).days / self.scale.length, 0), 1), 1)

    def _y(self, figure: int) -> float:
        return round(HIGH * (1 - figure / self.top), 1)


def _steps(points: Iterator[tuple[float, float]]) -> Iterator[str]:
    """A path that goes right, then up."""
    x, y = next(points)
    yield f"M{x:g} {y:g}"
    for x, y in points:
        yield f"H{x:g}V{y:g}"


def step_of(most: int) -> int:
    """A round distance between rungs, for three to six of them."""
    rough = max(most / 5, 1)
    power: int = 10 ** int(log10(rough))
    return next(step * power for step in _STEPS if step * power >= rough)


@dataclass(frozen=True, slots=True)
class MonthName:
    """`is_minor`: left out where there is little room."""

    words: str
    x: str
    is_minor: bool


def months_shown(scale: TimeScale, *, most: int = 14, few: int = 7) -> Sequence[MonthName]:
    """Names of months with their places, no more than there is room for; the year stands with its first month."""
    months = list(scale.months())
    every = next((one for one in (1, 3, 6, 12) if len(months) <= one * most), 12)
    shown = [month for month in months if (month.number - 1) % every == 0]
    return [
        MonthName(
            f"{month.number}/{month.year}" if month.number == 1 else f"{month.number}",
            month.middle,
            month.number != 1 and len(shown) > few,
        )
        for month in shown
    ]
