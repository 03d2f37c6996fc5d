"""Reads a line of the targets: its figure and unit ("Ít nhất 80% cán bộ công đoàn ..." → 80, "%")."""

from __future__ import annotations

import re

from congdoan.documents.reading.layout.letters import vietnamese
from congdoan.documents.reading.model import Target

_FIGURE = re.compile(r"(?<![\w/.,-])(\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)(?![\d/])\s*(%|phan tram)?")
_NOT_A_FIGURE = re.compile(r"(?:nam|quy|thang|ngay|muc|dieu|khoan|so|khoa|lan thu|giai doan|den|dai hoi|-)\s?$")
_UNIT = vietnamese(
    r"\s*(?:([a-zà-ỹđ/²]+(?:\s(?:viên|đoàn|sở|bộ|lao|động|đồng|việt|nam|tập|huấn|người|công|cơ"
    r"|trình|chức|nghiệp|vụ|lượt)){0,4})|([A-ZĐ]{2,8}))"
)
_YEAR = re.compile(r"(?:19|20)\d\d$")


def read_target(text: str, folded: str, start: int, end: int, section: str) -> Target:
    for match in _FIGURE.finditer(folded, start, end):
        before = folded[max(start, match.start() - 12) : match.start()]
        if _NOT_A_FIGURE.search(before) or (_YEAR.match(match[1]) and not match[2]):
            continue
        unit = "%" if match[2] else _unit(text, match.end(), end)
        return Target(section, text[start:end], _number(match[1]), unit, start, end)
    return Target(section, text[start:end], None, None, start, end)


def _unit(text: str, start: int, end: int) -> str | None:
    found = _UNIT.match(text, start, end)
    return (found[1] or found[2]) if found else None


def _number(printed: str) -> int | float:
    plain = printed.replace(".", "") if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", printed) else printed
    if "," in plain:
        return float(plain.replace(",", "."))
    return int(plain)
