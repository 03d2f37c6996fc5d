"""Task sheets (.xlsx): every sheet row by row; merged cells hold for their rows."""

from __future__ import annotations

import re
from pathlib import Path

from congdoan.documents.reading.errors import UnreadableFile
from congdoan.documents.reading.extract.limits import BROKEN, open_package, read_part
from congdoan.documents.reading.extract.source import Source, SourceItem, SourceLine, SourceRow
from congdoan.documents.reading.layout.clean import clean_line
from congdoan.documents.reading.layout.tables import join_cell_lines

MAX_COLUMNS = 60
MAX_ROWS = 50_000

_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_TIME = re.compile(r"^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00:00(?:\.0+)?)?$")
_WHOLE = re.compile(r"^(-?\d+)\.0+$")


def read_sheet(path: Path) -> Source:
    merges = _merges(path)
    import fastexcel

    source = Source("sheet")
    try:
        book = fastexcel.read_excel(path)
        for at, name in enumerate(book.sheet_names):
            rows = _rows(book, name)
            _fill(rows, merges[at] if at < len(merges) else [])
            source.items += _items(rows)
    except (fastexcel.FastExcelError, ValueError, OverflowError) as error:
        raise UnreadableFile(BROKEN) from error
    return source


def _rows(book: object, name: str) -> list[list[str]]:
    sheet = book.load_sheet(name, header_row=None, dtypes="string", n_rows=MAX_ROWS)  # type: ignore[attr-defined]
    if sheet.width == 0:
        return []
    columns = [column.to_list() for column in sheet.to_polars().get_columns()[:MAX_COLUMNS]]
    return [[_cell(value) for value in row] for row in zip(*columns, strict=True)]


def _cell(value: str | None) -> str:
    if value is None:
        return ""
    text = join_cell_lines([line for line in map(clean_line, value.split("\n")) if line])
    day = _TIME.match(text)
    if day:
        return f"{day[3]}/{day[2]}/{day[1]}"
    whole = _WHOLE.match(text)
    return whole[1] if whole else text


def _merges(path: Path) -> list[list[tuple[int, int, int, int]]]:
    """For each sheet in order, its merged ranges as (row, column, row, column) from 0."""
    with open_package(path) as archive:
        names = [name for name in archive.NameToInfo if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name)]
        names.sort(key=lambda name: int(re.sub(r"\D", "", name)))
        found = []
        for name in names:
            data = read_part(archive, name) or b""
            ranges = [
                (int(match[2]) - 1, _column(match[1]), int(match[4]) - 1, _column(match[3]))
                for match in _MERGE.finditer(data)
            ]
            found.append(ranges)
    return found


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _fill(rows: list[list[str]], merges: list[tuple[int, int, int, int]]) -> None:
    """Copy the text of a merged cell down its rows; cells merged across stay as they are."""
    for top, left, bottom, _ in merges:
        if top >= len(rows) or left >= len(rows[top]) or bottom == top:
            continue
        for row in rows[top + 1 : min(bottom + 1, top + 1000)]:
            row[left] = row[left] or rows[top][left]


def _items(rows: list[list[str]]) -> list[SourceItem]:
    items: list[SourceItem] = []
    in_table = False
    for row in rows:
        filled = [cell for cell in row if cell]
        if len(filled) > 1:
            in_table = True
            items.append(SourceRow(tuple(row)))
        elif filled:
            items.append(SourceRow(tuple(row)) if in_table else SourceLine(filled[0]))
    return items
