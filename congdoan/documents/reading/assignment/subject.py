"""Who a sentence is about: "Giao Ban Tổ chức ...", "Ban Tài chính: ...", "Đối với các LĐLĐ huyện"."""

from __future__ import annotations

import re
from typing import NamedTuple

from congdoan.documents.reading.assignment.units import Unit, units_from

_BEFORE = re.compile(
    r"(?:(?:[Gg]iao|[Pp]hân công|[Đđ]ề nghị|[Yy]êu cầu|[Đđ]ối với|[Tt]rách nhiệm của|[Nn]hiệm "
    r"vụ của|[Cc]hỉ đạo|GIAO|ĐỐI VỚI|TRÁCH NHIỆM CỦA)\s(?:cho\s)?)?(?:[Đđ]ồng chí\s|[Cc]ác "
    r"(?:đồng chí|ông,? bà|ông \(bà\))\s)?"
)
_ORDERED = re.compile(r"\b(?:[Gg]iao|[Pp]hân công|[Đđ]ề nghị|[Yy]êu cầu)\s(?:cho\s)?(?:các đồng chí\s)?")
_GIVEN = re.compile(r"\b(?:[Gg]iao|[Pp]hân công)\s(?:cho\s)?(?:các đồng chí\s)?")
_AFTER = re.compile(r"\s*(?:\([^)]{0,80}\))?\s*(?P<mark>:|[-–—](?=\s)|,(?=\s))?\s*")


class Subject(NamedTuple):
    """`rest`: where the words after the bodies begin. `ordered`: introduced by "giao", "đề nghị" and the like."""

    units: list[Unit]
    rest: int
    ordered: bool


def subject_of(text: str, start: int, end: int) -> Subject | None:
    """The bodies with which a passage begins; None when it begins with something else."""
    before = _BEFORE.match(text, start, end)
    at = before.end() if before else start
    units, stop = units_from(text, at, end)
    if not units:
        return None
    after = _AFTER.match(text, stop, end)
    rest = after.end() if after else stop
    words = text[start:at].strip().lower()
    return Subject(units, rest, words.startswith(("giao", "phân công", "đề nghị", "yêu cầu", "chỉ đạo")))


def ordered_in(text: str, start: int, end: int, given_only: bool = False) -> Subject | None:
    """The bodies that are given work inside a sentence ("... giao Văn phòng theo dõi ...").

    `given_only`: by "giao", "phân công" alone.
    """
    for order in (_GIVEN if given_only else _ORDERED).finditer(text, start, end):
        units, stop = units_from(text, order.end(), end)
        if units:
            return Subject(units, stop, True)
    return None


_BOARD = re.compile(
    r"(?:Ban Thường vụ|Ban Chấp hành|Thường trực|Đoàn Chủ tịch|Liên đoàn Lao động|LĐLĐ|Tổng "
    r"Liên đoàn|Tỉnh ủy|UBND|Ủy ban nhân dân|Chủ tịch)"
)


def is_board(subject: Subject) -> bool:
    """Bodies that give work to others rather than do it."""
    return len(subject.units) == 1 and _BOARD.match(subject.units[0].name) is not None
