"""The ruled lines on the picture of a page: found for its tables, and taken away so that letters stand free."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PIL import Image, ImageDraw

from congdoan.documents.reading.extract.pdf_rules import Rule, Rules

_CELLS_PER_INCH = 6
_DARK = 140
_FULL = 200
_LEAST_CELLS = 3
_LEAST_UPRIGHT = 2


class Stroke(NamedTuple):
    """A dark run from `start` to `end` along a row or column of pixels, from `first` to `last` of these."""

    first: int
    last: int
    start: int
    end: int


def take_lines(picture: Image.Image, dpi: int) -> tuple[Image.Image, Rules]:
    """The picture without the lines of its tables, and these lines in points. Without a table it stays as it is."""
    cell = max(dpi // _CELLS_PER_INCH, 8)
    ink = picture.point([255 if value < _DARK else 0 for value in range(256)])
    upright = list(_strokes(ink.transpose(Image.Transpose.TRANSPOSE), cell))
    if len(upright) < _LEAST_UPRIGHT:
        return picture, Rules([], [])
    level = list(_strokes(ink, cell))
    picture = picture.copy()
    pen = ImageDraw.Draw(picture)
    for stroke in level:
        pen.rectangle((stroke.start - 2, stroke.first - 1, stroke.end + 2, stroke.last + 1), fill=255)
    for stroke in upright:
        pen.rectangle((stroke.first - 1, stroke.start - 2, stroke.last + 1, stroke.end + 2), fill=255)
    return picture, Rules(_rules(upright, 72 / dpi, cell), _rules(level, 72 / dpi, cell))


def _strokes(ink: Image.Image, cell: int) -> Iterator[Stroke]:
    """Long level runs of ink, those on neighbouring rows of pixels as one."""
    cells = ink.reduce((cell, 1)).point([1 if value >= _FULL else 0 for value in range(256)])
    width, pixels = cells.width, cells.tobytes()
    open_strokes: list[Stroke] = []
    for y in range(cells.height):
        row = pixels[y * width : (y + 1) * width]
        runs = list(_runs(row, cell)) if b"\1" * _LEAST_CELLS in row else []
        kept: list[Stroke] = []
        for stroke in open_strokes:
            near = next((run for run in runs if run[0] < stroke.end and run[1] > stroke.start), None)
            if near is not None:
                runs.remove(near)
                kept.append(Stroke(stroke.first, y, min(stroke.start, near[0]), max(stroke.end, near[1])))
            elif y - stroke.last < 3:
                kept.append(stroke)
            elif stroke.last - stroke.first < cell:
                yield stroke
        open_strokes = kept + [Stroke(y, y, start, end) for start, end in runs]
    yield from (stroke for stroke in open_strokes if stroke.last - stroke.first < cell)


def _runs(row: bytes, cell: int) -> Iterator[tuple[int, int]]:
    at = row.find(1)
    while at >= 0:
        end = row.find(0, at)
        end = len(row) if end < 0 else end
        if end - at >= _LEAST_CELLS:
            yield at * cell, end * cell
        at = row.find(1, end)


def _rules(strokes: list[Stroke], scale: float, cell: int) -> list[Rule]:
    """In points. A stroke may reach almost one cell farther on both sides than it was measured."""
    return [
        Rule((stroke.first + stroke.last) / 2 * scale, (stroke.start - cell) * scale, (stroke.end + cell) * scale)
        for stroke in strokes
    ]
