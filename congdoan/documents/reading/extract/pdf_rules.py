"""The ruled lines of a PDF page, and the grid of cells that they draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

_THIN = 3.0
_LEAST_LENGTH = 6.0
_NEAR = 3.5
_MOST_OBJECTS = 20_000


class Rule(NamedTuple):
    """A line at `at` (x of a vertical, y of a horizontal one) from `start` to `end`, in PDF points from the bottom."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Grid:
    """`xs` from left to right, `ys` from top to bottom; the rules say which neighbours are merged."""

    xs: list[float]
    ys: list[float]
    vertical: list[Rule]
    horizontal: list[Rule]

    def parted_left(self, row: int, column: int) -> bool:
        """Whether a line stands between a cell and the one at its left."""
        middle = (self.ys[row] + self.ys[row + 1]) / 2
        return _covered(self.vertical, self.xs[column], middle)

    def parted_above(self, row: int, column: int) -> bool:
        middle = (self.xs[column] + self.xs[column + 1]) / 2
        return _covered(self.horizontal, self.ys[row], middle)


def _covered(rules: list[Rule], at: float, point: float) -> bool:
    return any(abs(rule.at - at) < _NEAR and rule.start - 1 <= point <= rule.end + 1 for rule in rules)


def grid_of(page: pdfium.PdfPage) -> Grid | None:
    """The grid of the ruled table on a page, or None when there is none of at least 3 columns."""
    vertical, horizontal = _rules(page)
    xs = _clusters([rule.at for rule in vertical])
    ys = _clusters([rule.at for rule in horizontal])[::-1]
    if len(xs) < 4 or len(ys) < 2:
        return None
    return Grid(xs, ys, vertical, horizontal)


def _rules(page: pdfium.PdfPage) -> tuple[list[Rule], list[Rule]]:
    vertical: list[Rule] = []
    horizontal: list[Rule] = []
    for count, drawn in enumerate(page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_PATH], max_depth=2)):
        if count > _MOST_OBJECTS:
            break
        left, bottom, right, top = drawn.get_bounds()
        width, height = right - left, top - bottom
        if width <= _THIN and height >= _LEAST_LENGTH:
            vertical.append(Rule((left + right) / 2, bottom, top))
        elif height <= _THIN and width >= _LEAST_LENGTH:
            horizontal.append(Rule((bottom + top) / 2, left, right))
        elif width > 15 and height > 8:
            vertical += [Rule(left, bottom, top), Rule(right, bottom, top)]
            horizontal += [Rule(bottom, left, right), Rule(top, left, right)]
    return vertical, horizontal


def _clusters(values: list[float]) -> list[float]:
    """Positions that differ by less than a line's width are one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found
