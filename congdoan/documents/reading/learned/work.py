"""Whether a passage is work, by its words and the part of the paper."""

from __future__ import annotations

from itertools import pairwise

from congdoan.documents.reading.learned.linear import learned
from congdoan.documents.reading.learned.words import tokens

_ENDS = 4
"""Words at the beginning and at the end that count by their place."""
_EIGHT, _LONGEST = 8, 8


def chance_of_work(folded: str, part: str) -> float:
    return learned("work").chance(features(folded, part))


def features(folded: str, part: str) -> set[str]:
    words = tokens(folded)
    return {
        *words,
        *map(" ".join, pairwise(words)),
        *(f"{place}< {word}" for place, word in enumerate(words[:_ENDS])),
        *(f"{place}> {word}" for place, word in enumerate(words[: -_ENDS - 1 : -1])),
        f"part {part}",
        f"length {min(_LONGEST, len(words) // _EIGHT)}",
    }
