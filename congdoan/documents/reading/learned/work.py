"""Whether a passage is work, by its words and the part of the paper."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from congdoan.documents.reading.learned.linear import learned
from congdoan.documents.reading.learned.words import tokens

_ENDS = 4
"""Words at the beginning and at the end that count by their place."""
_EIGHT, _LONGEST = 8, 8


def chance_of_work(folded: str, part: str) -> float:
    return learned("work").chance(features(folded, part))


def features(folded: str, part: str) -> Iterator[str]:
    words = tokens(folded)
    yield from words
    yield from map(" ".join, pairwise(words))
    for place, word in enumerate(words[:_ENDS]):
        yield f"{place}< {word}"
    for place, word in enumerate(words[: -_ENDS - 1 : -1]):
        yield f"{place}> {word}"
    yield f"part {part}"
    yield f"length {min(_LONGEST, len(words) // _EIGHT)}"
