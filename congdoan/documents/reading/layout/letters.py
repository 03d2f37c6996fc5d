"""Patterns over Vietnamese letters: Unicode mixes capitals and small letters with marks, so ranges do not work."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re

CAPITALS = "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"
_SMALL = CAPITALS.lower()


def vietnamese(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile `pattern`, in which À-ỸĐ stands for the capitals with marks and à-ỹđ for the small letters with marks."""
    return re.compile(pattern.replace("À-ỸĐ", CAPITALS).replace("à-ỹđ", _SMALL), flags)


def word_table(words: str) -> frozenset[str]:
    """The words of a table, which are parted by bars and line ends."""
    return frozenset(words.replace("\n", "|").split("|")) - {""}
