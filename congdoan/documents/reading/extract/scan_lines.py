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


_MOST_DIRT = 3


def is_dirt(item: SourceItem) -> bool:
    """A line of a few signs and no letter, which would part the paragraph that it lies in."""
    if not isinstance(item, SourceLine) or len(item.text) > _MOST_DIRT:
        return False
    return not any(map(str.isalnum, item.text))


_SPECK = re.compile(
    r"(?:[ˆ_]|[^\w\s\"“(+•–-]){1,2}\s?(?=\d{1,2}[.,](?:\d{1,2}\.?\d?)?\s?[A-ZĐÀ-Ỵ])|[_~`|¦'‘.,:]\s?(?=[A-ZĐÀ-Ỵ][a-zà-ỹđ])"
)
"""A speck of dirt before the number of a section or the first word of a line."""
_STOP_READ_OTHERWISE = re.compile(r"(\d{1,2}),(?=\s[A-ZĐÀ-Ỵ][a-zà-ỹđ])")
""" "5, Các đơn vị" for "5. Các đơn vị"."""
_STOP_AFTER_WORD = re.compile(r"(Điều|Chương|Mục|Phần)[.,](?=\s?\d)")
_IN_SYMBOL = re.compile(r"(?<=[A-ZĐ])\.(?=Đ\b)|(?<=[A-ZĐ])P(?=Đ\b)")
""" "232/KH-TL.Đ", "18/TB-LĐLPĐ": the stroke of a letter seen as one of its own."""


def _mended(text: str) -> str:
    speck = _SPECK.match(text)
    text = text[speck.end() :] if speck else text
    stop = _STOP_READ_OTHERWISE.match(text)
    text = f"{stop[1]}.{text[stop.end() :]}" if stop else text
    word = _STOP_AFTER_WORD.match(text)
    text = f"{word[1]} {text[word.end() :].lstrip()}" if word else text
    text = _IN_SYMBOL.sub("", text)
    text = _STATE_ORGAN.sub(r"\1ND", _DOUBLE_D.sub("Đ", _LONG_DASH.sub("–", text)))
    return with_tones_mended(text)
