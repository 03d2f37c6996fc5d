"""The printed lines of one Word paragraph: line breaks that divide it, and those that only fill the page."""

from __future__ import annotations

from congdoan.documents.reading.layout.clean import clean_line
from congdoan.documents.reading.layout.markers import marker_of

_ENDS = (".", ";", ":", "!", "?", "…", ",")
_FULL_LINE = 45
"""Characters; a shorter line was broken on purpose, as in a letterhead."""


def lines_of(text: str, *, apart: bool) -> list[str]:
    """The lines of a paragraph. `apart`: each line break divides, as in cells and centred paragraphs."""
    lines = [line for line in map(clean_line, text.split("\n")) if line]
    if apart or len(lines) < 2:
        return lines
    joined = lines[:1]
    for line in lines[1:]:
        if _goes_on(joined[-1], line):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined


def _goes_on(before: str, line: str) -> bool:
    """A sentence that a line break cut in two."""
    if before.endswith(_ENDS) or marker_of(line) or before.isupper() or line.isupper():
        return before.endswith(",") and line[0].islower()
    return line[0].islower() or len(before) >= _FULL_LINE
