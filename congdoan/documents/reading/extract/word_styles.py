"""What paragraph styles say about numbering and headings, following the chain of base styles."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from congdoan.documents.reading.extract.word_xml import W, value

_HEADING = re.compile(r"(?:heading|tiêu đề)\s*([1-9])$", re.IGNORECASE)
_LONGEST_CHAIN = 40
"""Word itself follows a dozen base styles; a longer chain is a trap."""


@dataclass(frozen=True, slots=True)
class Style:
    num_id: str | None = None
    level: int | None = None
    heading: int | None = None


def read_styles(root: etree._Element) -> dict[str, Style]:
    elements = {
        element.get(f"{W}styleId", ""): element
        for element in root.iterfind(f"{W}style")
        if element.get(f"{W}type") == "paragraph"
    }
    return {name: _resolve(name, elements) for name in elements}


def _resolve(name: str, elements: dict[str, etree._Element]) -> Style:
    style, seen = Style(), set[str]()
    current: str | None = name
    while current in elements and current not in seen and len(seen) < _LONGEST_CHAIN:
        seen.add(current)
        own = _own(elements[current])
        style = Style(
            style.num_id if style.num_id is not None else own.num_id,
            style.level if style.level is not None else own.level,
            style.heading if style.heading is not None else own.heading,
        )
        current = value(elements[current], f"{W}basedOn")
    return style


def _own(element: etree._Element) -> Style:
    properties = element.find(f"{W}pPr")
    level = value(properties, f"{W}numPr/{W}ilvl")
    outline = value(properties, f"{W}outlineLvl")
    named = _HEADING.search(value(element, f"{W}name") or "")
    heading = int(named[1]) if named else int(outline) + 1 if outline and outline.isdigit() and outline != "9" else None
    return Style(
        num_id=value(properties, f"{W}numPr/{W}numId"),
        level=int(level) if level and level.isdigit() else None,
        heading=heading,
    )
