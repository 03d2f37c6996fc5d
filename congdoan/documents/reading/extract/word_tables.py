"""Tables of Word papers: data tables as rows (merged cells hold for their rows), layout tables as lines."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from congdoan.documents.reading.extract.source import SourceItem, SourceLine, SourceRow
from congdoan.documents.reading.extract.word_xml import VAL, W, value
from congdoan.documents.reading.layout.tables import is_layout, join_cell_lines

if TYPE_CHECKING:
    from congdoan.documents.reading.extract.word import WordPaper

MAX_COLUMNS = 60
_WRAPPERS = frozenset({f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"})


@dataclass(slots=True)
class _Cell:
    """`at`: its first grid column. `goes_on`: it is the lower part of a merged cell."""

    at: int
    items: list[SourceItem]
    goes_on: bool = False


def rows_of(table: etree._Element, paper: WordPaper) -> Iterator[SourceItem]:
    rows = [_cells(row, paper) for row in _inside(table, f"{W}tr") if row.find(f"{W}trPr/{W}del") is None]
    starts = [cell.at for cell in max(rows, key=len, default=[])]
    grid = [_aligned(row, starts) for row in rows]
    texts = [[[_text(item) for item in cell.items] if cell else [] for cell in row] for row in grid]
    if is_layout([[" ".join(cell) for cell in row] for row in texts]):
        for at in range(len(starts)):
            yield from (item for row in grid if (cell := row[at]) for item in cell.items)
        return
    above: list[str] = []
    for row, lines in zip(grid, texts, strict=True):
        above = [
            above[at] if cell and cell.goes_on and above else join_cell_lines(lines[at]) for at, cell in enumerate(row)
        ]
        if any(above):
            yield SourceRow(tuple(above))


def _cells(row: etree._Element, paper: WordPaper) -> list[_Cell]:
    cells: list[_Cell] = []
    at = _whole(value(row, f"{W}trPr/{W}gridBefore"), 0)
    for element in _inside(row, f"{W}tc"):
        properties = element.find(f"{W}tcPr")
        if properties is not None and properties.find(f"{W}cellDel") is not None:
            continue
        merge = None if properties is None else properties.find(f"{W}vMerge")
        goes_on = merge is not None and merge.get(VAL) != "restart"
        cells.append(_Cell(at, [] if goes_on else list(paper.cell(element)), goes_on))
        at += max(1, _whole(value(properties, f"{W}gridSpan"), 1))
    return cells[:MAX_COLUMNS]


def _inside(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, also those in content controls."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)


def _aligned(row: list[_Cell], starts: list[int]) -> list[_Cell | None]:
    """A row in the columns of the fullest row: cells drawn a little apart by hand still stand in their column."""
    if len(row) == len(starts):
        return list(row)
    aligned: list[_Cell | None] = [None] * len(starts)
    first = 0
    for left, cell in enumerate(row):
        last = len(starts) - (len(row) - left)
        at = min(max(_nearest(starts, cell.at), first), last)
        aligned[at] = cell
        first = at + 1
    return aligned


def _nearest(starts: list[int], at: int) -> int:
    right = bisect_left(starts, at)
    if right == len(starts):
        return right - 1
    return right - 1 if right and at - starts[right - 1] < starts[right] - at else right


def _text(item: SourceItem) -> str:
    return item.text if isinstance(item, SourceLine) else "; ".join(filter(None, item.cells))


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 4 else default
