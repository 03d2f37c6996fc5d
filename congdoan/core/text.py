"""Vietnamese text: one Unicode form, search without tones, the order of names in the Vietnamese alphabet."""

import re
import unicodedata
from functools import cache

_SPACES = re.compile(r"\s+")
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = {"": "0", "\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_TONE_MARKS = frozenset(_TONES) - {""}


def normalise(text: str) -> str:
    """NFC, with runs of white space made one space and none at the ends."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


def fold(text: str) -> str:
    """Lower case without tones, hats, đ and printers' signs, for search: "“Phòng họp” – Đỗ" → "phong hop do".

    PostgreSQL's parser takes every sign beyond ASCII for a letter: a quoted word would be found with its quote alone.
    """
    parts = unicodedata.normalize("NFD", normalise(text).lower())
    bare = "".join(c if c.isalnum() or c.isascii() else " " for c in parts if not unicodedata.combining(c))
    return _SPACES.sub(" ", bare).strip().replace("đ", "d")


def sort_key(name: str) -> str:
    """Orders persons by given name, then surname and middle names, in the Vietnamese alphabet."""
    words = normalise(name).lower().split(" ")
    return " ".join(_word_key(word) for word in [words[-1], *words[:-1]])


def alphabet_key(text: str) -> str:
    """Orders texts that are not persons' names (units, titles) in the Vietnamese alphabet."""
    return " ".join(_word_key(word) for word in normalise(text).lower().split(" "))


@cache
def _word_key(word: str) -> str:
    letters, tones = [], []
    for char in word:
        base, tone = _letter_and_tone(char)
        letters.append(chr(0x21 + _ALPHABET.index(base)) if base in _ALPHABET else base)
        tones.append(_TONES[tone])
    return "".join(letters) + "!" + "".join(tones)


@cache
def _letter_and_tone(char: str) -> tuple[str, str]:
    parts = unicodedata.normalize("NFD", char)
    tone = next((p for p in parts if p in _TONE_MARKS), "")
    return unicodedata.normalize("NFC", parts.replace(tone, "") if tone else parts), tone
