"""Word papers (.docx): paragraphs with their automatic numbers, and tables row by row, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from congdoan.documents.reading.errors import UnreadableFile
from congdoan.documents.reading.extract.limits import BROKEN, open_package, read_part
from congdoan.documents.reading.extract.source import Source, SourceItem, SourceLine
from congdoan.documents.reading.extract.word_numbering import Numbering, read_numbering
from congdoan.documents.reading.extract.word_styles import Style, read_styles
from congdoan.documents.reading.extract.word_tables import rows_of
from congdoan.documents.reading.extract.word_xml import MC, W, is_on, parse, value
from congdoan.documents.reading.layout.clean import clean_line

_SKIPPED = frozenset({f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{W}instrText", f"{W}delText", f"{MC}Fallback"})
_TRANSPARENT = frozenset({f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo", f"{W}smartTag"})
_BREAKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}


@dataclass(slots=True)
class WordPaper:
    numbering: Numbering = field(default_factory=Numbering)
    styles: dict[str, Style] = field(default_factory=dict)

    def items(self, parent: etree._Element) -> Iterator[SourceItem]:
        """Everything under `parent` (the body or a cell), in reading order."""
        for child in parent:
            if child.tag == f"{W}p":
                yield from self.paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from rows_of(child, self)
            elif child.tag in _TRANSPARENT:
                yield from self.items(child)

    def paragraph(self, element: etree._Element) -> Iterator[SourceItem]:
        parts: list[str] = []
        boxes: list[etree._Element] = []
        _collect(element, parts, boxes)
        properties = element.find(f"{W}pPr")
        name = value(properties, f"{W}pStyle")
        style = self.styles.get(name, Style()) if name else Style()
        lines = [line for line in map(clean_line, "".join(parts).split("\n")) if line]
        if lines:
            label = self._label(properties, style)
            lines[0] = f"{label} {lines[0]}" if label else lines[0]
        for line in lines:
            yield SourceLine(line, heading=style.heading, bold=_is_bold(element))
        for box in boxes:
            yield from self.items(box)

    def _label(self, properties: etree._Element | None, style: Style) -> str:
        num_id = value(properties, f"{W}numPr/{W}numId") or style.num_id
        if num_id is None or num_id == "0":
            return ""
        level = value(properties, f"{W}numPr/{W}ilvl")
        return self.numbering.label(num_id, int(level) if level and level.isdigit() else style.level or 0)


def _collect(element: etree._Element, parts: list[str], boxes: list[etree._Element]) -> None:
    for child in element:
        tag = child.tag
        if tag == f"{W}t":
            parts.append(child.text or "")
        elif tag in _BREAKS:
            parts.append(_BREAKS[tag])
        elif tag == f"{W}sym":
            parts.append(_symbol(child))
        elif tag == f"{W}txbxContent":
            boxes.append(child)
        elif tag not in _SKIPPED:
            _collect(child, parts, boxes)


def _symbol(element: etree._Element) -> str:
    code = element.get(f"{W}char", "")
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def _is_bold(element: etree._Element) -> bool:
    run = element.find(f"{W}r")
    return run is not None and is_on(run.find(f"{W}rPr"), f"{W}b")


def read_word(path: Path) -> Source:
    with open_package(path) as archive:
        data = read_part(archive, "word/document.xml")
        if data is None:
            raise UnreadableFile(BROKEN)
        body = parse(data).find(f"{W}body")
        if body is None:
            raise UnreadableFile(BROKEN)
        paper = WordPaper()
        if b"w:pStyle" in data and (styles := read_part(archive, "word/styles.xml")):
            paper.styles = read_styles(parse(styles))
        numbered = b"w:numPr" in data or any(style.num_id for style in paper.styles.values())
        if numbered and (numbering := read_part(archive, "word/numbering.xml")):
            paper.numbering = read_numbering(parse(numbering))
    source = Source("word")
    try:
        source.items = list(paper.items(body))
    except RecursionError as error:
        raise UnreadableFile(BROKEN) from error
    if b"<w:ins " in data or b"<w:del " in data:
        source.notes.append("tracked_changes")
    return source
