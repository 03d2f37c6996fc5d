"""The words of a passage as features, over folded text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_TOKEN = re.compile(r"[a-z]+|\d+|[^\w\s]")


def tokens(folded: str) -> list[str]:
    """Words, signs, and figures by their number of digits: "20/6/2023" is "#2", "/", "#1", "/", "#year"."""
    return [_figure(token) if token[0].isdigit() else token for token in _TOKEN.findall(folded)]


def _figure(digits: str) -> str:
    return "#year" if len(digits) == 4 and digits.startswith("20") else f"#{len(digits)}"


def runs(words: Sequence[str], longest: int) -> Iterator[str]:
    """Every run of one to `longest` words that stand side by side."""
    for size in range(1, longest + 1):
        for first in range(len(words) - size + 1):
            yield " ".join(words[first : first + size])
