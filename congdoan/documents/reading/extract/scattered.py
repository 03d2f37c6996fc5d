"""Tables that were copied cell by cell, each cell a line of its own, as web pages give them: put back into rows."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.extract.source import SourceItem, SourceLine, SourceRow
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.layout.markers import marker_of
from congdoan.documents.reading.layout.tables import NUMBER_HEAD, is_head, names_column

_NUMBER = re.compile(r"\(?(?:(?P<arabic>\d{1,3})|(?P<decimal>\d{1,2}(?:\.\d{1,2})+)|(?P<roman>[IVX]{1,5})|[A-ZĐ])[.)]?")
_COUNT = re.compile(r"\(?(\d{1,2})\)?")
_DUE = re.compile(
    r"\d{1,2}[/-]\d{4}|\d{1,2}/\d{1,2}|\bquy [ivx\d]|\bthang \d|\bnam \d{4}|thuong xuyen|\bhang (?:thang|quy|nam|tuan)"
    r"|dinh ky|trong nam|ca nam"
)
_MOST_COLUMNS = 8
_LONGEST_HEAD = 60
_LONGEST_NUMBER_HEAD = 12


def gather_rows(items: list[SourceItem]) -> list[SourceItem]:
    """`items` with the lines of scattered tables as rows."""
    gathered: list[SourceItem] = []
    at = 0
    while at < len(items):
        head = _head(items, at)
        if head:
            rows, after = _rows(items, at + len(head), [fold(cell) for cell in head])
        else:
            head = _head_without_numbers(items, at)
            rows, after = _rows_by_day(items, at + len(head), [fold(cell) for cell in head]) if head else ([], at)
        if head and rows:
            gathered += [SourceRow(tuple(head)), *rows]
            at = after
        else:
            gathered.append(items[at])
            at += 1
    return gathered


def _line(items: list[SourceItem], at: int) -> str:
    """The text of a line; "" for a row or past the end."""
    item = items[at] if at < len(items) else None
    return item.text if isinstance(item, SourceLine) else ""


def _head(items: list[SourceItem], at: int) -> list[str] | None:
    """The column names that begin at `at`: the number column, others, then the number of the first row."""
    first = _line(items, at)
    if len(first) > _LONGEST_NUMBER_HEAD or not NUMBER_HEAD.fullmatch(fold(first).strip(" .")):
        return None
    names = [first]
    while len(names) <= _MOST_COLUMNS:
        text = _line(items, at + len(names))
        if _NUMBER.fullmatch(text) or _is_group(items, at + len(names)):
            return names if len(names) > 2 and is_head([fold(name) for name in names]) else None
        if not text or len(text) > _LONGEST_HEAD or marker_of(text):
            return None
        names.append(text)
    return None


def _rows(items: list[SourceItem], at: int, head: list[str]) -> tuple[list[SourceItem], int]:
    """The rows of the table from `at` on, and where the text goes on after it."""
    width = len(head)
    counts = [_COUNT.fullmatch(_line(items, at + step)) for step in range(width)]
    if all(count and int(count[1]) == step for step, count in enumerate(counts, start=1)):
        at += width
    rows: list[SourceItem] = []
    while number := _line(items, at):
        if _is_group(items, at):
            rows.append(SourceRow((number, *[""] * (width - 1))))
            at += 1
            continue
        if not _NUMBER.fullmatch(number):
            break
        cells, after = _cells(items, at + 1, width - 1, number.strip("(). "))
        if not cells:
            break
        rows.append(SourceRow((number, *_placed(cells, head[1:]))))
        at = after
    return rows, at


_LONGEST_GROUP = 120


def _is_group(items: list[SourceItem], at: int) -> bool:
    """Whether a line is the title of a group of rows: "I. TUYÊN TRUYỀN", "QUÝ I", then the number of a row."""
    text = _line(items, at)
    if not text or len(text) > _LONGEST_GROUP or not _COUNT.fullmatch(_line(items, at + 1)):
        return False
    marker = marker_of(text)
    return text.isupper() and not _NUMBER.fullmatch(text) if marker is None else marker.kind in ("roman", "capital")


def _cells(items: list[SourceItem], at: int, most: int, row: str) -> tuple[list[str], int]:
    """The cells of row number `row`, broken ones made whole, and where what comes after the row begins."""
    cells: list[str] = []
    while text := _line(items, at):
        if _NUMBER.fullmatch(text) and not (0 < len(cells) < most and _is_amount(text, row)):
            break
        marker = marker_of(text)
        if marker is not None and marker.kind != "bullet":
            break
        if cells and (text[0].islower() or marker is not None):
            cells[-1] = f"{cells[-1]} {text}" if marker is None else f"{cells[-1]}; {text}"
        elif len(cells) == most:
            break
        else:
            cells.append(text)
        at += 1
    return cells, at


def _is_amount(text: str, row: str) -> bool:
    """Whether a number cannot be that of the next row: "45" after row 1 is what the last column holds."""
    return text.isdigit() and row.isdigit() and int(text) != int(row) + 1


def _placed(cells: list[str], head: list[str]) -> list[str]:
    """Cells in their columns. Where some are empty, and so missing, a time limit goes to its column by its words, what
    stands before it to columns before it, what stands after it to those after it.
    """
    if len(cells) == len(head) or len(cells) == 1:
        return _filled(cells, len(head))
    due = next((at for at, name in enumerate(head) if _DUE_HEAD.search(name)), len(head))
    for at, cell in enumerate(cells[1:], start=1):
        fits = at <= due < len(head) and len(cells) - at <= len(head) - due
        if fits and len(cell) < _LONGEST_DUE and _DUE.search(fold(cell)):
            return _filled(cells[:at], due) + _filled(cells[at:], len(head) - due)
    return _filled(cells, len(head))


_LEAST_ROWS = 3


def _head_without_numbers(items: list[SourceItem], at: int) -> list[str] | None:
    """Names of three columns or more, one of them of time, where the rows are not numbered."""
    names: list[str] = []
    while len(names) < _MOST_COLUMNS and (text := _line(items, at + len(names))) and names_column(fold(text)):
        names.append(text)
    folded = [fold(name) for name in names]
    dues = [name for name in folded if _DUE_HEAD.search(name) or _PERIOD_HEAD.fullmatch(name)]
    return names if len(names) > 2 and is_head(folded) and dues else None


def _rows_by_day(items: list[SourceItem], at: int, head: list[str]) -> tuple[list[SourceItem], int]:
    """Rows of as many lines as there are columns, as long as each has its time where the head says so."""
    width = len(head)
    named = next((name for name in head if _DUE_HEAD.search(name)), None)
    due = head.index(named or next(name for name in head if _PERIOD_HEAD.fullmatch(name)))
    rows: list[SourceItem] = []
    while True:
        cells = [_line(items, at + step) for step in range(width)]
        if not all(cells) or len(cells[due]) > _LONGEST_DUE or not _is_time(cells[due], head[due]):
            break
        if any((marker := marker_of(cell)) and marker.kind != "bullet" and len(cell) > _SHORT for cell in cells):
            break
        rows.append(SourceRow(tuple(cells)))
        at += width
    return (rows, at) if len(rows) >= _LEAST_ROWS else ([], at)


def _is_time(cell: str, head: str) -> bool:
    """Under "Tháng" or "Quý" a bare number is one."""
    return _DUE.search(fold(cell)) is not None or (
        _PERIOD_HEAD.fullmatch(head) is not None and _NUMBER.fullmatch(cell.split(" ", 1)[0]) is not None
    )


_SHORT = 10
_PERIOD_HEAD = re.compile(r"(?:thang|quy|tuan)(?:/nam)?")
_DUE_HEAD = re.compile(r"thoi gian|thoi han|tien do|hoan thanh|^han")
_LONGEST_DUE = 50


def _filled(cells: list[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))]
