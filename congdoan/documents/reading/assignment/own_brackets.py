"""Names that fill a bracket at the end of a passage: who does it, unless they only explain what stands before."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.unit_heads import head_at
from congdoan.documents.reading.assignment.units import Unit, units_in_cell

_LAST_BRACKET = re.compile(
    r"(?P<names>(?:(?!phối hợp|chủ trì|thực hiện|triển khai|phụ trách|lãnh đạo\)|chỉ đạo\))[^()\d:])+)\)[.;]?\s*$"
)
AND_OTHERS = ("...", "…", "v.v")
"""How lists of examples end, none of which is said to do anything."""


def all_of_bracket(text: str, start: int, end: int) -> list[Unit]:
    """The bodies of "... (Ban Hỗ trợ phụ nữ phát triển kinh tế).".

    None of "đôn đốc các đơn vị yếu (Trạm Tấu, Công đoàn ngành Công Thương...)": examples of what stands before.
    """
    bracket = _LAST_BRACKET.match(text, start, end)
    if bracket is None or any(mark in bracket["names"] for mark in AND_OTHERS):
        return []
    units = units_in_cell(text, start, bracket.end("names"))
    return units if all(head_at(text, unit.span.start, end) is not None for unit in units) else []
