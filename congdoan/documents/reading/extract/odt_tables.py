"""Tables of .odt papers: data tables as rows (merged cells hold for their rows), layout tables as lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from congdoan.documents.reading.extract.odt_names import TABLE, count
from congdoan.documents.reading.extract.source import SourceItem, SourceLine, SourceRow
from congdoan.documents.reading.layout.tables import is_layout, join_cell_lines

if TYPE_CHECKING:
    from congdoan.documents.reading.extract.odt import OdtPaper

_MAX_COLUMNS = 60
_GROUPS = frozenset(f"{TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group"))
_CELLS = frozenset({f"{TABLE}table-cell", f"{TABLE}covered-table-cell"})


def rows_of(table: etree._Element, paper: OdtPaper) -> Iterator[SourceItem]:
    held: dict[int, tuple[int, list[SourceItem]]] = {}
    rows, whole = list[list[list[SourceItem]]](), list[list[str]]()
    for row in _rows(table):
        cells = list(_cells(row, paper))[:_MAX_COLUMNS]
        items = [cell for _, cell in cells]
        rows.append(items)
        shown = []
        for at, (down, cell) in enumerate(cells):
            left, above = held.pop(at, (0, []))
            if left and not cell:
                cell, down = above, left
            if down > 1:
                held[at] = (down - 1, cell)
            shown.append(join_cell_lines([_text(item) for item in cell]))
        whole.append(shown)
    if is_layout([[" ".join(map(_text, cell)) for cell in row] for row in rows]):
        for at in range(max(map(len, rows), default=0)):
            yield from (item for row in rows if at < len(row) for item in row[at])
        return
    yield from (SourceRow(tuple(row)) for row in whole if any(row))


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == f"{TABLE}table-row":
            yield child
        elif child.tag in _GROUPS:
            yield from _rows(child)


def _cells(row: etree._Element, paper: OdtPaper) -> Iterator[tuple[int, list[SourceItem]]]:
    """How many rows each cell holds for, and what stands in it; a covered cell is empty."""
    for cell in row:
        if cell.tag not in _CELLS:
            continue
        items = list(paper.items(cell, in_cell=True)) if cell.tag == f"{TABLE}table-cell" else []
        for _ in range(count(cell.get(f"{TABLE}number-columns-repeated"), 1, most=_MAX_COLUMNS)):
            yield count(cell.get(f"{TABLE}number-rows-spanned"), 1), items


def _text(item: SourceItem) -> str:
    return item.text if isinstance(item, SourceLine) else "; ".join(filter(None, item.cells))
