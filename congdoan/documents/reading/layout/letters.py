"""Patterns over Vietnamese letters: Unicode mixes capitals and small letters with marks, so ranges do not work."""

from __future__ import annotations

from collections.abc import Iterable

from congdoan.documents.reading import lazy_re as re

CAPITALS = "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"
_SMALL = CAPITALS.lower()


def vietnamese(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile `pattern`, in which À-ỸĐ stands for the capitals with marks and à-ỹđ for the small letters with marks."""
    return re.compile(pattern.replace("À-ỸĐ", CAPITALS).replace("à-ỹđ", _SMALL), flags)


def word_table(words: str) -> frozenset[str]:
    """The words of a table, which are parted by bars and line ends."""
    return frozenset(words.replace("\n", "|").split("|")) - {""}


FIRST_WORD = re.compile(r"\w+")


def by_first_word(phrases: Iterable[str]) -> dict[str, list[str]]:
    """The phrases that begin with each word, the longest first; each is found sooner so than by a pattern of all."""
    table: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        first = FIRST_WORD.match(phrase)
        table.setdefault(first[0] if first else phrase, []).append(phrase)
    return table
