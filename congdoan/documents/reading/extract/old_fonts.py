"""Fonts from before Unicode, by their names, and the letters that text in them stands for."""

from __future__ import annotations

from functools import lru_cache

from congdoan.documents.reading.layout.legacy import BEYOND_LATIN_1, from_tcvn3, from_vni, sense

_SYMBOL_PAGE = {code: code - 0xF000 for code in range(0xF0A1, 0xF0FF)}


@lru_cache(maxsize=1000)
def encoding_of(font: str | None) -> str | None:
    """ "tcvn3" (.VnTime), "tcvn3-capitals" (.VnTimeH), "vni" (VNI-Times), or None for fonts of Unicode."""
    name = (font or "").strip().lower()
    if name.startswith(".vn"):
        return "tcvn3-capitals" if name.endswith("h") else "tcvn3"
    return "vni" if name.startswith("vni") else None


def decoded(text: str, encoding: str | None) -> str:
    """`text` of one font in Unicode. A font may lie: what is Unicode already stays, in capitals where they show."""
    if encoding is None:
        return text
    capitals = encoding == "tcvn3-capitals"
    as_is = text.upper() if capitals else text
    if text.isascii() or BEYOND_LATIN_1.search(text):
        return as_is
    text = text.translate(_SYMBOL_PAGE)
    read = from_vni(text) if encoding == "vni" else from_tcvn3(text, capitals=capitals)
    return read if sense(read, as_is=False) >= sense(as_is, as_is=True) else as_is
