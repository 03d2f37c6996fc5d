"""The signature that stands in the last rows of a table: each cell is a line of its own."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.extract.source import SourceItem, SourceLine, SourceRow
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.layout.front import is_place_and_day

_SIGNS = re.compile(
    r"(?:tm|kt|tl|tuq|t/m|k/t|t/l)\s?\.?\s.{3,60}|(?:nguoi|can bo) (?:lap|tong hop)(?: bieu| bang| danh sach)?"
    r"|lap (?:bieu|bang)|(?:pho |quyen )?(?:chu tich|bi thu|giam doc|hieu truong)|thu truong(?: (?:don vi|co quan))?"
)
_MOST_CELLS = 3
_NUMBERED = re.compile(r"\W*\d{1,3}\W*")


def closing_as_lines(items: list[SourceItem]) -> list[SourceItem]:
    """The same items, the rows of tables from a place and day or a signature on as lines, up to the next real row."""
    if not any(isinstance(item, SourceRow) and _signs(item) for item in items):
        return items
    lines: list[SourceItem] = []
    signed = False
    for item in items:
        signed = isinstance(item, SourceRow) and (_signs(item) or (signed and _may_follow(item)))
        if signed and isinstance(item, SourceRow):
            lines += [SourceLine(cell, item.page) for cell in dict.fromkeys(item.cells) if cell]
        else:
            lines.append(item)
    return lines


def _signs(row: SourceRow) -> bool:
    """Whether a row begins a signature: a place and day, an office in capitals, or two offices and nothing else."""
    filled = {cell for cell in row.cells if cell}
    offices = {cell for cell in filled if _SIGNS.fullmatch(fold(cell).strip(" .:"))}
    return _may_follow(row) and (
        any(is_place_and_day(cell) and ", ng" in cell.lower() for cell in filled)
        or any(map(str.isupper, offices))
        or (len(offices) > 1 and offices == filled)
    )


def _may_follow(row: SourceRow) -> bool:
    """Whether a row may belong to a signature: few cells, and no number before them."""
    filled = {cell for cell in row.cells if cell}
    return len(filled) <= _MOST_CELLS and _NUMBERED.fullmatch(row.cells[0]) is None
