"""Tables of law sites that were copied cell by cell with a lone bar after each cell: put back into rows."""

from __future__ import annotations

from collections.abc import Iterator

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.extract.source import SourceItem, SourceLine, SourceRow
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.layout.tables import NUMBER_HEAD, count_columns, is_head, join_cell_lines

_BAR = "|"
_NUMBER = re.compile(r"\(?(?:\d{1,3}|\d{1,2}(?:\.\d{1,2})+|[IVX]{1,5}|[A-ZĐ])[.)]?")
_COUNT = re.compile(r"\(?\d{1,2}\)?")
_MOST_COLUMNS = 9
_LEAST_COLUMNS = 3
_LONGEST_HEAD = 45
_MOST_LINES = 12
"""Lines of one cell."""


def gather_barred(items: list[SourceItem]) -> list[SourceItem]:
    """`items` with the cells of such tables as rows."""
    gathered: list[SourceItem] = []
    at = 0
    while at < len(items):
        if _is_bar(items, at + 1) and not _is_bar(items, at):
            cells, after = _cells(items, at)
            rows = list(_rows(cells))
            if rows:
                gathered += rows
                at = after
                continue
        gathered.append(items[at])
        at += 1
    return gathered


def _text(items: list[SourceItem], at: int) -> str | None:
    item = items[at] if at < len(items) else None
    return item.text if isinstance(item, SourceLine) else None


def _is_bar(items: list[SourceItem], at: int) -> bool:
    return _text(items, at) == _BAR


def _cells(items: list[SourceItem], at: int) -> tuple[list[str], int]:
    """The cells from `at` on, each with its lines joined, and where the text goes on after the last bar."""
    cells: list[str] = []
    lines: list[str] = []
    after = at
    while (text := _text(items, at)) is not None and len(lines) <= _MOST_LINES:
        at += 1
        if text == _BAR:
            cells.append(join_cell_lines(lines))
            lines, after = [], at
        else:
            lines.append(text)
    return cells, after


def _rows(cells: list[str]) -> Iterator[SourceRow]:
    """The head and the rows; none when the first cells name no columns of work."""
    width = _width(cells)
    if width < _LEAST_COLUMNS:
        return
    yield SourceRow(tuple(cells[:width]))
    at = width
    if all(_COUNT.fullmatch(cell) for cell in cells[at : at + width]):
        at += width
    counted = NUMBER_HEAD.fullmatch(fold(cells[0]).strip(" .")) is not None
    whole = not counted or (len(cells) - at) % width == 0
    while at < len(cells):
        count = width if whole else _count(cells, at, width)
        row = cells[at : at + count]
        yield SourceRow((*row, *[""] * (width - len(row))))
        at += count


def _width(cells: list[str]) -> int:
    """How many of the first cells are the head: up to the number of the first row, or as far as they name columns."""
    if not cells or max(map(len, cells[:_LEAST_COLUMNS])) > _LONGEST_HEAD:
        return 0
    if NUMBER_HEAD.fullmatch(fold(cells[0]).strip(" .")):
        width = next((at for at in range(2, min(len(cells), _MOST_COLUMNS + 1)) if _NUMBER.fullmatch(cells[at])), 0)

    else:
        width = 1
        while width < min(len(cells), _MOST_COLUMNS) and len(cells[width]) <= _LONGEST_HEAD:
            if not count_columns(fold(cells[width])):
                break
            width += 1
    return width if is_head([fold(cell) for cell in cells[:width]]) else 0


def _count(cells: list[str], at: int, width: int) -> int:
    """How many cells the row at `at` has: fewer where a group's cells were merged into one."""
    if not _NUMBER.fullmatch(cells[at]):
        return 1
    for count in range(2, width):
        following = at + count
        if following < len(cells) and _NUMBER.fullmatch(cells[following]) and _opens_row(cells, following, width):
            return count
    return width


def _opens_row(cells: list[str], at: int, width: int) -> bool:
    """Whether a number stands before words, as that of a row does."""
    return at + 1 < len(cells) and len(cells[at + 1]) > width and not _NUMBER.fullmatch(cells[at + 1])
