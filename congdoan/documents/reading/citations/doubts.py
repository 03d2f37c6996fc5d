"""Citations whose parts contradict each other, or are not all there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.citations.organs import is_organ_of_another_symbol
from congdoan.documents.reading.citations.sharing import type_of_symbol
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.model import Citation, Warning

_ALIKE = (
    {"luật", "bộ luật", "nghị quyết"},
    {"quyết định", "quy định"},
    {"thông báo", "kết luận"},
    {"tờ trình", "thông tri"},
)
_YEAR = re.compile(r"^\d+/((?:19|20)\d\d)/")
_MISREAD = re.compile(r"so\s?[:.]?\s?[0-9]*[oil]")


def citation_doubts(citations: list[Citation], issued: date | None) -> list[Warning]:
    """What is doubtful about the papers that a paper of the day `issued` names."""
    warnings = []
    days: dict[str, Citation] = {}
    for citation in citations:
        if citation.symbol is None:
            continue
        found = [*_contradictions(citation, citation.symbol, issued)]
        before = days.setdefault(citation.symbol, citation) if citation.date else citation
        if before.date != citation.date:
            found.append(("citation_date", f"{citation.symbol} được ghi hai ngày khác nhau trong văn bản."))
        warnings += [Warning(code, message, citation.start, citation.end) for code, message in found]
    return warnings


def _contradictions(citation: Citation, symbol: str, issued: date | None) -> Iterator[tuple[str, str]]:
    """Codes and messages of one citation."""
    meant = type_of_symbol(symbol)
    if meant and not _same(meant, citation.type):
        yield "citation_type", f"Ghi là {citation.type} nhưng ký hiệu {symbol} là của {meant}."
    year = _YEAR.match(symbol)
    if year and citation.date and citation.date.year != int(year[1]):
        yield "citation_date", f"Ngày ghi không thuộc năm trong ký hiệu {symbol}."
    elif citation.date and issued and citation.date > issued:
        yield "citation_date", f"{symbol} ghi ngày sau ngày ban hành văn bản này."
    if citation.issuer and is_organ_of_another_symbol(symbol, citation.issuer):
        yield "citation_issuer", f"Ghi là của {citation.issuer} nhưng ký hiệu {symbol} là của cơ quan khác."
    if symbol.isdigit():
        yield "citation_short", f"Chỉ ghi {citation.type} số {symbol}, không có ký hiệu đầy đủ."
    if _MISREAD.search(fold(citation.text)):
        yield "citation_misread", "Số hoặc ngày có chữ cái dễ nhầm với chữ số; đã đọc như chữ số."


def _same(meant: str, given: str) -> bool:
    if meant in given or given in meant or given == "văn bản":
        return True
    return any(meant in group and given in group for group in _ALIKE)
