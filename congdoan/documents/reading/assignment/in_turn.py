"""Bodies and sections of two lists, one for one: "Ban Tài chính, Văn phòng lần lượt chủ trì mục 1, mục 2"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.references import Reference
from congdoan.documents.reading.assignment.units import Unit

_IN_TURN = re.compile(r"(?<![a-z])(?:lan luot|theo thu tu(?: (?:tren|do|nay))?|tuong ung|theo trinh tu)(?![a-z])")


def goes_in_turn(folded: str, start: int, end: int) -> bool:
    """Whether a clause says that its lists of bodies and of sections go together one by one."""
    return _IN_TURN.search(folded, start, end) is not None


def one_each(units: Sequence[Unit], references: Sequence[Reference]) -> list[tuple[Unit, Reference]]:
    """Each body with its section; empty where there are not as many sections as bodies."""
    apart = [replace(reference, labels=[label]) for reference in references for label in reference.labels]
    return list(zip(units, apart, strict=True)) if len(apart) == len(units) > 1 else []
