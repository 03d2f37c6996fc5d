"""Tables of Word papers: data tables as rows (merged cells hold for their rows), layout tables as lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from congdoan.documents.reading.extract.source import SourceItem, SourceLine, SourceRow
from congdoan.documents.reading.extract.word_xml import VAL, W, value
from congdoan.documents.reading.layout.tables import is_layout, join_cell_lines

if TYPE_CHECKING:
    from congdoan.documents.reading.extract.word import WordPaper

MAX_COLUMNS = 60


def rows_of(table: etree._Element, paper: WordPaper) -> Iterator[SourceItem]:
    grid = list(_grid(table, paper))
    texts = [[[_text(item) for item in cell] for cell in row] for row in grid]
    if is_layout([[" ".join(cell) for cell in row] for row in texts]):
        for column in _columns(grid):
            yield from column
        return
    above: list[str] = []
    for row, marks in zip(texts, _merge_marks(table), strict=False):
        cells = [join_cell_lines(cell) for cell in row]
        cells = [
            above[at] if at < len(marks) and marks[at] and at < len(above) else cell for at, cell in enumerate(cells)
        ]
        above = cells
        if any(cells):
            yield SourceRow(tuple(cells))


def _grid(table: etree._Element, paper: WordPaper) -> Iterator[list[list[SourceItem]]]:
    for row in table.iterfind(f"{W}tr"):
        if row.find(f"{W}trPr/{W}del") is not None:
            continue
        cells: list[list[SourceItem]] = []
        for cell in row.iterfind(f"{W}tc"):
            cells.append(list(paper.items(cell)))
            cells += [[] for _ in range(_span(cell) - 1)]
        yield cells[:MAX_COLUMNS]


def _merge_marks(table: etree._Element) -> Iterator[list[bool]]:
    """For each row, which grid cells continue the cell above."""
    for row in table.iterfind(f"{W}tr"):
        if row.find(f"{W}trPr/{W}del") is not None:
            continue
        marks: list[bool] = []
        for cell in row.iterfind(f"{W}tc"):
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            marks.append(merge is not None and merge.get(VAL) != "restart")
            marks += [False] * (_span(cell) - 1)
        yield marks[:MAX_COLUMNS]


def _span(cell: etree._Element) -> int:
    span = value(cell, f"{W}tcPr/{W}gridSpan")
    return min(int(span), MAX_COLUMNS) if span and span.isdigit() and len(span) < 4 and span != "0" else 1


def _text(item: SourceItem) -> str:
    return item.text if isinstance(item, SourceLine) else "; ".join(filter(None, item.cells))


def _columns(grid: list[list[list[SourceItem]]]) -> Iterator[list[SourceItem]]:
    """The cells of a layout table, column by column."""
    width = max((len(row) for row in grid), default=0)
    for at in range(width):
        yield [item for row in grid if at < len(row) for item in row[at]]
