"""A line directly over a table that says who leads all of its rows: "Đơn vị thực hiện: BAN TỔ CHỨC"."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.layout.paper import Paper
from congdoan.documents.reading.model import Span

_LEAST_COLUMNS = 2
_LEADS_TABLE = re.compile(
    r"(?:(?:Đơn vị|Cơ quan|Bộ phận|Phòng|Ban|Người|Tổ)\s(?:chủ trì|thực hiện|phụ trách|được giao)(?: thực hiện)?"
    r"|Phụ trách|Chủ trì|ĐƠN VỊ (?:THỰC HIỆN|CHỦ TRÌ|PHỤ TRÁCH))\s?:\s*(?P<names>[^;:]{4,120})"
)
""" "Đơn vị thực hiện: BAN TỔ CHỨC" directly over a table whose rows name no lead: of all its rows."""


def leads_table(paper: Paper, at: int) -> Span | None:
    """The names in paragraph `at` when it says who leads the table after it."""
    said, following = paper.paragraphs[at], paper.paragraphs[at + 1 : at + 2]
    if not following or len(following[0].cells) < _LEAST_COLUMNS:
        return None
    names = _LEADS_TABLE.fullmatch(paper.text, said.start, said.end)
    return Span(*names.span("names")) if names else None
