"""What styles say about numbering, headings, fonts and capitals, following the chain of base styles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.extract.word_xml import W, children, switch, value

_HEADING = re.compile(r"(?:heading|tiêu đề)\s*([1-9])$", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|mục lục)\s*[1-9]$|table of figures$", re.IGNORECASE)
_STYLE, _OF_TABLES, _STYLE_END = b"<w:style ", b'w:type="table"', b"</w:style>"
_LISTED_END = b"</w:latentStyles>"
_LONGEST_CHAIN = 40
"""Word itself follows a dozen base styles; a longer chain is a trap."""


class Style(NamedTuple):
    """`names`: the style and those it builds on, nearest first. `listed`: a line of a table of contents."""

    num_id: str | None = None
    level: int | None = None
    heading: int | None = None
    font: str | None = None
    capitals: bool | None = None
    listed: bool | None = None
    names: tuple[str, ...] = ()


class Styles:
    """Styles by their ids, each worked out when it is first asked for; `default` is that of most paragraphs."""

    def __init__(self, root: etree._Element | None = None) -> None:
        self._elements: dict[str, dict[str, etree._Element]] = {"paragraph": {}, "character": {}}
        self._known: dict[tuple[str, str], Style] = {}
        self._base = Style()
        default = ""
        if root is not None:
            given = children(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
            self._base = Style(font=font_of(given), capitals=capitals_of(given))
            default = self._sort(root)
        self.default = self.of_paragraph(default)

    def _sort(self, root: etree._Element) -> str:
        """Take the styles of `root`; returns the id of the default paragraph style."""
        default = ""
        for element in root.iterfind(f"{W}style"):
            kind, name = element.get(f"{W}type", ""), element.get(f"{W}styleId", "")
            if kind in self._elements:
                self._elements[kind][name] = element
                if kind == "paragraph" and element.get(f"{W}default") in ("1", "true", "on"):
                    default = name
        return default

    def of_paragraph(self, name: str | None) -> Style:
        """The style of a paragraph; what its chain leaves open is as the document's defaults say."""
        if name is None or (name and name not in self._elements["paragraph"]):
            return self.default
        key = ("paragraph", name)
        if key not in self._known:
            self._known[key] = _filled(self._resolve(*key), self._base)
        return self._known[key]

    def of_character(self, name: str | None) -> Style:
        key = ("character", name or "")
        if key not in self._known:
            self._known[key] = self._resolve(*key)
        return self._known[key]

    def _resolve(self, kind: str, name: str) -> Style:
        style, seen = Style(), list[str]()
        current: str | None = name
        while current in self._elements[kind] and current not in seen and len(seen) < _LONGEST_CHAIN:
            assert current is not None
            seen.append(current)
            element = self._elements[kind][current]
            style = _filled(style, _own(element))
            current = value(element, f"{W}basedOn")
        return style._replace(names=tuple(seen))


def without_table_styles(data: bytes) -> bytes:
    """The stored styles without those of tables and without the list of Word's own, which say nothing about words."""
    kept, at = [], 0
    while (place := data.find(_OF_TABLES, at)) >= 0:
        first, last = data.rfind(_STYLE, at, place), data.find(_STYLE_END, place)
        tag = data[first : data.find(b">", place)]
        if first < 0 or last < 0 or b">" in tag or tag.endswith(b"/"):
            break
        kept.append(data[at:first])
        at = last + len(_STYLE_END)
    head, listed, rest = b"".join([*kept, data[at:]]).partition(b"<w:latentStyles ")
    return head + rest.partition(_LISTED_END)[2] if _LISTED_END in rest else head + listed + rest


def _filled(style: Style, base: Style) -> Style:
    """`style`, with what `base` says where it says nothing."""
    return Style._make(given if given is not None else below for given, below in zip(style, base, strict=True))


def _own(element: etree._Element) -> Style:
    properties, run = element.find(f"{W}pPr"), children(element.find(f"{W}rPr"))
    level = value(properties, f"{W}numPr/{W}ilvl")
    name = value(element, f"{W}name") or ""
    named = _HEADING.search(name)
    return Style(
        num_id=value(properties, f"{W}numPr/{W}numId"),
        level=int(level) if level and level.isdigit() else None,
        heading=int(named[1]) if named else outline_level(value(properties, f"{W}outlineLvl")),
        font=font_of(run),
        capitals=capitals_of(run),
        listed=True if _CONTENTS.match(name) else None,
    )


def outline_level(outline: str | None) -> int | None:
    """The level of a heading, from 1, for what paragraph properties give, from "0"."""
    return int(outline) + 1 if outline and outline.isdigit() and outline < "9" else None


def font_of(properties: Mapping[str, etree._Element]) -> str | None:
    """The font of the letters that run properties give; "" when the theme chooses it, which is never an old font."""
    fonts = properties.get(f"{W}rFonts")
    if fonts is None:
        return None
    if fonts.get(f"{W}hAnsiTheme") or fonts.get(f"{W}asciiTheme"):
        return ""
    font: str | None = fonts.get(f"{W}hAnsi") or fonts.get(f"{W}ascii")
    return font


def capitals_of(properties: Mapping[str, etree._Element]) -> bool | None:
    """Whether run properties show small letters as capitals."""
    given = switch(properties.get(f"{W}caps"))
    return given if given is not None else switch(properties.get(f"{W}smallCaps"))
