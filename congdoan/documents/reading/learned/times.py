"""What a passage says of time: no limit, a day, or a rhythm; by the words around those of time."""

from __future__ import annotations

from congdoan.documents.reading.learned.linear import learned
from congdoan.documents.reading.learned.words import tokens

NONE, DAY, RHYTHM = KINDS = ("none", "day", "rhythm")
_TELLS = frozenset(("nam", "thang", "quy", "ngay", "tuan", "xuyen", "#year", "#month", "#day", "dip", "/"))
"""Without one of these a passage says nothing of time."""
_TIMES = frozenset(
    (*_TELLS, "ky", "hang", "cuoi", "dau", "truoc", "tu", "den", "khi", "sau", "moi", "lan", "nhiem", "gio", "mua")
) | {"he", "han", "som", "nhat", "dinh", "sinh", "niem", "toi", "trong"}
_WINDOWS = [(before, after + 1) for before, after in ((1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2), (3, 0), (3, 1))]
"""Stretches around a word of time: how many words before it, and from it on."""


def chances_of_time(folded: str) -> dict[str, float]:
    """How likely each of KINDS is; empty when nothing is said of time."""
    seen = features(folded)
    if not seen:
        return {}
    odds = {kind: learned(f"time_{kind}").chance(seen) for kind in KINDS}
    whole = sum(odds.values())
    return {kind: chance / whole for kind, chance in odds.items()}


def features(folded: str) -> set[str]:
    words = tokens(folded)
    if _TELLS.isdisjoint(words):
        return set()
    seen = {f"0< {words[0]}", f"1< {' '.join(words[:2])}"}
    for at, word in enumerate(words):
        if word in _TIMES or word[0] == "#":
            seen.add(word)
            for first, last in _WINDOWS:
                seen.add(" ".join(words[max(0, at - first) : at + last]))
    return seen
