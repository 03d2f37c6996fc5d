"""Styles of .odt papers: fonts, capitals, bold and centred text, following the chain of parent styles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from lxml import etree

from congdoan.documents.reading.extract.odt_names import FORMAT, STYLE, SVG, TEXT

_MOST_PARENTS = 40


@dataclass(frozen=True, slots=True)
class Look:
    """None where neither the style nor its parents say."""

    font: str | None = None
    capitals: bool | None = None
    hidden: bool | None = None
    bold: bool | None = None
    centred: bool | None = None

    def over(self, base: Look) -> Look:
        """This look, with what `base` says where it says nothing."""
        missing = {part.name: getattr(base, part.name) for part in fields(Look) if getattr(self, part.name) is None}
        return replace(self, **missing)


class Looks:
    """The looks of named and automatic styles."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._elements: dict[tuple[str, str], etree._Element] = {}
        self._fonts: dict[str, str] = {}
        self._known: dict[tuple[str, str], Look] = {}
        for root in roots:
            for face in root.iter(f"{STYLE}font-face"):
                self._fonts[face.get(f"{STYLE}name", "")] = face.get(f"{SVG}font-family", "").strip("'\"")
            for style in root.iter(f"{STYLE}style"):
                self._elements[style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", "")] = style

    def of(self, family: str, name: str | None) -> Look:
        """The look of a style of `family` ("paragraph" or "text")."""
        key = (family, name or "")
        if key not in self._known:
            look, seen = Look(), set[str]()
            current = name
            while current and current not in seen and len(seen) < _MOST_PARENTS:
                seen.add(current)
                element = self._elements.get((family, current))
                if element is None:
                    break
                look = look.over(self._own(element))
                current = element.get(f"{STYLE}parent-style-name")
            self._known[key] = look
        return self._known[key]

    def _own(self, element: etree._Element) -> Look:
        text = element.find(f"{STYLE}text-properties")
        paragraph = element.find(f"{STYLE}paragraph-properties")
        align = None if paragraph is None else paragraph.get(f"{FORMAT}text-align")
        centred = None if align is None else align in ("center", "end", "right")
        if text is None:
            return Look(centred=centred)
        name = text.get(f"{STYLE}font-name")
        return Look(
            font=text.get(f"{FORMAT}font-family", "").strip("'\"") or (self._fonts.get(name, name) if name else None),
            capitals=_given(text.get(f"{FORMAT}text-transform"), "uppercase"),
            hidden=_given(text.get(f"{TEXT}display"), "none"),
            bold=_given(text.get(f"{FORMAT}font-weight"), "bold"),
            centred=centred,
        )


def _given(value: str | None, wanted: str) -> bool | None:
    return None if value is None else value == wanted
