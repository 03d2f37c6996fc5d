"""Mends what Tesseract reads wrongly time and again in Vietnamese papers."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.extract.source import SourceItem, SourceLine
from congdoan.documents.reading.learned.pairs import with_tones_mended

_DOUBLE_D = re.compile("Đ{2,}")
_LONG_DASH = re.compile("—[-–—]*")
"""Vietnamese papers use the short dash; Tesseract reads it as the long one."""
_STATE_ORGAN = re.compile(r"\b(UB|HĐ)NĐ\b")


def mend(item: SourceItem) -> None:
    if isinstance(item, SourceLine):
        item.text = _mended(item.text)
    else:
        item.cells = tuple(map(_mended, item.cells))


_SPECK = re.compile(r"[_~`|¦'‘.,]\s?(?=\d{1,2}\.(?:\d{1,2}\.?\d?)?\s?[A-ZĐÀ-Ỵ])")
"""A speck of dirt before the number of a section."""


def _mended(text: str) -> str:
    speck = _SPECK.match(text)
    text = text[speck.end() :] if speck else text
    text = _STATE_ORGAN.sub(r"\1ND", _DOUBLE_D.sub("Đ", _LONG_DASH.sub("–", text)))
    return with_tones_mended(text)
