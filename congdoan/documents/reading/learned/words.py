"""The words of a passage, of which features are made."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"[a-z]+|\d+|[^\w\s]")


def tokens(folded: str) -> list[str]:
    """Words, signs, and figures by their number of digits: "20/6/2023" is "#2", "/", "#1", "/", "#year"."""
    return [_figure(word) if word[0].isdigit() else word for word in _TOKEN.findall(folded)]


def _figure(digits: str) -> str:
    return "#year" if len(digits) == 4 and digits.startswith("20") else f"#{len(digits)}"
