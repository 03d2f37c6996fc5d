"""Word papers (.docx): paragraphs with their automatic numbers, and tables row by row, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.errors import UnreadableFile
from congdoan.documents.reading.extract.limits import BROKEN, open_package
from congdoan.documents.reading.extract.source import Source, SourceItem, SourceLine
from congdoan.documents.reading.extract.word_lines import lines_of
from congdoan.documents.reading.extract.word_notes import notes_of, page_header
from congdoan.documents.reading.extract.word_numbering import Numbering, read_numbering
from congdoan.documents.reading.extract.word_package import WordPackage
from congdoan.documents.reading.extract.word_styles import Style, Styles, outline_level, without_table_styles
from congdoan.documents.reading.extract.word_tables import rows_of
from congdoan.documents.reading.extract.word_text import WordReader, shows_placeholder
from congdoan.documents.reading.extract.word_xml import W, children, first_child, parse, switch, value, value_of
from congdoan.documents.reading.layout.text_lines import looks_wrapped

_TRANSPARENT = frozenset({f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo", f"{W}smartTag"})
_CHANGES = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo)[ />]")
_OLD_OR_CHANGED = re.compile(rb"w:caps|w:smallCaps|w:vanish|w:(?:ascii|hAnsi)=\"(?:\.[Vv]n|VN|Vn|vni)")
Properties = Mapping[str, etree._Element]
"""Of a paragraph, by tags."""
_TYPED_SIGN = re.compile(r"[-–—+•*▪◦]\s+(?=\S)")


@dataclass(slots=True)
class WordPaper:
    """`notes`: footnotes and endnotes in the order in which the text names them.

    `carried`: words of a paragraph whose end is deleted; they begin the next one.
    """

    numbering: Numbering = field(default_factory=Numbering)
    styles: Styles = field(default_factory=Styles)
    reader: WordReader = field(default_factory=WordReader)
    notes: list[tuple[str, str]] = field(default_factory=list)
    carried: str = ""

    def items(self, parent: etree._Element, *, in_cell: bool = False) -> Iterator[SourceItem]:
        """Everything under `parent` (the body or a cell), in reading order."""
        for child in parent:
            if child.tag == f"{W}p":
                yield from self.paragraph(child, in_cell=in_cell)
            elif child.tag == f"{W}tbl":
                yield from rows_of(child, self)
            elif child.tag in _TRANSPARENT or (child.tag == f"{W}sdt" and not _is_empty_control(child)):
                yield from self.items(child, in_cell=in_cell)

    def cell(self, element: etree._Element) -> Iterator[SourceItem]:
        """What stands in a table cell; there a number alone is a text too."""
        return self.items(element, in_cell=True)

    def paragraph(self, element: etree._Element, *, in_cell: bool) -> Iterator[SourceItem]:
        properties = children(first_child(element, f"{W}pPr"))
        style = self.styles.of_paragraph(value_of(properties.get(f"{W}pStyle")))
        if style.listed:
            return
        words = self.reader.words_of(element, style)
        self.notes += words.notes
        text, self.carried = self.carried + words.text, ""
        removed = _is_removed(properties)
        if removed:
            self.carried, text = text, ""
        lines = lines_of(text, apart=in_cell or _is_centred(properties))
        if not removed:
            lines = self._labelled(lines, self._label(properties, style), in_cell)
        heading = _heading(properties, style)
        bold = bool(lines) and _is_bold(element)
        for line in lines:
            yield SourceLine(line, heading=heading, bold=bold)
        for box in words.boxes:
            yield from self.items(box)

    def _labelled(self, lines: list[str], label: str, in_cell: bool) -> list[str]:
        """Put the automatic number before the words; a number without words shows in a table cell only."""
        if not label:
            return lines
        if not lines:
            return [label] if in_cell and label[0].isalnum() else []
        typed = _TYPED_SIGN.match(lines[0])
        if typed and not label[-1].isalnum() and len(label) == 1:
            lines[0] = lines[0][typed.end() :]
        return [f"{label} {lines[0]}", *lines[1:]]

    def _label(self, properties: Properties, style: Style) -> str:
        listed = properties.get(f"{W}numPr")
        num_id = value(listed, f"{W}numId") or style.num_id
        if num_id is None or num_id == "0":
            return ""
        given = value(listed, f"{W}ilvl")
        if given is not None and given.isdigit():
            return self.numbering.label(num_id, int(given))
        level = style.level if style.level is not None else self.numbering.level_of(num_id, style.names)
        return self.numbering.label(num_id, level or 0)


def _is_empty_control(control: etree._Element) -> bool:
    """A content control with no words of its own: a table of contents, or only a hint what to type."""
    gallery = value(control, f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery == "Table of Contents" or shows_placeholder(control)


def _is_centred(properties: Properties) -> bool:
    return value_of(properties.get(f"{W}jc")) in ("center", "right", "end")


def _is_removed(properties: Properties) -> bool:
    """Whether the mark that ends the paragraph is deleted or moved away."""
    mark = properties.get(f"{W}rPr")
    return mark is not None and (mark.find(f"{W}del") is not None or mark.find(f"{W}moveFrom") is not None)


def _heading(properties: Properties, style: Style) -> int | None:
    if style.heading is not None:
        return style.heading
    return outline_level(value_of(properties.get(f"{W}outlineLvl")))


def _is_bold(element: etree._Element) -> bool:
    run = first_child(element, f"{W}r")
    properties = None if run is None else first_child(run, f"{W}rPr")
    return properties is not None and switch(first_child(properties, f"{W}b")) is True


def read_word(path: Path) -> Source:
    with open_package(path) as archive:
        package = WordPackage(archive)
        root = parse(package.main)
        body = root.find(f"{W}body")
        if body is None:
            raise UnreadableFile(BROKEN)
        paper = _paper(package)
        source = Source("word")
        try:
            source.items = list(paper.items(body))
            source.items = [*page_header(package, paper, body, source.items), *source.items]
            source.items += notes_of(package, paper)
        except RecursionError as error:
            raise UnreadableFile(BROKEN) from error
    source.wrapped = looks_wrapped([item for item in source.items if isinstance(item, SourceLine)])
    if _CHANGES.search(package.main):
        source.notes.append("tracked_changes")
    return source


def _paper(package: WordPackage) -> WordPaper:
    """What the other parts say about the text, each read only when the text needs it."""
    paper = WordPaper()
    styles = without_table_styles(package.part("styles") or b"")
    special = _OLD_OR_CHANGED.search(package.main) is not None or _OLD_OR_CHANGED.search(styles) is not None
    if styles and (special or b"w:pStyle" in package.main):
        paper.styles = Styles(parse(styles))
    paper.reader = WordReader(paper.styles, plain=not special)
    numbered = b"w:numPr" in package.main or b"w:numPr" in styles
    if numbered and (numbering := package.part("numbering")):
        paper.numbering = read_numbering(parse(numbering))
    return paper
