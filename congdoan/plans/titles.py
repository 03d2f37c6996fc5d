"""A short name for a long passage: whole words, cut where the sentence allows."""

import re
from typing import Final

from congdoan.core.text import normalise

_MARK: Final = re.compile(r"^(?:[-+•*–]|\d+(?:\.\d+)*[.)]|[a-zđ]\))\s*")
_ABOUT: Final = re.compile(r"^(?:Về|về)\s+(?:việc\s+)?")
_BREAK: Final = re.compile(r"[.;:](?=\s|$)|,(?=\s)")


def short_title(text: str, most: int = 140) -> str:
    """The first clauses of `text` that fit in `most` characters; one that is longer is cut, at a word if it can be."""
    words = _MARK.sub("", normalise(text))
    if len(words) <= most:
        return words.rstrip(" .;:")
    breaks = [match.start() for match in _BREAK.finditer(words) if 40 <= match.start() <= most]
    if breaks:
        return words[: breaks[-1]].rstrip()
    gap = words.rfind(" ", 0, most - 1)
    return words[: gap if gap > 0 else most - 1] + "…"


def section_title(title: str, most: int = 120) -> str:
    """A heading without its "Về", short enough for a table."""
    words = _ABOUT.sub("", normalise(title))
    return short_title(words[:1].upper() + words[1:], most)
