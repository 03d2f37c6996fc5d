"""Tables in plain text whose cells are divided by `|`, by tabs (copied from a sheet) or by commas (.csv)."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.layout.tables import is_head

_RULE = re.compile(r"[\s|:+=-]+")
_LEAST_COLUMNS = 3
_LONGEST_FIELD = 100_000
_LONGEST_NAME = 40
_FIRST_LINES = 15


def row_of_bars(line: str) -> tuple[str, ...] | None:
    """The cells of a line divided by `|`: None when it is no row, () for a rule between rows."""
    if line.count("|") < 2:
        return None
    if _RULE.fullmatch(line):
        return ()
    if line.startswith("|"):
        line = line[1:].removesuffix("|")
    return tuple(cell.strip() for cell in line.split("|"))


_GROUP = re.compile(
    r"\|?\s?(?P<number>\(?(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[A-ZĐ]|[a-zđ])[.)]?)\s?\|\s?(?P<title>[^|]+?)\s?\|?"
)


def group_row(line: str, width: int) -> tuple[str, ...] | None:
    """The cells of a line "1 | Tuyên truyền" among rows of `width` cells: a group of them, its empty cells left out."""
    found = _GROUP.fullmatch(line) if width >= _LEAST_COLUMNS and line.count("|") == 1 else None
    return (found["number"], found["title"], *[""] * (width - 2)) if found else None


def tab_rows(lines: list[str]) -> set[int]:
    """The lines that are rows of a table divided by tabs: those from a head on that have as many tabs."""
    found: set[int] = set()
    tabs = 0
    for at, line in enumerate(lines):
        here = line.count("\t")
        if here >= _LEAST_COLUMNS - 1 and is_head([fold(cell.strip()) for cell in line.split("\t")]):
            tabs = here
        elif here != tabs:
            tabs = 0
        if tabs:
            found.add(at)
    return found


def comma_rows(text: str) -> list[list[str]] | None:
    """The rows of a .csv text whose head names the columns of a task table; None when it is none."""
    for divider in ",;":
        head = next((line for line in _first_lines(text) if _is_comma_head(line, divider)), None)
        if head is not None:
            csv.field_size_limit(_LONGEST_FIELD)
            try:
                return list(csv.reader(text.splitlines(keepends=True), delimiter=divider))
            except csv.Error:
                return None
    return None


def _first_lines(text: str) -> Iterator[str]:
    start = 0
    for _ in range(_FIRST_LINES):
        end = text.find("\n", start)
        yield text[start : end if end >= 0 else len(text)][:2000]
        if end < 0:
            return
        start = end + 1


def _is_comma_head(line: str, divider: str) -> bool:
    cells = [cell.strip(' "\r') for cell in line.split(divider)]
    if len(cells) < _LEAST_COLUMNS or not all(0 < len(cell) < _LONGEST_NAME for cell in cells):
        return False
    names = [fold(cell) for cell in cells]
    return names[0] in _FIRST_NAMES and is_head(names)


_FIRST_NAMES = ("stt", "tt", "so tt", "noi dung", "nhiem vu", "noi dung cong viec", "ten nhiem vu", "cong viec")
