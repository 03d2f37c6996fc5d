"""Computes the labels that Word's automatic numbering shows but does not store."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.extract.number_words import written
from congdoan.documents.reading.extract.word_xml import VAL, W, children, is_on, value, value_of

_PLACE = re.compile(r"%([1-9])")
_BULLETS = ("-", "+", "•", "◦", "▪", "▫")


@dataclass(frozen=True, slots=True)
class Level:
    """`restart`: the level, from 1, after which it starts anew (0: never, None: after any above). `style`: linked."""

    format: str
    text: str
    start: int
    restart: int | None
    legal: bool = False
    style: str | None = None


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
            return bullet(shape.text, level)
        return _PLACE.sub(lambda match: self._number(numbered, int(match[1]) - 1, shape.legal), shape.text).strip()

    def level_of(self, num_id: str, styles: tuple[str, ...]) -> int | None:
        """The level that a list keeps for a paragraph style (the nearest of `styles`)."""
        numbered = self.lists.get(num_id)
        if numbered is None:
            return None
        linked = {shape.style: at for at, shape in numbered.levels.items() if shape.style}
        return next((linked[name] for name in styles if name in linked), None)

    def _count(self, num_id: str, numbered: _List, level: int) -> None:
        counts = self.counters.setdefault(numbered.abstract, {})
        override = numbered.starts.get(level)
        if override is not None and (num_id, level) not in self.started:
            counts[level] = override
        else:
            start = numbered.levels[level].start if override is None else override
            counts[level] = counts[level] + 1 if level in counts else start
        self.started.add((num_id, level))
        for deeper in [other for other in counts if other > level]:
            shape = numbered.levels.get(deeper)
            if shape is None or shape.restart is None or level < shape.restart:
                del counts[deeper]

    def _number(self, numbered: _List, level: int, legal: bool) -> str:
        shape = numbered.levels.get(level)
        if shape is None:
            return ""
        count = self.counters[numbered.abstract].get(level, shape.start)
        return written(count, "decimal" if legal else shape.format)


def bullet(text: str, level: int) -> str:
    sign = text.strip()
    if sign in ("-", "–", "—", "−", "‐", "‑", "\uf02d", "\uf0be"):
        return "-"
    return "+" if sign in ("+", "\uf02b") else _BULLETS[2 + level % 4] if sign else ""


def read_numbering(root: etree._Element) -> Numbering:
    abstracts = _abstracts(root)
    numbering = Numbering()
    for element in root.iterfind(f"{W}num"):
        abstract = value(element, f"{W}abstractNumId") or ""
        abstract, levels = abstracts.get(abstract, (abstract, {}))
        levels, starts = dict(levels), {}
        for override in element.iterfind(f"{W}lvlOverride"):
            start = value(override, f"{W}startOverride")
            if start is not None:
                starts[_at(override)] = _whole(start)
            replaced = override.find(f"{W}lvl")
            if replaced is not None:
                levels[_at(override)] = _level(replaced)
        numbering.lists[element.get(f"{W}numId", "")] = _List(abstract, levels, starts)
    return numbering


def _abstracts(root: etree._Element) -> dict[str, tuple[str, dict[int, Level]]]:
    """Each abstract list with its levels; one that only names a list style takes those of the list it names."""
    elements = {element.get(f"{W}abstractNumId", ""): element for element in root.iterfind(f"{W}abstractNum")}
    levels = {
        name: {_at(level): _level(level) for level in element.iterfind(f"{W}lvl")} for name, element in elements.items()
    }
    owners = {style: name for name, element in elements.items() if (style := value(element, f"{W}styleLink"))}
    found = {}
    for name, element in elements.items():
        owner = owners.get(value(element, f"{W}numStyleLink") or "", name)
        found[name] = (name, levels[name]) if levels[name] else (owner, levels[owner])
    return found


def _at(element: etree._Element) -> int:
    return _whole(element.get(f"{W}ilvl", "0"))


def _whole(text: str, default: int = 0) -> int:
    return int(text) if text.lstrip("-").isdigit() and text.isascii() and len(text) < 7 else default


def _level(element: etree._Element) -> Level:
    given = children(element)
    restart = given.get(f"{W}lvlRestart")
    pictured = f"{W}lvlPicBulletId" in given
    return Level(
        format=value_of(given.get(f"{W}numFmt")) or "decimal",
        text=value_of(given.get(f"{W}lvlText")) or ("•" if pictured else ""),
        start=_whole(value_of(given.get(f"{W}start")) or "1", 1),
        restart=None if restart is None else _whole(restart.get(VAL, "1"), 1),
        legal=is_on(element, f"{W}isLgl"),
        style=value_of(given.get(f"{W}pStyle")),
    )
