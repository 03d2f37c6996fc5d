"""The number and symbol of a paper: "Số: 34 /KH-LĐLĐ", "Số 92-KH/TU", "Luật số: 50/2024/QH15"."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.header.draft import Draft
from congdoan.documents.reading.header.misread import as_digits
from congdoan.documents.reading.model import Span

_LETTERS = r"[a-z][a-z0-9]*(?: ?[-/&.] ?[a-z0-9]+){0,9}"
NUMBER = re.compile(
    rf"(?:^|(?<=[\s(]))so\s*[:.]?\s*(?P<symbol>(?:[0-9oil]{{1,5}}(?:[a-d](?=/))?[\s._…]*|[\s._…]*)[/-]\s?"
    rf"(?:(?:19|20)\d\d ?/ ?)?{_LETTERS})(?![a-z0-9])",
    re.M,
)
_LONE = re.compile(r"(?:^|(?<=\s))so\s*[:.]?[ ._…]*(?P<number>\d{0,5})[ ._…]*$", re.M)
_APART = re.compile(rf"^(?P<symbol>\d{{0,5}} ?[/-] ?{_LETTERS})$", re.M)
"""Beside or under a "Số:" whose line ends with it."""


def read_symbol(text: str, folded: str, start: int, draft: Draft) -> list[tuple[int, int]]:
    """Read the symbol in a letterhead that begins at offset `start` of the paper; returns the spans that it takes."""
    found = NUMBER.search(folded)
    if found:
        _take(text[found.start("symbol") : found.end("symbol")], start, found, draft)
        return [found.span()]
    lone = _LONE.search(folded)
    if lone is None:
        return []
    apart = _APART.search(folded, lone.end())
    if apart is None:
        return [lone.span()]
    _take(lone["number"] + text[apart.start("symbol") : apart.end("symbol")], start, apart, draft)
    return [lone.span(), apart.span()]


def _take(printed: str, start: int, found: re.Match[str], draft: Draft) -> None:
    if draft.symbol or draft.tail:
        return
    symbol = re.sub(r"[\s…_]|\.(?=[./-])|^\.+", "", printed.replace("–", "-").replace("—", "-"))
    draft.spans["symbol"] = Span(start + found.start("symbol"), start + found.end("symbol"))
    number = re.match(r"[0-9oOiIlL]+(?=[a-dA-D]?[/-])", symbol)
    if number is None:
        draft.tail = symbol.lstrip("/-")
        return
    draft.symbol = as_digits(number[0]) + symbol[number.end() :]
    if not number[0].isdigit():
        draft.doubt("symbol", "misread", f"Số in là “{number[0]}”; đã đọc như chữ số.")
