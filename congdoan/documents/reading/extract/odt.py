"""OpenDocument papers (.odt): paragraphs with their automatic numbers, and tables row by row, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from congdoan.documents.reading.errors import UnreadableFile
from congdoan.documents.reading.extract.limits import BROKEN, open_package, read_part
from congdoan.documents.reading.extract.odt_lists import OUTLINE, Counter, Lists
from congdoan.documents.reading.extract.odt_names import OFFICE, TEXT, count
from congdoan.documents.reading.extract.odt_styles import Look, Looks
from congdoan.documents.reading.extract.odt_tables import rows_of
from congdoan.documents.reading.extract.odt_text import OdtWords, words_of
from congdoan.documents.reading.extract.source import Source, SourceItem, SourceLine
from congdoan.documents.reading.extract.word_lines import lines_of
from congdoan.documents.reading.extract.word_xml import parse
from congdoan.documents.reading.layout.text_lines import looks_wrapped

_SKIPPED = frozenset(
    f"{TEXT}{name}"
    for name in ("tracked-changes", "table-of-content", "alphabetical-index", "sequence-decls", "variable-decls")
) | {f"{OFFICE}forms"}


@dataclass(slots=True)
class _Place:
    """Where in which list a paragraph stands: its counter, list style and level; `label` waits for the first words."""

    counter: Counter
    style: str
    level: int
    label: str = ""


@dataclass(slots=True)
class OdtPaper:
    looks: Looks
    lists: Lists
    notes: list[SourceLine] = field(default_factory=list)

    def items(
        self, parent: etree._Element, place: _Place | None = None, *, in_cell: bool = False
    ) -> Iterator[SourceItem]:
        """Everything under `parent` (the text, a cell, a list item), in reading order."""
        for child in parent:
            if child.tag in (f"{TEXT}p", f"{TEXT}h"):
                yield from self._paragraph(child, place, in_cell)
            elif child.tag == f"{TEXT}list":
                yield from self._list(child, place, in_cell)
            elif child.tag.endswith("}table"):
                yield from rows_of(child, self)
            elif isinstance(child.tag, str) and child.tag not in _SKIPPED:
                yield from self.items(child, place, in_cell=in_cell)

    def _list(self, element: etree._Element, over: _Place | None, in_cell: bool) -> Iterator[SourceItem]:
        style = element.get(f"{TEXT}style-name") or (over.style if over else "")
        counter = over.counter if over else self.lists.counter(element, style)
        for item in element:
            place = _Place(counter, style, over.level + 1 if over else 1)
            if item.tag == f"{TEXT}list-item" and _has_words(item):
                start = item.get(f"{TEXT}start-value")
                place.label = self.lists.label(counter, style, place.level, count(start, 1) if start else None)
            yield from self.items(item, place, in_cell=in_cell)

    def _paragraph(self, element: etree._Element, place: _Place | None, in_cell: bool) -> Iterator[SourceItem]:
        look = self.looks.of("paragraph", element.get(f"{TEXT}style-name"))
        words = words_of(element, look, self.looks)
        heading = count(element.get(f"{TEXT}outline-level"), 1) if element.tag == f"{TEXT}h" else None
        label = self._label(element, place, heading)
        lines = lines_of(words.text, apart=in_cell or bool(look.centred))
        if lines and label:
            lines[0] = f"{label} {lines[0]}"
        elif in_cell and label[:1].isalnum():
            lines = [label]
        for line in lines:
            yield SourceLine(line, heading=heading, bold=_is_bold(words, look))
        for box in words.boxes:
            yield from self.items(box)
        for note in words.notes:
            text = " ".join(item.text for item in self.items(note) if isinstance(item, SourceLine))
            self.notes.append(SourceLine(f"[{len(self.notes) + 1}] {text}", aside=True))

    def _label(self, element: etree._Element, place: _Place | None, heading: int | None) -> str:
        if place is not None:
            label, place.label = place.label, ""
            return label
        if heading is None or element.get(f"{TEXT}is-list-header") == "true":
            return ""
        return self.lists.label(self.lists.headings, OUTLINE, heading, None)


def _has_words(item: etree._Element) -> bool:
    """Whether a list item has a paragraph of its own and does not only hold a deeper list."""
    return item.find(f"{TEXT}p") is not None or item.find(f"{TEXT}h") is not None


def _is_bold(words: OdtWords, look: Look) -> bool:
    return bool(look.bold if words.bold is None else words.bold)


def read_odt(path: Path) -> Source:
    with open_package(path) as archive:
        data = read_part(archive, "content.xml")
        if data is None:
            raise UnreadableFile(BROKEN)
        root = parse(data)
        styles = read_part(archive, "styles.xml")
        roots = [parse(styles), root] if styles else [root]
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise UnreadableFile(BROKEN)
    paper = OdtPaper(Looks(roots), Lists(roots))
    source = Source("word")
    try:
        source.items = [*paper.items(body), *paper.notes]
    except RecursionError as error:
        raise UnreadableFile(BROKEN) from error
    source.wrapped = looks_wrapped([item for item in source.items if isinstance(item, SourceLine)])
    if next(body.iter(f"{TEXT}changed-region"), None) is not None:
        source.notes.append("tracked_changes")
    return source
