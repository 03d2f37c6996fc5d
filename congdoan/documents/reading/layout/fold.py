"""Removes Vietnamese marks one character for one character, so that offsets stay valid."""

from __future__ import annotations

import codecs
import unicodedata
from string import ascii_uppercase, printable

from congdoan.documents.reading import lazy_re as re

_COMMON = "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"
_SIGNS = "–—‒−“”„«»‘’•…○▪●"


def _table() -> dict[int, str]:
    table: dict[int, str] = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii() and base.isalpha():
            table[code] = base.lower()
    table |= {ord(letter): letter.lower() for letter in ascii_uppercase}
    table |= {ord(mark): "d" for mark in "đĐÐð"}
    table |= {ord(mark): "-" for mark in "–—‒―−‐‑"}
    table |= {ord(mark): '"' for mark in "“”„‟«»″‹›〝〞"}
    table |= {ord(mark): "'" for mark in "‘’‚‛"}
    return table


_FOLDED = _table()
_ONE_BYTE = printable + _COMMON + _COMMON.lower() + _SIGNS
_TO_BYTES = codecs.charmap_build(_ONE_BYTE.ljust(256, "\ufffe"))
_KEPT = "".join(sign for sign in _SIGNS if ord(sign) not in _FOLDED)
"""Signs that stay as they are; as bytes of their own they are put back at the end."""
_BYTES = bytes(
    ord(_FOLDED.get(ord(letter), letter)) if letter not in _KEPT else 128 + _KEPT.index(letter) for letter in _ONE_BYTE
).ljust(256, b"?")
_FROM_BYTES = "".join(map(chr, range(128))) + _KEPT.ljust(128, "\ufffd")
_OTHERS = re.compile(r"[^a-z0-9]+")
_SPACED = {code: " " for code in range(128) if _OTHERS.match(chr(code))}


def fold(text: str) -> str:
    """`text` in lower case without marks, dashes and quotes made plain; always as long as `text`."""
    if text.isascii():
        return text.lower()
    try:
        data = codecs.charmap_encode(text, "strict", _TO_BYTES)[0]
    except UnicodeEncodeError:
        return text.translate(_FOLDED)
    return codecs.charmap_decode(data.translate(_BYTES), "strict", _FROM_BYTES)[0]


def words_alone(folded: str) -> str:
    """The words and figures of a folded text, with one space between them and nothing else."""
    if folded.isascii():
        return " ".join(folded.translate(_SPACED).split())
    return _OTHERS.sub(" ", folded).strip()
