"""What a passage says of time: no limit, a day, or a rhythm; by the words around those of time."""

from __future__ import annotations

from collections.abc import Iterator

from congdoan.documents.reading.learned.linear import learned
from congdoan.documents.reading.learned.words import tokens

NONE, DAY, RHYTHM = KINDS = ("none", "day", "rhythm")
_TELLS = frozenset(("nam", "thang", "quy", "ngay", "tuan", "xuyen", "#year", "dip", "/"))
"""Without one of these a passage says nothing of time."""
_TIMES = frozenset(
    (*_TELLS, "ky", "hang", "cuoi", "dau", "truoc", "tu", "den", "khi", "sau", "moi", "lan", "nhiem", "gio", "mua")
) | {"he", "han", "som", "nhat", "dinh", "sinh", "niem", "toi", "trong"}
_BEFORE, _AFTER, _WINDOW = 3, 3, 5


def chances_of_time(folded: str) -> dict[str, float]:
    """How likely each of KINDS is; empty when nothing is said of time."""
    seen = set(features(folded))
    if not seen:
        return {}
    odds = {kind: learned(f"time_{kind}").chance(seen) for kind in KINDS}
    whole = sum(odds.values())
    return {kind: chance / whole for kind, chance in odds.items()}


def features(folded: str) -> Iterator[str]:
    words = tokens(folded)
    if _TELLS.isdisjoint(words):
        return
    yield f"0< {words[0]}"
    yield f"1< {' '.join(words[:2])}"
    for at, word in enumerate(words):
        if word not in _TIMES and not word.startswith("#"):
            continue
        yield word
        for before in range(1, _BEFORE + 1):
            for after in range(min(_AFTER, _WINDOW - before) + 1):
                yield " ".join(words[max(0, at - before) : at + after + 1])
