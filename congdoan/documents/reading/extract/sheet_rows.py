"""Rows of a sheet as a paper: letterhead and title lines over the table, the table, the signature under it."""

from __future__ import annotations

from collections.abc import Iterator

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.extract.source import SourceItem, SourceLine, SourceRow
from congdoan.documents.reading.layout.clean import clean_line
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.layout.front import NATION, PLACE_DAY
from congdoan.documents.reading.layout.legacy import repair_lines
from congdoan.documents.reading.layout.tables import is_head, join_cell_lines

_AFTER = re.compile(
    r"(?:noi nhan|nguoi lap|ghi chu)\s*:?|(?:tm|kt|tl|tuq)\s?\.\s?\w|(?:chu tich|lap bieu|thu truong)\b"
)
_NUMBER = re.compile(r"^so\s*:")


def items_of(grid: list[list[str]]) -> Iterator[SourceItem]:
    """Lines and table rows of one sheet. `grid`: rows of as many cells, each with its own line breaks."""
    rows = _repaired(grid)
    folded = [[fold(cell) for cell in row] for row in rows]
    first = next((at for at, row in enumerate(folded) if is_head(row)), None)
    if first is None:
        first = next((at for at, row in enumerate(rows) if _filled(row) > 1), len(rows))
    last = max((at for at, row in enumerate(rows) if _filled(row) > 2), default=first)
    end = next((at for at in range(max(first, last) + 1, len(rows)) if _is_after(folded[at])), len(rows))
    yield from _lines(rows[:first], folded[:first])
    for row in rows[first:end]:
        yield SourceRow(tuple(join_cell_lines(_cleaned(cell)) for cell in row))
    yield from _lines(rows[end:], [])


def _repaired(grid: list[list[str]]) -> list[list[str]]:
    """All cells in Unicode: short cells go by the longer ones of their sheet."""
    cells = iter(repair_lines([cell for row in grid for cell in row]))
    return [[next(cells) for _ in row] for row in grid]


def _filled(row: list[str]) -> int:
    return sum(1 for cell in row if cell.strip())


def _is_after(folded: list[str]) -> bool:
    """Whether a row under the table begins the closing block: addressees, signature."""
    filled = [cell.strip() for cell in folded if cell.strip()]
    return 0 < len(filled) < 3 and all(len(cell) < 60 for cell in filled[1:]) and _AFTER.match(filled[0]) is not None


def _lines(rows: list[list[str]], folded: list[list[str]]) -> Iterator[SourceItem]:
    """Rows that are no table: the letterhead column by column, then line by line."""
    marks = [at for at, row in enumerate(folded) if any(map(_is_letterhead, row))]
    head = marks[-1] + 1 if marks else 0
    width = max(map(len, rows), default=0)
    columns = [[row[at] for row in rows[:head] if at < len(row)] for at in range(width)]
    for cell in [cell for column in columns for cell in column] + [cell for row in rows[head:] for cell in row]:
        yield from map(SourceLine, _cleaned(cell))


def _is_letterhead(folded: str) -> bool:
    return bool(NATION.search(folded) or _NUMBER.match(folded) or (len(folded) < 80 and PLACE_DAY.search(folded)))


def _cleaned(cell: str) -> list[str]:
    return [line for line in map(clean_line, cell.split("\n")) if line]
