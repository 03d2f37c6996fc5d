"""Ruled tables of PDF pages as rows: merged cells hold for their rows, rows cut by a page break are whole again."""

from __future__ import annotations

import pypdfium2 as pdfium

from congdoan.documents.reading.extract.pdf_rules import Grid, grid_of
from congdoan.documents.reading.extract.source import Box, SourceItem, SourceLine, SourceRow
from congdoan.documents.reading.layout.clean import clean_line
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.layout.tables import is_layout

_HEADS = ("TT", "STT", "Tt", "Stt", "tt", "stt", "Số TT", "SỐ TT")
_HEAD_STARTS = ("tt ", "stt ", "tt\t", "so tt")


class TableFinder:
    """Reads tables page by page; remembers whether the last one went on to the foot of its page."""

    def __init__(self) -> None:
        self.open = False
        self.last: SourceRow | None = None

    def read(self, page: pdfium.PdfPage, lines: list[SourceLine]) -> list[SourceItem]:
        """The lines of a page, those of a table replaced by its rows."""
        continued, self.open = self.open, False
        if not (continued or any(_starts_table(line.text) for line in lines)):
            return list(lines)
        grid = grid_of(page)
        if grid is None:
            return list(lines)
        number = lines[0].page if lines else 1
        rows = _rows(page, grid, number)
        if is_layout([list(row.cells) for row in rows]) and not continued:
            return list(lines)
        height = page.get_height()
        top, bottom = height - grid.ys[0], height - grid.ys[-1]
        before = [line for line in lines if line.box and line.box.y1 <= top + 2]
        after = [line for line in lines if line.box and line.box.y0 >= bottom - 2]
        if continued and not any(len(line.text) > 4 for line in before):
            rows = self._join(rows)
        self.open, self.last = bottom > height * 0.8 or not after, rows[-1] if rows else self.last
        return [*before, *rows, *after]

    def _join(self, rows: list[SourceRow]) -> list[SourceRow]:
        """The first row of a page goes on with the last of the page before when it has no number of its own."""
        if not rows or self.last is None or rows[0].cells[0] or len(rows[0].cells) != len(self.last.cells):
            return rows
        pairs = zip(self.last.cells, rows[0].cells, strict=True)
        self.last.cells = tuple(f"{above} {below}".strip() for above, below in pairs)
        return rows[1:]


def _starts_table(text: str) -> bool:
    return text.startswith(_HEADS) and (text in _HEADS or fold(text).startswith(_HEAD_STARTS))


def _rows(page: pdfium.PdfPage, grid: Grid, number: int) -> list[SourceRow]:
    text_page = page.get_textpage()
    height = page.get_height()
    above: list[str] = []
    rows: list[SourceRow] = []
    try:
        for row in range(len(grid.ys) - 1):
            cells = _cells(text_page, grid, row, above)
            if any(cells):
                box = Box(grid.xs[0], height - grid.ys[row], grid.xs[-1], height - grid.ys[row + 1])
                rows.append(SourceRow(tuple(cells), page=number, box=box))
            above = cells
    finally:
        text_page.close()
    return rows


def _cells(text_page: pdfium.PdfTextPage, grid: Grid, row: int, above: list[str]) -> list[str]:
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
            cells[column] = _text(text_page, grid.xs[column], grid.ys[bottom + 1], grid.xs[last + 1], grid.ys[row])
        column = last + 1
    return cells


def _text(text_page: pdfium.PdfTextPage, left: float, bottom: float, right: float, top: float) -> str:
    """The words of a cell. Marks over capitals reach into the cell above, so the edges are left out."""
    edge = min(3.0, (top - bottom) * 0.2)
    printed = text_page.get_text_bounded(left=left + 1, bottom=bottom + edge, right=right - 1, top=top - edge)
    return clean_line(" ".join(printed.split()))
