"""Puts the words of a page into rows, and rows into bands that are read row by row or column by column.

Works on places alone, so it serves PDF pages as well as scanned ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple, Protocol

from congdoan.documents.reading.extract.source import Box, SourceLine
from congdoan.documents.reading.layout.clean import clean_line

_LEAST_GUTTER = 9.0
_NARROWEST = 5.0
_WIDE_SPACE = 0.7
"""A space from this part of the letters' height on is none between two words of a sentence."""
_TOUCH = 1.5
"""Words of two columns may touch; the order of the file still tells them apart."""
_LETTERHEAD = 8
"""A letterhead has at most so many rows with words on both sides."""
_APART = 0.75
_LEVEL_PART = 0.4
_SIDE_BY_SIDE = 2
"""So many rows with words on both sides of a gutter make two columns."""


class Placed(Protocol):
    """A word on a page. `order`: its place in the order in which the file, or the recogniser, has the words."""

    text: str
    box: Box
    order: int


class Room(NamedTuple):
    """Room from `left` to `right`. `jump`: the file has other words between those on both sides."""

    left: float
    right: float
    jump: bool

    @property
    def width(self) -> float:
        return self.right - self.left


@dataclass(slots=True)
class Row:
    """Words on one level, from left to right."""

    words: list[Placed]
    top: float
    bottom: float

    @property
    def left(self) -> float:
        return self.words[0].box.x0

    @property
    def right(self) -> float:
        return max(word.box.x1 for word in self.words)

    def rooms(self) -> Iterator[Room]:
        """Each room between two words."""
        before = self.words[0]
        right = before.box.x1
        for word in self.words[1:]:
            jump = word.order != before.order + 1
            if word.box.x0 > (right - _TOUCH if jump else right):
                yield Room(right, word.box.x0, jump)
            right, before = max(right, word.box.x1), word


@dataclass(slots=True)
class Band:
    """Rows one under the other. `gutter`: the room between two columns, or None for one column."""

    rows: list[Row] = field(default_factory=list)
    gutter: Room | None = None


def rows_of(words: Sequence[Placed]) -> list[Row]:
    """Words on the same level, top down. Small raised or lowered signs belong to the level that they overlap."""
    rows: list[Row] = []
    for word in sorted(words, key=lambda word: word.box.y0 + word.box.y1):
        _, top, _, bottom = word.box
        for row in reversed(rows[-3:]):
            tallest = max(row.bottom - row.top, bottom - top)
            if abs((top + bottom) / 2 - (row.top + row.bottom) / 2) < _LEVEL_PART * tallest:
                row.words.append(word)
                if bottom - top > row.bottom - row.top:
                    row.top, row.bottom = top, bottom
                break
        else:
            rows.append(Row([word], top, bottom))
    for row in rows:
        row.words.sort(key=lambda word: word.box.x0)
    return sorted(rows, key=lambda row: row.top + row.bottom)


def bands_of(rows: list[Row], width: float) -> list[Band]:
    """Rows in one column, and stretches of rows in two columns side by side."""
    bands: list[Band] = []
    for row in rows:
        band = bands[-1] if bands else None
        if band is not None and (gutter := _common(band, row)):
            band.rows.append(row)
            band.gutter = gutter
            continue
        gutter = _gutter(row, width)
        if band is not None and gutter is None and band.gutter is None:
            band.rows.append(row)
        else:
            bands.append(Band([row], gutter))
    return _without_chance(bands)


def _without_chance(bands: list[Band]) -> list[Band]:
    """A single row with a wide space in it is no pair of columns."""
    kept: list[Band] = []
    for band in bands:
        both = sum(
            1 for row in band.rows if band.gutter and row.left < band.gutter.left and row.right > band.gutter.right
        )
        if band.gutter is not None and both < _SIDE_BY_SIDE:
            band.gutter = None
        if kept and kept[-1].gutter is None and band.gutter is None:
            kept[-1].rows += band.rows
        else:
            kept.append(band)
    for before, band in pairwise(kept):
        _take_upper_rows(before, band)
    return [part for band in kept for part in _without_tail(band) if part.rows]


def _without_tail(band: Band) -> list[Band]:
    """A letterhead apart from what stands at one side under it, after a gap ("Kính gửi:")."""
    if band.gutter is None:
        return [band]
    both = [at for at, row in enumerate(band.rows) if _both_sides(row, band.gutter)]
    if not both or len(both) > _LETTERHEAD:
        return [band]
    for at in range(max(both) + 1, len(band.rows)):
        above, row = band.rows[at - 1], band.rows[at]
        if row.top - above.bottom > _APART * (above.bottom - above.top):
            return [Band(band.rows[:at], band.gutter), Band(band.rows[at:])]
    return [band]


def _both_sides(row: Row, gutter: Room) -> bool:
    middle = (gutter.left + gutter.right) / 2
    return row.left < middle < row.right


def _take_upper_rows(before: Band, band: Band) -> None:
    """Rows close over a pair of columns belong to it when they have words on both sides of its gutter."""
    while band.gutter is not None and before.gutter is None and before.rows:
        row = before.rows[-1]
        near = row.bottom + 1.2 * (row.bottom - row.top) > band.rows[0].top
        gutter = _common(band, row)
        if gutter is None or not near or not _both_sides(row, gutter):
            return
        band.gutter = gutter
        band.rows.insert(0, before.rows.pop())


def _gutter(row: Row, width: float) -> Room | None:
    """The best room between two words of a row near the middle of the page."""
    wide = max(_LEAST_GUTTER, row.bottom - row.top)
    rooms = [
        room
        for room in row.rooms()
        if (room.jump or room.width >= wide) and 0.25 * width < (room.left + room.right) / 2 < 0.75 * width
    ]
    return max(rooms, key=lambda room: (room.jump, room.width), default=None)


def _common(band: Band, row: Row) -> Room | None:
    """The room that a pair of columns and one more row leave between them."""
    if band.gutter is None:
        return None
    wide = _WIDE_SPACE * (row.bottom - row.top)
    own = [room for room in row.rooms() if room.jump or room.width >= wide]
    own += [Room(-1e9, row.left, False), Room(row.right, 1e9, False)]
    both = [
        Room(max(room.left, band.gutter.left), min(room.right, band.gutter.right), room.jump or band.gutter.jump)
        for room in own
    ]
    fitting = [room for room in both if room.width >= (-_TOUCH if room.jump else _NARROWEST)]
    return max(fitting, key=lambda room: room.width, default=None)


def lines_of_band(band: Band, page: int) -> Iterator[SourceLine]:
    """The printed lines of a band, those of the left column first; `column` tells them apart."""
    if band.gutter is None:
        for row in band.rows:
            yield line_of(row.words, page)
        return
    middle = (band.gutter.left + band.gutter.right) / 2
    for column in (1, 2):
        for row in band.rows:
            words = [word for word in row.words if ((word.box.x0 + word.box.x1) / 2 < middle) == (column == 1)]
            if words:
                yield line_of(words, page, column if len(band.rows) > 8 else 0)


def line_of(words: Sequence[Placed], page: int, column: int = 0) -> SourceLine:
    box = Box(
        min(word.box.x0 for word in words),
        min(word.box.y0 for word in words),
        max(word.box.x1 for word in words),
        max(word.box.y1 for word in words),
    )
    return SourceLine(clean_line(" ".join(word.text for word in words)), page=page, box=box, column=column)
