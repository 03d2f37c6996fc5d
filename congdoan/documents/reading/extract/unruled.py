"""Tables that stand on the page without upright lines: columns by the room between words, rows by numbers and space."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from congdoan.documents.reading.extract.rows import Placed, Row, line_of
from congdoan.documents.reading.extract.source import SourceRow
from congdoan.documents.reading.layout.clean import clean_line
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.layout.markers import marker_of
from congdoan.documents.reading.layout.tables import count_columns, is_head

Gutter = tuple[float, float]
_LEAST_ROOM = 3.0
_SENTENCE_ENDS = (".", ",", ";", ":")
_CELL_GAP = 0.6
"""In a head, a gap from this part of the letters' height on parts two columns."""
_HEAD_LINES = 3
_LONGEST_GROUP = 140


def head_at(rows: Sequence[Row], at: int) -> tuple[int, list[Gutter]] | None:
    """Whether a table's head begins at row `at`: how many printed lines it has, and the room between its columns."""
    text = _text(rows[at])
    if text.endswith(_SENTENCE_ENDS) or not count_columns(fold(text)) or len(_segments(rows[at : at + 1])) < 2:
        return None
    for count in range(1, min(_HEAD_LINES, len(rows) - at) + 1):
        segments = _segments(rows[at : at + count])
        texts = [fold(text_in(segment)) for segment in segments]
        if len(segments) > 2 and is_head(texts) and not _more_head(rows, at + count):
            return count, [(left[1], right[0]) for left, right in pairwise(map(_extent, segments))]
    return None


def _more_head(rows: Sequence[Row], at: int) -> bool:
    """Whether the row at `at` still belongs to a head: it neither begins with a number nor stands apart."""
    if at == 0 or at >= len(rows):
        return False
    close = rows[at].top - rows[at - 1].bottom < 0.3 * (rows[at].bottom - rows[at].top)
    return close and not marker_like(rows[at].words[0].text) and count_columns(fold(_text(rows[at]))) > 0


def marker_like(text: str) -> bool:
    """Whether a word numbers a row or a group of rows."""
    number = text.rstrip(".)")
    return (number.isdigit() and len(number) < 4) or marker_of(f"{text} a") is not None


def _segments(rows: Sequence[Row]) -> list[list[Placed]]:
    """Words of a few rows in groups that do not overlap from left to right, each in its reading order."""
    levels = {id(word): level for level, row in enumerate(rows) for word in row.words}
    room = _CELL_GAP * max(row.bottom - row.top for row in rows)
    groups: list[list[Placed]] = []
    for word in sorted((word for row in rows for word in row.words), key=lambda word: word.box.x0):
        if groups and word.box.x0 - max(other.box.x1 for other in groups[-1]) < room:
            groups[-1].append(word)
        else:
            groups.append([word])
    return [sorted(group, key=lambda word: (levels[id(word)], word.box.x0)) for group in groups]


def _extent(words: Sequence[Placed]) -> Gutter:
    return min(word.box.x0 for word in words), max(word.box.x1 for word in words)


def narrowed(gutters: list[Gutter], row: Row) -> list[Gutter] | None:
    """The room between columns that `row` leaves too; None when a word of it stands across."""
    found = []
    for low, high in gutters:
        edges = [low]
        for word in row.words:
            if word.box.x1 > low and word.box.x0 < high:
                edges += [word.box.x0, word.box.x1]
        free = [(a, b) for a, b in zip(edges[::2], [*edges[1::2], high], strict=True) if b - a >= _LEAST_ROOM]
        if not free:
            return None
        found.append(max(free, key=lambda room: room[1] - room[0]))
    return found


def is_group(row: Row, after: Row | None, gutters: list[Gutter]) -> bool:
    """Whether a row that crosses the columns is the title of a group inside the table."""
    text = _text(row)
    if len(text) > _LONGEST_GROUP or after is None or narrowed(gutters, after) is None:
        return False
    first = row.words[0].text
    return (marker_like(first) or text.isupper()) and marker_like(after.words[0].text)


def group_row(row: Row, columns: int, page: int) -> SourceRow:
    """The title of a group: its number in the first column, the words in the second."""
    first, *rest = row.words
    numbered = marker_like(first.text) and rest
    cells = [first.text.rstrip("."), text_in(rest)] if numbered else ["", _text(row)]
    return SourceRow((*cells, *[""] * (columns - 2)), page=page, box=line_of(row.words, page).box)


def records(
    rows: list[Row], gutters: list[Gutter], levels: list[float], page: int, *, continued: bool
) -> list[SourceRow]:
    """Printed rows as rows of the table. `levels`: heights of ruled lines, if the table has any.

    `continued`: the first printed rows may go on with a row of the page before.
    """
    starts = _starts(rows, [(low + high) / 2 for low, high in gutters], levels, continued)
    return [record(rows[start:end], gutters, page) for start, end in pairwise([*starts, len(rows)])]


def record(rows: Sequence[Row], gutters: list[Gutter], page: int) -> SourceRow:
    """Printed rows as one row of the table."""
    cuts = [(low + high) / 2 for low, high in gutters]
    cells: list[list[Placed]] = [[] for _ in range(len(cuts) + 1)]
    for row in rows:
        for word in row.words:
            cells[bisect(cuts, (word.box.x0 + word.box.x1) / 2)].append(word)
    box = line_of([word for row in rows for word in row.words], page).box
    return SourceRow(tuple(map(text_in, cells)), page=page, box=box)


def _starts(rows: list[Row], cuts: list[float], levels: list[float], continued: bool) -> list[int]:
    """The indexes of printed rows with which rows of the table begin."""
    if len(levels) > 2:
        slots = [bisect(levels, (row.top + row.bottom) / 2) for row in rows]
        return [0, *(at for at in range(1, len(rows)) if slots[at] != slots[at - 1])]
    gaps = [0.0, *(row.top - before.bottom for before, row in pairwise(rows))]
    usual = median(gaps[1:]) if len(gaps) > 1 else 0.0
    numbers = [at for at, row in enumerate(rows) if row.words[0].box.x1 < cuts[0] and marker_like(row.words[0].text)]
    if not numbers:
        return [0, *(at for at in range(1, len(rows)) if gaps[at] > usual + 3)]
    starts = [0]
    if continued and numbers[0] > 0:
        numbers.insert(0, 0)
    for before, number in pairwise(numbers):
        widest = max(range(before + 1, number + 1), key=lambda at: (gaps[at], at))
        starts.append(widest if gaps[widest] > usual + 1.5 else number)
    return starts


def _text(row: Row) -> str:
    return text_in(row.words)


def text_in(words: Sequence[Placed]) -> str:
    """Words in the order in which they are given, as one text."""
    return clean_line(" ".join(word.text for word in words))
