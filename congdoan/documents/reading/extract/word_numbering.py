"""Computes the labels that Word's automatic numbering shows but does not store."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from congdoan.documents.reading.extract.word_xml import VAL, W, value

_PLACE = re.compile(r"%([1-9])")
_BULLETS = ("-", "+", "•", "◦", "▪", "▫")
_ROMAN = list(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"],
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Level:
    format: str
    text: str
    start: int
    restart: int | None


@dataclass(slots=True)
class _List:
    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(slots=True)
class Numbering:
    """The lists of one document, with their counters as the reading goes down the paper."""

    lists: dict[str, _List] = field(default_factory=dict)
    counters: dict[str, dict[int, int]] = field(default_factory=dict)
    started: set[tuple[str, int]] = field(default_factory=set)

    def label(self, num_id: str, level: int) -> str:
        """The label of the next paragraph in list `num_id` at `level` (0 to 8); "" when it shows none."""
        numbered = self.lists.get(num_id)
        if numbered is None or level not in numbered.levels:
            return ""
        shape = numbered.levels[level]
        self._count(num_id, numbered, level)
        if shape.format == "none":
            return ""
        if shape.format == "bullet":
            return _bullet(shape.text, level)
        return _PLACE.sub(lambda match: self._number(numbered, int(match[1]) - 1, shape.format), shape.text).strip()

    def _count(self, num_id: str, numbered: _List, level: int) -> None:
        counts = self.counters.setdefault(numbered.abstract, {})
        override = numbered.starts.get(level)
        if override is not None and (num_id, level) not in self.started:
            self.started.add((num_id, level))
            counts[level] = override
        else:
            counts[level] = counts[level] + 1 if level in counts else numbered.levels[level].start
        for deeper in [other for other in counts if other > level]:
            shape = numbered.levels.get(deeper)
            if shape is None or shape.restart != 0:
                del counts[deeper]

    def _number(self, numbered: _List, level: int, shown_in: str) -> str:
        shape = numbered.levels.get(level)
        if shape is None:
            return ""
        count = self.counters[numbered.abstract].get(level, shape.start)
        return written(count, "decimal" if shown_in == "isLgl" else shape.format)


def written(count: int, style: str) -> str:
    """`count` in a Word number format."""
    if style == "upperRoman":
        return roman(count)
    if style == "lowerRoman":
        return roman(count).lower()
    if style in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if style == "upperLetter" else letter
    if style == "decimalZero":
        return f"{count:02}"
    return str(count)


def roman(count: int) -> str:
    digits = []
    for amount, letters in _ROMAN:
        times, count = divmod(max(count, 0), amount)
        digits.append(letters * times)
    return "".join(digits)


def _bullet(text: str, level: int) -> str:
    if text in ("-", "–", "—", "−", "\uf02d"):
        return "-"
    return "+" if text in ("+", "\uf02b") else _BULLETS[2 + level % 4]


def read_numbering(root: etree._Element) -> Numbering:
    abstracts = {
        element.get(f"{W}abstractNumId", ""): {_at(level): _level(level) for level in element.iterfind(f"{W}lvl")}
        for element in root.iterfind(f"{W}abstractNum")
    }
    numbering = Numbering()
    for element in root.iterfind(f"{W}num"):
        abstract = value(element, f"{W}abstractNumId") or ""
        levels, starts = dict(abstracts.get(abstract, {})), {}
        for override in element.iterfind(f"{W}lvlOverride"):
            start = value(override, f"{W}startOverride")
            if start is not None:
                starts[_at(override)] = _whole(start)
            replaced = override.find(f"{W}lvl")
            if replaced is not None:
                levels[_at(override)] = _level(replaced)
        numbering.lists[element.get(f"{W}numId", "")] = _List(abstract, levels, starts)
    return numbering


def _at(element: etree._Element) -> int:
    return _whole(element.get(f"{W}ilvl", "0"))


def _whole(text: str, default: int = 0) -> int:
    return int(text) if text.lstrip("-").isdigit() and len(text) < 7 else default


def _level(element: etree._Element) -> Level:
    restart = element.find(f"{W}lvlRestart")
    legal = element.find(f"{W}isLgl") is not None
    return Level(
        format="isLgl" if legal else value(element, f"{W}numFmt") or "decimal",
        text=value(element, f"{W}lvlText") or "",
        start=_whole(value(element, f"{W}start") or "1", 1),
        restart=None if restart is None else _whole(restart.get(VAL, "1"), 1),
    )
