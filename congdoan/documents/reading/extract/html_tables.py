"""Tables of web pages: cells that span rows hold for them; tables that only place text are read as lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from congdoan.documents.reading.extract.source import SourceItem, SourceLine, SourceRow
from congdoan.documents.reading.layout.tables import is_layout, join_cell_lines

_MAX_COLUMNS = 60
_GROUPS = frozenset({"thead", "tbody", "tfoot"})


def rows_of(table: etree._Element, read: Callable[[etree._Element], list[SourceItem]]) -> Iterator[SourceItem]:
    """`read` gives what stands in a cell."""
    own, whole = list[list[list[SourceItem]]](), list[list[str]]()
    held: dict[int, tuple[int, str]] = {}
    for row in _rows(table):
        cells: list[list[SourceItem]] = []
        texts: list[str] = []
        for cell in (one for one in row if one.tag in ("td", "th")):
            _take_held(held, cells, texts)
            items = read(cell)
            text = join_cell_lines([_text(item) for item in items])
            rows, columns = _span(cell, "rowspan", 1000), _span(cell, "colspan", _MAX_COLUMNS)
            if rows > 1:
                held[len(cells)] = (rows, text)
            cells += [items, *([] for _ in range(columns - 1))]
            texts += [text, *("" for _ in range(columns - 1))]
        _take_held(held, cells, texts)
        held = {at: (left - 1, text) for at, (left, text) in held.items() if left > 1}
        own.append(cells[:_MAX_COLUMNS])
        whole.append(texts[:_MAX_COLUMNS])
    if is_layout([[" ".join(map(_text, cell)) for cell in row] for row in own]):
        for at in range(max(map(len, own), default=0)):
            yield from (item for row in own if at < len(row) for item in row[at])
        return
    yield from (SourceRow(tuple(row)) for row in whole if any(row))


def _take_held(held: dict[int, tuple[int, str]], cells: list[list[SourceItem]], texts: list[str]) -> None:
    """Put in the cells that span down from rows above, where they stand next."""
    while len(cells) in held:
        texts.append(held[len(cells)][1])
        cells.append([])


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in _GROUPS:
            yield from child.iterchildren("tr")


def _span(cell: etree._Element, name: str, most: int) -> int:
    text = cell.get(name, "1").strip()
    return max(1, min(int(text), most)) if text.isascii() and text.isdigit() and len(text) < 6 else 1


def _text(item: SourceItem) -> str:
    return item.text if isinstance(item, SourceLine) else "; ".join(filter(None, item.cells))
