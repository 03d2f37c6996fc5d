"""How like two sentences about work are: by the pairs of syllables that they share, rare pairs counting more.

A Vietnamese word is mostly two syllables, so pairs are nearer to words than single syllables are.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log
from typing import Final

from congdoan.core.text import normalise

LEAST_SHARED: Final = 3
"""Pairs that two sentences must share before anything is said of them."""
_SYLLABLE: Final = re.compile(r"[^\W\d_]+")


class Sentences:
    """Sentences to which others are compared. Weights come from how many of them have a pair."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._pairs = [_pairs(text) for text in texts]
        self._having: dict[str, list[int]] = {}
        for place, pairs in enumerate(self._pairs):
            for pair in pairs:
                self._having.setdefault(pair, []).append(place)
        self._all = len(texts)

    def within(self, text: str) -> Iterator[tuple[int, float]]:
        """Which of the sentences `text` holds, and what share of each, from 0 to 1, by weight."""
        pairs = _pairs(text)
        for place, shared in self._shared(pairs):
            yield place, self._weight(shared) / self._weight(self._pairs[place])

    def twins(self, least: float) -> Iterator[tuple[int, int]]:
        """Two of the sentences, each of which holds at least this share of the other; by place."""
        for first, pairs in enumerate(self._pairs):
            for second, shared in self._shared(pairs):
                longer = max(self._weight(pairs), self._weight(self._pairs[second]))
                if first < second and self._weight(shared) >= least * longer:
                    yield first, second

    def _shared(self, pairs: frozenset[str]) -> Iterator[tuple[int, frozenset[str]]]:
        places = Counter(place for pair in pairs for place in self._having.get(pair, ()))
        for place, count in places.items():
            if count >= min(LEAST_SHARED, len(self._pairs[place])):
                yield place, pairs & self._pairs[place]

    def _weight(self, pairs: frozenset[str]) -> float:
        return sum(log(1 + self._all / len(self._having.get(pair, (0,)))) for pair in pairs)


def _pairs(text: str) -> frozenset[str]:
    syllables = _SYLLABLE.findall(normalise(text).lower())
    return frozenset(f"{first} {second}" for first, second in pairwise(syllables))
