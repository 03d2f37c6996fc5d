"""Quotations that leave words out, or write some by their first letters alone."""

from __future__ import annotations

from collections.abc import Sequence

_LEAST_WORDS = 4
"""Fewer words in order stand in many passages by chance."""
_LETTERS = range(3, 9)
"""Of an abbreviation: "ATVSV"."""


def is_shortened(quoted: str, passage: str) -> bool:
    """Whether all words of a quotation stand in a passage in their order; both folded, with single spaces.

    "Thăm, tặng quà công nhân" is "Thăm, tặng 300 suất quà cho công nhân ...".
    """
    wanted, words = quoted.split(" "), passage.split(" ")
    if not _LEAST_WORDS <= len(wanted) <= len(words):
        return False
    at = 0
    for word in wanted:
        found = _next(words, at, word)
        if found is None:
            return False
        at = found
    return True


def _next(words: Sequence[str], start: int, word: str) -> int | None:
    """Where the words go on after `word` or after the words that it abbreviates; None where neither follows."""
    count = len(word) if len(word) in _LETTERS else 0
    for at in range(start, len(words)):
        if words[at] == word:
            return at + 1
        if count and "".join(part[:1] for part in words[at : at + count]) == word:
            return at + count
    return None
