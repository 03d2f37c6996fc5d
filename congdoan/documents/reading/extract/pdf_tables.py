"""Ruled tables of PDF pages as rows: merged cells hold for their rows."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.extract.pdf_rules import Grid
from congdoan.documents.reading.extract.rows import Placed, Row, rows_of
from congdoan.documents.reading.extract.source import Box, SourceRow
from congdoan.documents.reading.layout.clean import clean_line


def parted(grid: Grid, words: Sequence[Placed]) -> tuple[list[Placed], list[Placed]]:
    """The words whose middle lies within a grid, and the others."""
    left, right, top, bottom = grid.xs[0], grid.xs[-1], grid.ys[0], grid.ys[-1]
    within: list[Placed] = []
    others: list[Placed] = []
    for word in words:
        x0, y0, x1, y1 = word.box
        held = left <= (x0 + x1) / 2 <= right and top <= (y0 + y1) / 2 <= bottom
        (within if held else others).append(word)
    return within, others


def rows_in(grid: Grid, words: Sequence[Placed], page: int) -> list[SourceRow]:
    """The rows of a grid that hold any of `words`, which stand inside it."""
    places = _by_cell(grid, words)
    above: list[str] = []
    rows: list[SourceRow] = []
    for row in range(len(grid.ys) - 1):
        cells = _cells(grid, places, row, above)
        if any(cells):
            box = Box(grid.xs[0], grid.ys[row], grid.xs[-1], grid.ys[row + 1])
            rows.append(SourceRow(tuple(cells), page=page, box=box))
        above = cells
    return rows


def _by_cell(grid: Grid, words: Sequence[Placed]) -> dict[tuple[int, int], list[Placed]]:
    places: dict[tuple[int, int], list[Placed]] = {}
    for word in words:
        row = _slot(grid.ys, (word.box.y0 + word.box.y1) / 2)
        column = _slot(grid.xs, (word.box.x0 + word.box.x1) / 2)
        places.setdefault((row, column), []).append(word)
    return places


def _slot(edges: list[float], at: float) -> int:
    return max(bisect(edges, at) - 1, 0)


def _cells(grid: Grid, places: dict[tuple[int, int], list[Placed]], row: int, above: list[str]) -> list[str]:
    """The texts of one row. Merged across: the first column has the text; merged down: every row has it."""
    columns = len(grid.xs) - 1
    cells = [""] * columns
    column = 0
    while column < columns:
        last = column
        while last + 1 < columns and not grid.parted_left(row, last + 1):
            last += 1
        if row and above and not grid.parted_above(row, column):
            cells[column] = above[column]
        else:
            bottom = row
            while bottom + 2 < len(grid.ys) and not grid.parted_above(bottom + 1, column):
                bottom += 1
            cell = [(y, x) for y in range(row, bottom + 1) for x in range(column, last + 1)]
            width = grid.xs[last + 1] - grid.xs[column]
            cells[column] = text_of([word for place in cell for word in places.get(place, ())], grid.xs[column], width)
        column = last + 1
    return cells


def text_of(words: Sequence[Placed], left: float = 0.0, width: float = 0.0) -> str:
    """The words of a cell, line by line; where `left` and `width` of the cell are known, names on lines of their own
    stay apart.
    """
    rows = rows_of(words)
    if not width or len(rows) < _LEAST_LINES:
        return clean_line(" ".join(word.text for row in rows for word in row.words))
    room = width - 2 * max(min(row.left - left for row in rows), 0.0)
    text = ""
    for at, row in enumerate(rows):
        line = " ".join(word.text for word in row.words)
        link = "; " if at and _ends_early(rows[at - 1], row, room) else " "
        text = f"{text}{link}{line}" if text else line
    return clean_line(text)


_LEAST_LINES = 2
_SPACE = 0.4
"""Of the letters' height: room between two words."""
_NAME = re.compile(
    r"(?:Ban|Phòng|Văn|Sở|Đ/c|Đồng|Ông|Bà|Tổ|Đội|Công|LĐLĐ|CĐCS|UBND|Ủy|Uỷ|Hội|Đoàn|Liên|Trung|Các|Chi)$"
)
"""The first word of a body's name, or before a person's."""


def _ends_early(above: Row, below: Row, room: float) -> bool:
    """Whether a line ends before the first word of the next, which begins a name, would find no room."""
    first = below.words[0]
    last = above.words[-1].text
    if not (_NAME.match(first.text) and last[-1:].isalnum() and len(above.words) > 1):
        return False
    needed = (above.right - above.left) + _SPACE * (above.bottom - above.top) + (first.box.x1 - first.box.x0)
    return needed < room
