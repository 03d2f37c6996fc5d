"""Citations whose parts contradict each other."""

from __future__ import annotations

import re

from congdoan.documents.reading.citations.grammar import PARTY_TYPES
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.model import Citation, Warning

_LETTERS = re.compile(r"[a-z]+")
_ALIKE = ({"luật", "bộ luật"}, {"quyết định", "quy định"}, {"thông báo", "kết luận", "thông báo kết luận"})


def citation_doubts(citations: list[Citation]) -> list[Warning]:
    """A type that is not that of the symbol; two days for one symbol."""
    warnings = []
    days: dict[str, Citation] = {}
    for citation in citations:
        if citation.symbol is None:
            continue
        meant = _meant(citation.symbol)
        if meant and not _same(meant, citation.type):
            message = f"Ghi là {citation.type} nhưng ký hiệu {citation.symbol} là của {meant}."
            warnings.append(Warning("citation_type", message, citation.start, citation.end))
        if citation.date is None:
            continue
        before = days.setdefault(citation.symbol, citation)
        if before.date != citation.date:
            message = f"{citation.symbol} được ghi hai ngày khác nhau trong văn bản."
            warnings.append(Warning("citation_date", message, citation.start, citation.end))
    return warnings


def _meant(symbol: str) -> str | None:
    letters = _LETTERS.findall(fold(symbol))
    return PARTY_TYPES.get(letters[0]) if letters else None


def _same(meant: str, given: str) -> bool:
    if meant in given or given in meant or given == "văn bản":
        return True
    return any(meant in group and given in group for group in _ALIKE)
