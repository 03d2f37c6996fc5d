"""Tables with a column for each body and a mark where it leads or helps: "x", "CT" and "PH", "●" and "○"."""

from __future__ import annotations

import re
from functools import lru_cache

from congdoan.documents.reading.assignment.units import Unit
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.model import Span

_KNOWN = {"ct": "lead", "c": "lead", "chu tri": "lead", "ph": "help", "p": "help", "phoi hop": "help"}
_AFTER = r"\)?\s?(?:[:=-]|la)?\s?(?:don vi |co quan |bo phan )?"


def from_marks(text: str, folded: str, marks: tuple[tuple[Span, Span], ...]) -> tuple[list[Unit], list[Unit], bool]:
    """The leads and helpers of a row, and whether the meaning of each mark is sure."""
    leads: list[Unit] = []
    helpers: list[Unit] = []
    signs = {text[cell.start : cell.end].strip() for _, cell in marks}
    meant = {sign: _KNOWN.get(fold(sign)) or _legend(folded, fold(sign)) for sign in signs}
    sure = len(signs) < 2 or None not in meant.values()
    for head, cell in marks:
        unit = Unit(text[head.start : head.end].strip(), head)
        (helpers if meant[text[cell.start : cell.end].strip()] == "help" else leads).append(unit)
    return leads, helpers, sure


@lru_cache(maxsize=64)
def _legend(folded: str, sign: str) -> str | None:
    """What a note says of a mark: "●: chủ trì; ○: phối hợp"."""
    found = re.search(rf"(?<![a-z0-9]){re.escape(sign)}{_AFTER}(?P<kind>chu tri|phoi hop)(?![a-z])", folded)
    return None if found is None else "lead" if found["kind"] == "chu tri" else "help"
