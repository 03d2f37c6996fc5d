"""Names of bodies that can be given work, and how far a name goes in running text."""

from __future__ import annotations

import re
from typing import NamedTuple

from congdoan.documents.reading.assignment.unit_words import (
    COMMA_INSIDE,
    HEAD,
    INSIDE,
    NAME_DASH,
    PAIRS,
    PLACES,
    PUNCTUATION,
    STOP,
)
from congdoan.documents.reading.layout.letters import vietnamese
from congdoan.documents.reading.model import Span

_LINK = re.compile(r"\s*(?:,|;|và|\+|&|cùng|\s[-–—]\s)\s*(?:và\s+|với\s+|các đồng chí\s+)?")
_AND = re.compile(r"\s(?:và|cùng với|cùng)\s")
_MANY_PREFIX = vietnamese(
    r"(?:[Cc]ác|[Mm]ỗi|[Tt]ừng)\s(?=(?:Liên đoàn|LĐLĐ|Công đoàn|công đoàn|nghiệp đoàn|CĐCS"
    r"|Nghiệp|Ban|Sở|Phòng|UBND|Ủy ban|Hội|Huyện|Đảng))"
)
MAX_NAME = 150


class Unit(NamedTuple):
    name: str
    span: Span


def unit_at(text: str, start: int, limit: int) -> Unit | None:
    """The body whose name begins exactly at `start`."""
    head = HEAD.match(text, start, limit)
    if head is None:
        return None
    end = min(limit, start + MAX_NAME)
    stop = STOP.search(text, head.end(), end)
    end = stop.start() if stop else end
    end = _first_break(text, head.end(), end)
    end = _name_end(text, head.end(), end)
    name = text[start:end].rstrip(" ,.")
    prefix = _MANY_PREFIX.match(name)
    shift = prefix.end() if prefix else 0
    return Unit(name[shift:], Span(start + shift, start + len(name))) if len(name) - shift > 1 else None


_TOKEN = re.compile(r"[^\s]+")


def _name_end(text: str, start: int, limit: int) -> int:
    """Where the words stop that a name is made of: a capital word takes one small one with it, a place none."""
    end, small, place = start, 1, False
    tokens = [(token.group(), token.end()) for token in _TOKEN.finditer(text, start, limit)]
    for at, (printed, after) in enumerate(tokens):
        word = printed.strip(",()")
        following = tokens[at + 1][0].strip(",()") if at + 1 < len(tokens) else ""
        if not word or not word[0].isalpha() or word[0].isupper():
            small, place = (1 if place and word[:1].isupper() else 0), place and word[:1].isupper()
        elif _inside(word, following, text[:end]):
            small, place = 1, word in PLACES
        elif small or place:
            break
        else:
            small = 1
        end = after
    return end


def _inside(word: str, following: str, before: str) -> bool:
    if word in PAIRS and following not in PAIRS[word]:
        return False
    if word in ("trực", "tiếp"):
        return before.endswith(("cấp trên", "cấp trên trực"))
    return word in INSIDE


def _first_break(text: str, start: int, end: int) -> int:
    """Where a name ends at punctuation, or at "và" before another body."""
    at = start
    while True:
        mark = PUNCTUATION.search(text, at, end)
        if mark is None:
            break
        inside = COMMA_INSIDE.match(text, mark.start()) or NAME_DASH.match(text, mark.start())
        if inside is None:
            end = mark.start()
            break
        at = inside.end()
    for link in _AND.finditer(text, start, end):
        if HEAD.match(text, link.end()):
            return link.start()
    return end


def units_from(text: str, start: int, limit: int) -> tuple[list[Unit], int]:
    """All bodies of a list that begins at `start`, and where the list ends."""
    units: list[Unit] = []
    at = start
    while at < limit:
        unit = unit_at(text, at, limit)
        if unit is None:
            break
        units.append(unit)
        end = unit.span.end
        link = _LINK.match(text, end, limit)
        if link is None or link.end() == end:
            return units, end
        at = link.end()
    return units, units[-1].span.end if units else start


_CELL_BREAK = re.compile(r"\s*(?:[;\n+]|,|\s(?:và|cùng)\s|(?:^|\s)[-–—•+]\s)\s*")


def units_in_cell(text: str, start: int, end: int) -> list[Unit]:
    """The bodies of a table cell or of a line "Chủ trì: ...": parts that begin like a body stand alone."""
    units: list[Unit] = []
    begin = start
    at = start
    while at <= end:
        brk = _CELL_BREAK.search(text, at, end)
        if brk is None:
            _take(text, begin, end, units)
            break
        if brk.start() == begin:
            begin = at = max(brk.end(), at + 1)
        elif _starts_unit(text, brk.end(), end, text[brk.start() : brk.end()]):
            _take(text, begin, brk.start(), units)
            begin = at = brk.end()
        else:
            at = max(brk.end(), at + 1)
    return units


def _starts_unit(text: str, at: int, end: int, mark: str) -> bool:
    if COMMA_INSIDE.match(text, at - len(mark), end):
        return False
    return HEAD.match(text, at, end) is not None or ";" in mark


def _take(text: str, start: int, end: int, units: list[Unit]) -> None:
    raw = text[start:end]
    name = raw.strip(" .,;:-–—•+")
    prefix = _MANY_PREFIX.match(name)
    shift = prefix.end() if prefix else 0
    if len(name) - shift > 1 and any(letter.isalpha() for letter in name):
        begin = start + raw.find(name) + shift
        units.append(Unit(name[shift:], Span(begin, start + raw.find(name) + len(name))))
