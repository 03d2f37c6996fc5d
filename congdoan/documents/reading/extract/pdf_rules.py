"""The ruled lines of a PDF page, and the grids of cells that they draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from congdoan.documents.reading.extract.pdf_words import Frame

_THIN = 3.0
_LEAST_LENGTH = 6.0
_NEAR = 3.5
_MOST_OBJECTS = 20_000
_LEAST_COLUMNS = 2
_LEAST_RULES = 7
"""Lines of a small table; fewer underline words or set a note apart."""


class Rule(NamedTuple):
    """A line at `at` (x of a vertical, y of a horizontal one) from `start` to `end`, in points from the top left."""

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


@dataclass(frozen=True, slots=True)
class Rules:
    """All ruled lines of a page."""

    vertical: list[Rule]
    horizontal: list[Rule]

    def grids(self) -> list[Grid]:
        """The ruled tables of a page from top to bottom, each of at least two columns and two rows."""
        found = []
        for top, bottom in _stretches(self.vertical):
            vertical = [rule for rule in self.vertical if top - 1 <= rule.start and rule.end <= bottom + 1]
            horizontal = [rule for rule in self.horizontal if top - _NEAR <= rule.at <= bottom + _NEAR]
            xs, ys = _clusters([rule.at for rule in vertical]), _clusters([rule.at for rule in horizontal])
            if len(xs) > _LEAST_COLUMNS and len(ys) > 1:
                found.append(Grid(xs, ys, vertical, horizontal))
        return found

    def foot(self) -> float:
        """Where the last ruled table ends; 0 when there is none."""
        return max((grid.ys[-1] for grid in self.grids()), default=0.0)

    def levels(self, left: float, right: float) -> list[float]:
        """The heights of the lines that go most of the way from `left` to `right`."""
        lengths: dict[float, float] = {}
        for at in _clusters([rule.at for rule in self.horizontal]):
            parts = [rule for rule in self.horizontal if at - _NEAR <= rule.at <= at + _NEAR]
            lengths[at] = sum(max(min(rule.end, right) - max(rule.start, left), 0) for rule in parts)
        return sorted(at for at, length in lengths.items() if length > 0.6 * (right - left))


def is_ruled(page: pdfium.PdfPage) -> bool:
    """Whether so many lines are drawn on a page that they may part the cells of a table."""
    drawn = 0
    for at in range(pdfium_c.FPDFPage_CountObjects(page)):
        drawn += pdfium_c.FPDFPageObj_GetType(pdfium_c.FPDFPage_GetObject(page, at)) == pdfium_c.FPDF_PAGEOBJ_PATH
        if drawn >= _LEAST_RULES:
            return True
    return False


def rules_of(page: pdfium.PdfPage, frame: Frame) -> Rules:
    vertical: list[Rule] = []
    horizontal: list[Rule] = []
    for count, drawn in enumerate(page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_PATH], max_depth=2)):
        if count > _MOST_OBJECTS:
            break
        left, top, right, bottom = frame.turned(*drawn.get_bounds())
        width, height = right - left, bottom - top
        if width <= _THIN and height >= _LEAST_LENGTH:
            vertical.append(Rule((left + right) / 2, top, bottom))
        elif height <= _THIN and width >= _LEAST_LENGTH:
            horizontal.append(Rule((bottom + top) / 2, left, right))
        elif width > 15 and height > 8:
            vertical += [Rule(left, top, bottom), Rule(right, top, bottom)]
            horizontal += [Rule(bottom, left, right), Rule(top, left, right)]
    return Rules(vertical, horizontal)


def _stretches(vertical: list[Rule]) -> list[tuple[float, float]]:
    """From where to where upright lines stand side by side or one under the other, without a gap."""
    found: list[tuple[float, float]] = []
    for rule in sorted(vertical, key=lambda rule: rule.start):
        if found and rule.start <= found[-1][1] + _NEAR:
            found[-1] = (found[-1][0], max(found[-1][1], rule.end))
        else:
            found.append((rule.start, rule.end))
    return found


def _clusters(values: list[float]) -> list[float]:
    """Positions that differ by less than a line's width are one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found
