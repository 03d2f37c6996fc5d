"""The head of a paper that stands in a table or in the first rows of a sheet: each cell is a line of its own."""

from __future__ import annotations

from congdoan.documents.reading.extract.source import SourceItem, SourceLine, SourceRow

_FIRST_ROWS = 12
_CELLS_OF_A_TABLE = 3


def front_as_lines(items: list[SourceItem]) -> list[SourceItem]:
    """The same items, the rows over the first real table as lines; of columns, the left one comes first."""
    first = next((at for at, item in enumerate(items[:_FIRST_ROWS]) if _is_table(item)), 0)
    if not any(isinstance(item, SourceRow) for item in items[:first]):
        return items
    lines: list[SourceItem] = []
    for item in items[:first]:
        if isinstance(item, SourceRow):
            lines += [SourceLine(cell, item.page) for cell in item.cells if cell]
        else:
            lines.append(item)
    return lines + items[first:]


def _is_table(item: SourceItem) -> bool:
    return isinstance(item, SourceRow) and sum(bool(cell) for cell in item.cells) >= _CELLS_OF_A_TABLE
