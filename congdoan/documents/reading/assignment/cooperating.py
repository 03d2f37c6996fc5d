"""The bodies that cooperate: "phối hợp với Văn phòng, Ban Tài chính"."""

from __future__ import annotations

import re

from congdoan.documents.reading.assignment.units import Unit, units_from

_WITH = re.compile(r"phối hợp(?: chặt chẽ| thường xuyên)?\s(?:với|cùng(?: với)?)\s")
_COOPERATES = re.compile(r"\s+(?:cùng\s)?phối hợp(?!\s(?:với|cùng|chặt))")


def cooperating_in(text: str, start: int, end: int) -> list[Unit]:
    """Bodies named after "phối hợp với" in a sentence."""
    found: list[Unit] = []
    for link in _WITH.finditer(text, start, end):
        units, _ = units_from(text, link.end(), end)
        found += units
    return found


def helpers_after(text: str, start: int, end: int) -> list[Unit]:
    """Bodies of "..., Văn phòng phối hợp"."""
    for link in re.finditer(r"[,;(]\s*", text[start:end]):
        units, stop = units_from(text, start + link.end(), end)
        if units and _COOPERATES.match(text, stop, end):
            return units
    return []
