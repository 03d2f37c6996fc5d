"""The normalised text of a paper: paragraphs and table rows with offsets, and where each line stands on its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from congdoan.documents.reading.extract.source import Box, Source, SourceItem, SourceLine, SourceRow
from congdoan.documents.reading.layout.closing_rows import closing_as_lines
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.layout.front_rows import front_as_lines
from congdoan.documents.reading.layout.joining import Measure, continues, measure, measures
from congdoan.documents.reading.layout.running import drop_running_lines
from congdoan.documents.reading.layout.text_lines import link, looks_torn
from congdoan.documents.reading.layout.title import find_title
from congdoan.documents.reading.layout.torn_head import mend_head
from congdoan.documents.reading.model import LineBox, Page, Span

CELL_SEPARATOR = " | "


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph or table row (then `cells` is not empty). `heading`: level of a heading style. `aside`: a note."""

    start: int
    end: int
    cells: tuple[Span, ...] = ()
    heading: int | None = None
    bold: bool = False
    aside: bool = False


@dataclass(slots=True)
class Paper:
    """`title`: index of the paragraph that names the kind of paper, or -1. `body`: index of the first of the body."""

    text: str
    folded: str
    paragraphs: list[Paragraph]
    pages: tuple[Page, ...] = ()
    ocr: bool = False
    wrapped: bool = False
    kind: str = "text"
    notes: list[str] = field(default_factory=list)
    title: int = -1
    body: int = 0


@dataclass(slots=True)
class _Writer:
    """Collects the text of a paper. `boxes`: page, start, end of each printed line and where it stands."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    paragraphs: list[Paragraph] = field(default_factory=list)
    boxes: list[tuple[int, int, int, Box]] = field(default_factory=list)

    def write(self, text: str) -> int:
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        return start

    def paragraph(self, lines: list[SourceLine]) -> None:
        start = self.length
        for at, line in enumerate(lines):
            if at:
                self.write(link(lines[at - 1].text, line.text))
            begin = self.write(line.text)
            if line.box:
                self.boxes.append((line.page, begin, self.length, line.box))
        first = lines[0]
        self.paragraphs.append(Paragraph(start, self.length, heading=first.heading, bold=first.bold, aside=first.aside))
        self.write("\n")

    def row(self, row: SourceRow) -> None:
        start, spans = self.length, []
        for at, cell in enumerate(row.cells):
            if at:
                self.write(CELL_SEPARATOR)
            begin = self.write(cell)
            spans.append(Span(begin, self.length))
        if row.box:
            self.boxes.append((row.page, start, self.length, row.box))
        self.paragraphs.append(Paragraph(start, self.length, cells=tuple(spans)))
        self.write("\n")


def lay_out(source: Source) -> Paper:
    """Paragraphs and offsets of what an extractor found."""
    writer = _Writer()
    blocks, title, body = _blocks(source)
    for block in blocks:
        if isinstance(block, SourceRow):
            writer.row(block)
        else:
            writer.paragraph(block)
    text = "".join(writer.parts)
    pages = _pages(source, writer.boxes)
    return Paper(
        text,
        fold(text),
        writer.paragraphs,
        pages,
        source.ocr,
        source.wrapped,
        source.kind,
        list(source.notes),
        title,
        body,
    )


def _blocks(source: Source) -> tuple[list[list[SourceLine] | SourceRow], int, int]:
    """Paragraphs and rows; the index of the title, and that of the first paragraph after the subject."""
    widths = [width for width, _ in source.pages]
    items: list[SourceItem] = mend_head(front_as_lines(drop_running_lines(source.items, widths)))
    items = closing_as_lines(items)
    lines = [item for item in items if isinstance(item, SourceLine)]
    shape = measure(lines) if source.wrapped else Measure(torn=looks_torn(lines))
    lines = lines if source.wrapped else []
    shapes = measures(lines, widths, shape)
    title, body = find_title(items, shape)
    blocks: list[list[SourceLine] | SourceRow] = []
    for at, item in enumerate(items):
        last = blocks[-1] if blocks else None
        if isinstance(item, SourceRow):
            blocks.append(item)
        elif isinstance(last, list) and (
            title + 1 < at < body or (at > max(title + 1, body) and continues(last[-1], item, source.wrapped, shapes))
        ):
            last.append(item)
        else:
            blocks.append([item])
    return blocks, title, title + 2 if body > title + 1 else title + 1


def _flat(corners: Sequence[tuple[float, float]]) -> tuple[float, ...]:
    return tuple(value for corner in corners for value in corner)


def _pages(source: Source, boxes: list[tuple[int, int, int, Box]]) -> tuple[Page, ...]:
    lines: dict[int, list[LineBox]] = {}
    for page, start, end, box in boxes:
        lines.setdefault(page, []).append(LineBox(start, end, *box))
    return tuple(
        Page(number, width, height, tuple(lines.get(number, ())), _flat(source.corners.get(number, ())))
        for number, (width, height) in enumerate(source.pages, start=1)
    )
