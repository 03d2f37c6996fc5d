"""Lists of leads and helpers: "Ban Tổ chức chủ trì, phối hợp với Văn phòng", "Chủ trì: ...; phối hợp: ..."."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.units import Unit, unit_at, units_in_cell

_MARK = re.compile(
    r"(?:\bđồng )?(?:(?i:\b(chủ trì|chịu trách nhiệm|phối hợp)\b)|\b(?P<short>CT|PH)(?=\s?:))\s*(?:với|cùng)?\s*:?\s*"
)
_MAIN = re.compile(r"\s\((?:làm |phụ trách )?chính\)[\s,;]*(?:và )?")
""" "Lê Thị Tâm (chính), Bùi Văn Quý"."""
_LINK = re.compile(r"[\s,;(]*(?:là (?:đơn vị|cơ quan) )?$")


def roles_in(text: str, start: int, end: int) -> tuple[list[Unit], list[Unit]]:
    """The leads and the helpers of a cell, of the words after a label, or of a clause in brackets."""
    also = _ALSO.search(text, start, end)
    if also:
        lead, cooperating = roles_in(text, start, also.start())
        return lead, [*cooperating, *units_in_cell(text, also.start("who"), also.end("who"))]
    main = _MAIN.search(text, start, end)
    if main:
        return units_in_cell(text, start, main.start()), units_in_cell(text, main.end(), end)
    marks = list(_MARK.finditer(text, start, end))
    if not marks:
        return units_in_cell(text, start, end), []
    leads: list[Unit] = []
    helpers: list[Unit] = []
    opening = _units(text, start, marks[0].start())
    if len(marks) == 1 and _helps(marks[0]) and not _names(text, marks[0].end(), end):
        return _parted(text, start, marks[0].start())
    only_helps = len(marks) == 1 and _helps(marks[0]) and not text[marks[0].end() : end].strip(" .;)")
    (helpers if only_helps else leads).extend(opening)
    for at, mark in enumerate(marks):
        following = _units(text, mark.end(), marks[at + 1].start() if at + 1 < len(marks) else end)
        if opening and not _helps(mark):
            following = [unit for unit in following if unit_at(text, unit.span.start, end)]
        (helpers if _helps(mark) or opening else leads).extend(following)
    return leads, helpers


_ALSO = re.compile(r"[,;]\s(?P<who>[^,;]{3,80}?)\s(?:cùng )?(?:tham gia|hỗ trợ)[\s.;]*$")


def _names(text: str, start: int, end: int) -> bool:
    return not text[start:end].strip(" .;)") or unit_at(text, start, end) is not None


def _parted(text: str, start: int, end: int) -> tuple[list[Unit], list[Unit]]:
    """ "A, B; C phối hợp đưa tin": of the bodies before the word those after the last semicolon help."""
    cut = max(text.rfind(";", start, end), text.rfind(". ", start, end))
    if cut < 0:
        return [], _units(text, start, end)
    return _units(text, start, cut), _units(text, cut + 1, end)


def _helps(mark: re.Match[str]) -> bool:
    return mark["short"] == "PH" or (mark[1] or "").lower() == "phối hợp"


def _units(text: str, start: int, end: int) -> list[Unit]:
    link = _LINK.search(text[start:end])
    return units_in_cell(text, start, start + link.start() if link else end)
