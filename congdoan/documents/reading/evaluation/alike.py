"""When a text found is the text that was wanted."""

from __future__ import annotations

import unicodedata

from congdoan.documents.reading import lazy_re as re

_SIGNS = str.maketrans({**dict.fromkeys("–—‒−‐‑", "-"), **dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‘’", "'")})
_TONES = {"uỷ": "ủy", "Uỷ": "Ủy", "UỶ": "ỦY", "oà": "òa", "oá": "óa", "oả": "ỏa", "oạ": "ọa", "OÀ": "ÒA", "OÁ": "ÓA"}
_TONE = re.compile("|".join(_TONES))
""""Uỷ" and "Ủy" are the same word."""
_SPACES = re.compile(r"\s+")
LEAST_QUOTED = 15
NEAR = 90.0
"""Per cent of letters that must agree where a text is not the same to the letter."""


def plain(value: object) -> object:
    """A value to compare: in a text, only the kind of its spaces, dashes and quotation marks does not count."""
    if not isinstance(value, str):
        return value
    composed = unicodedata.normalize("NFC", value).translate(_SIGNS)
    return _SPACES.sub(" ", _TONE.sub(lambda tone: _TONES[tone[0]], composed)).strip()


def passage(text: str) -> str:
    """A passage to compare: the case and the mark at its end do not count either."""
    return str(plain(text.casefold())).rstrip(" .;,:")


def same_passage(wanted: str, given: str, *, whole: bool) -> bool:
    """Of two plain passages; unless `whole`, `wanted` is only the beginning."""
    return given == wanted or (not whole and given.startswith(wanted))


def near_passage(wanted: str, given: str, *, whole: bool) -> bool:
    from rapidfuzz.fuzz import ratio

    return ratio(wanted, given if whole else given[: len(wanted)], score_cutoff=NEAR) > 0


def quoted_inside(wanted: str, given: str, *, whole: bool) -> bool:
    """Whether `wanted` are words from the middle of a passage: what is done, without who is to do it."""
    return not whole and len(wanted) >= LEAST_QUOTED and f" {wanted}" in given
