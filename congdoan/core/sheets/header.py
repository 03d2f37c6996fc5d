"""Finds the row of titles in a sheet: people put names of units, dates and empty rows above it."""

import re
from collections.abc import Sequence

from congdoan.core.errors import Invalid
from congdoan.core.sheets.columns import SheetColumn
from congdoan.core.text import fold

ROWS_LOOKED_AT = 30

_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


def find_header(rows: Sequence[Sequence[str | None]], columns: Sequence[SheetColumn]) -> tuple[int, dict[str, int]]:
    """The row's index and where in it each known column stands, by column name.

    The row with most known titles is taken. Raises Invalid when none has any, a required column is missing, or one
    stands twice.
    """
    known = {_key(title): column for column in columns for title in (column.title, *column.aliases)}
    best, matches = 0, _matches(rows[0], known) if rows else []
    for at, row in enumerate(rows[:ROWS_LOOKED_AT]):
        if len(found := _matches(row, known)) > len(matches):
            best, matches = at, found
    if not matches:
        raise Invalid(f"Không thấy dòng tiêu đề. Trang tính cần có các cột: {_titles(columns)}.")
    _check(best, [column for column, _ in matches], columns)
    return best, {column.name: place for column, place in matches}


def _matches(row: Sequence[str | None], known: dict[str, SheetColumn]) -> list[tuple[SheetColumn, int]]:
    return [(known[key], at) for at, cell in enumerate(row) if (key := _key(cell or "")) in known]


def _check(row: int, found: list[SheetColumn], columns: Sequence[SheetColumn]) -> None:
    twice = [column for column in columns if found.count(column) > 1]
    if twice:
        raise Invalid(f"Dòng tiêu đề (dòng {row + 1}) có hai lần cột: {_titles(twice)}.")
    missing = [column for column in columns if column.required and column not in found]
    if missing:
        raise Invalid(f"Dòng tiêu đề (dòng {row + 1}) thiếu cột: {_titles(missing)}.")


def _key(title: str) -> str:
    return _NOT_LETTERS.sub(" ", fold(title)).strip()


def _titles(columns: Sequence[SheetColumn]) -> str:
    return ", ".join(column.title for column in columns)
