"""The numbers that lists and headings of .odt papers show but do not store."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.extract.number_words import written
from congdoan.documents.reading.extract.odt_names import LOEXT, STYLE, TEXT, XML_ID, count
from congdoan.documents.reading.extract.word_numbering import bullet

_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_PLACE = re.compile(r"%(\d{1,2})%")
OUTLINE = "\0outline"


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    pattern: str | None
    prefix: str
    suffix: str
    shown: int
    start: int
    bullet: str | None


@dataclass(slots=True)
class Counter:
    """The count of each level of one list, from 1."""

    style: str
    counts: dict[int, int] = field(default_factory=dict)

    def step(self, level: int, start: int) -> None:
        self.counts[level] = self.counts[level] + 1 if level in self.counts else start
        for deeper in [other for other in self.counts if other > level]:
            del self.counts[deeper]


class Lists:
    """List styles by name, the outline of headings, and the counters of the lists met so far."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._styles: dict[str, dict[int, _Level]] = {}
        self._by_id: dict[str | None, Counter] = {}
        self._by_style: dict[str, Counter] = {}
        self.headings = Counter(OUTLINE)
        for root in roots:
            for style in root.iter(f"{TEXT}list-style"):
                self._styles[style.get(f"{STYLE}name", "")] = _levels(style)
            for style in root.iter(f"{TEXT}outline-style"):
                self._styles[OUTLINE] = _levels(style)

    def counter(self, element: etree._Element, style: str) -> Counter:
        """The counter of a list that begins: a new one, or that of the list which it continues."""
        named = self._by_id.get(element.get(f"{TEXT}continue-list"))
        goes_on = element.get(f"{TEXT}continue-numbering") == "true"
        counter = named or (self._by_style.get(style) if goes_on else None) or Counter(style)
        self._by_style[style] = counter
        if (name := element.get(XML_ID)) is not None:
            self._by_id[name] = counter
        return counter

    def label(self, counter: Counter, style: str, level: int, start: int | None) -> str:
        """The label of the next item of `counter` at `level` (from 1); "" when it shows none."""
        levels = self._styles.get(style, {})
        shape = levels.get(level)
        if shape is None:
            return ""
        if start is not None:
            counter.counts.pop(level, None)
        counter.step(level, shape.start if start is None else start)
        if shape.bullet is not None:
            return bullet(shape.bullet, level - 1)
        if not shape.format:
            return ""
        return _shown(shape, levels, counter, level)


def _shown(shape: _Level, levels: dict[int, _Level], counter: Counter, level: int) -> str:
    def number(at: int) -> str:
        return written(counter.counts.get(at, 1), _FORMATS.get(levels[at].format, "decimal")) if at in levels else ""

    if shape.pattern is not None:
        return _PLACE.sub(lambda place: number(int(place[1])), shape.pattern).strip()
    first = max(level - shape.shown + 1, 1)
    numbers = ".".join(filter(None, map(number, range(first, level + 1))))
    return f"{shape.prefix}{numbers}{shape.suffix}".strip()


def _levels(style: etree._Element) -> dict[int, _Level]:
    return {count(element.get(f"{TEXT}level"), 1): _level(element) for element in style if isinstance(element.tag, str)}


def _level(element: etree._Element) -> _Level:
    sign = element.tag in (f"{TEXT}list-level-style-bullet", f"{TEXT}list-level-style-image")
    return _Level(
        format=element.get(f"{STYLE}num-format", ""),
        pattern=element.get(f"{LOEXT}num-list-format"),
        prefix=element.get(f"{STYLE}num-prefix", ""),
        suffix=element.get(f"{STYLE}num-suffix", ""),
        shown=count(element.get(f"{TEXT}display-levels"), 1),
        start=count(element.get(f"{TEXT}start-value"), 1),
        bullet=element.get(f"{TEXT}bullet-char", "•") if sign else None,
    )
