"""Makes characters uniform: NFC, plain spaces, no invisible characters, bullets of symbol fonts as real ones."""

from __future__ import annotations

import unicodedata

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.layout.legacy import repair
from congdoan.documents.reading.layout.letters import CAPITALS

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v"
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\u202a\u202b\u202c"
    "\u202d\u202e\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufff9\ufffa\ufffb\ufffc\u0000\ufffe\uffff"
)
_SYMBOL_FONT = {0xF02D: "-", 0xF02B: "+", 0xF0BE: "-", 0xF03D: "=", 0xF0A3: "≤", 0xF0B3: "≥", 0xF0B1: "±", 0xF0B4: "×"}
_BULLETS = "‣⁌⁍➔➜➝➞➡▸▹▻❑❒☐☑☒❏❐✅👉🔹🔸♦♣★☆✪✱✲✦✧◘⦿⚫⚪🔶🔷"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}

_TABLE: dict[int, str | None] = {
    **dict.fromkeys(range(0xF020, 0xF100), "•"),
    **dict.fromkeys(map(ord, _SPACES), " "),
    **dict.fromkeys(map(ord, _INVISIBLE)),
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(map(ord, _BULLETS), "•"),
    **dict.fromkeys(map(ord, "‐‑⁃﹣"), "-"),
    **_SYMBOL_FONT,
    **{ord(ligature): letters for ligature, letters in _LIGATURES.items()},
    **{ord(sign): "Đ" for sign in "ÐƉ"},
    **{ord(sign): "đ" for sign in "ðɖ"},
    ord("―"): "—",
}
_UNUSUAL = re.compile("[" + re.escape("".join(map(chr, _TABLE))) + "]")
_PILED_MARKS = re.compile("([\u0300-\u036f]{8})[\u0300-\u036f]+")
_LONG = 1000
"""From this length on, marks piled on one letter would make NFC slow: it sorts them two by two."""
_NEWLINES = re.compile(r"\r\n?|[\x1c-\x1e\x85\u2028\u2029]")
_LOOSE_MARKS = re.compile("[\u0300-\u036f]")
_TONE_FIRST = re.compile("([\u0300\u0301\u0303\u0309])([\u0302\u0306])")
_LETTER_BULLET = re.compile(
    rf"^[ \t\u00a0]*(?:[o§Øüvqð·](?:\t[ \t\u00a0]*(?=\w)|[ \u00a0]+(?=[A-Z{CAPITALS}“\"]))|o[ \u00a0]{{2,}}(?=\w))",
    re.MULTILINE,
)
"""Bullets of Wingdings and Courier that became letters when they were copied: o, § (▪), Ø (➢), ü (✓), v (❖), q (❑)."""


_ORDINARY = re.compile(rf"(?! *[ovq] )[ -~{CAPITALS}{CAPITALS.lower()}–—“”…]*")
"""Lines that hold nothing to clean but spaces, as most do; "o", "v" and "q" may stand for bullets."""


def clean_line(text: str) -> str:
    """One line with uniform characters and single spaces."""
    return (_one_space(text) if _ORDINARY.fullmatch(text) else _clean(text)).strip()


def clean_lines(text: str) -> list[str]:
    """The lines of `text`, each cleaned; as many as "\\n" parts it."""
    return [line.strip() for line in _clean(text).split("\n")]


def readable(text: str) -> str:
    """A whole paper with composed letters, in Unicode whatever encoding its lines were stored in."""
    return real_bullets(text) if text.isascii() else repair(real_bullets(_composed(text)))


def real_bullets(text: str) -> str:
    """`text` with the letters that stand for bullets as bullets."""
    return _LETTER_BULLET.sub("• ", text) if _LETTER_BULLET.search(text) else text


def _clean(text: str) -> str:
    return uniform(readable(text))


def uniform(text: str) -> str:
    """A text that is `readable` with plain spaces, dashes and signs, and no space twice."""
    if _UNUSUAL.search(text):
        text = text.translate(_TABLE)
    return _one_space(text)


def _one_space(text: str) -> str:
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def _composed(text: str) -> str:
    """NFC, also where the tone was typed before the hat or the breve of its vowel."""
    if len(text) > _LONG:
        text = _PILED_MARKS.sub(r"\1", text)
    text = unicodedata.normalize("NFC", text)
    if _LOOSE_MARKS.search(text):
        apart = _TONE_FIRST.sub(r"\2\1", unicodedata.normalize("NFD", text))
        text = unicodedata.normalize("NFC", apart)
    return text


def unify_newlines(text: str) -> str:
    return _NEWLINES.sub("\n", text)
