"""Tables typed in plain text whose columns stand under each other, kept apart by spaces alone."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.layout.tables import is_head

_CELL = re.compile(r"\S+(?: \S+)*")
_APART = re.compile(r"\S {2,}\S")
_LEAST_COLUMNS = 3
_LEAST_ROWS = 2


def aligned_rows(lines: list[str]) -> dict[int, tuple[str, ...]]:
    """The cells of each line of such a table, by its place among `lines`; the head is a row too."""
    found: dict[int, tuple[str, ...]] = {}
    at = 0
    while at < len(lines):
        starts = _columns(lines[at])
        rows = _rows_under(lines, at, starts) if starts else []
        if len(rows) > _LEAST_ROWS:
            found.update({at + step: row for step, row in enumerate(rows)})
            at += len(rows)
        else:
            at += 1
    return found


def _columns(line: str) -> list[int]:
    """Where the columns begin that a line names; none when it is no head of a table of work."""
    if "\t" in line or "|" in line or _APART.search(line) is None:
        return []
    cells = list(_CELL.finditer(line))
    if len(cells) < _LEAST_COLUMNS or not is_head([fold(cell[0]) for cell in cells]):
        return []
    return [cell.start() for cell in cells]


def _rows_under(lines: list[str], at: int, starts: list[int]) -> list[tuple[str, ...]]:
    """The head and the lines after it as far as a space stands before each column."""
    rows = []
    for line in lines[at:]:
        cut = all(start == 0 or line[start - 1 : start] in ("", " ") for start in starts)
        ends = [*starts[1:], max(len(line), starts[-1])]
        row = tuple(line[start:end].strip() for start, end in zip([0, *starts[1:]], ends, strict=True))
        if not cut or sum(bool(cell) for cell in row) < _LEAST_COLUMNS - 1 or not row[0]:
            break
        rows.append(row)
    return rows
