"""Makes characters uniform: NFC, plain spaces, no invisible characters, bullets of symbol fonts as real ones."""

from __future__ import annotations

import re
import unicodedata

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u0000\ufffe\uffff"
_SYMBOL_FONT = {0xF02D: "-", 0xF0D8: "•", 0xF0FC: "•", 0xF076: "•", 0xF0E0: "•", 0xF02B: "+", 0xF0B7: "•", 0xF0A7: "•"}

_TABLE: dict[int, str | None] = {
    **dict.fromkeys(map(ord, _SPACES), " "),
    **dict.fromkeys(map(ord, _INVISIBLE)),
    **_SYMBOL_FONT,
    ord("Ð"): "Đ",
}
_UNUSUAL = re.compile("[" + re.escape("".join(map(chr, _TABLE))) + "]")
_RUNS = re.compile(r" {2,}")
_PILED_MARKS = re.compile("([\u0300-\u036f]{8})[\u0300-\u036f]+")
_LONG = 1000
"""From this length on, marks piled on one letter would make NFC slow: it sorts them two by two."""
_NEWLINES = re.compile(r"\r\n?|[\x1c-\x1e\x85\u2028\u2029]")


def clean_line(text: str) -> str:
    """One line with uniform characters and single spaces."""
    return _clean(text).strip()


def clean_lines(text: str) -> list[str]:
    """The lines of `text`, each cleaned; as many as "\\n" parts it."""
    return [line.strip() for line in _clean(text).split("\n")]


def _clean(text: str) -> str:
    if not text.isascii():
        if len(text) > _LONG:
            text = _PILED_MARKS.sub(r"\1", text)
        text = unicodedata.normalize("NFC", text)
    if _UNUSUAL.search(text):
        text = text.translate(_TABLE)
    return _RUNS.sub(" ", text) if "  " in text else text


def unify_newlines(text: str) -> str:
    return _NEWLINES.sub("\n", text)
