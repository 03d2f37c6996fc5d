"""PDF papers: printed lines with their boxes; pages without a text that can be trusted go to the scan reader.

Most pages keep their text in reading order, and their lines are taken as they come. A page whose lines stand side by
side, lie on their side, begin a table or end in footnotes is put together anew from its single words.
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from congdoan.documents.reading.extract.corners import quarter_turns
from congdoan.documents.reading.extract.notes import may_have_notes, part_notes
from congdoan.documents.reading.extract.page_tables import Tables
from congdoan.documents.reading.extract.pdf_file import open_pdf
from congdoan.documents.reading.extract.pdf_lines import TextLayer, in_columns, lines_of, needs_care, text_layer
from congdoan.documents.reading.extract.pdf_rules import is_ruled, rules_of
from congdoan.documents.reading.extract.pdf_words import words_of
from congdoan.documents.reading.extract.quality import is_doubtful, likeness
from congdoan.documents.reading.extract.source import Progress, Source, SourceItem, SourceLine

_FEW_CHARACTERS = 25
_GARBLED, _POOR = 0.45, 0.8
_WHOLE_PAGE = 0.7


def read_pdf(path: Path, on_stage: Progress) -> Source:
    source = Source("pdf", wrapped=True)
    with open_pdf(path) as document:
        reader = _Reader(source)
        for number, page in enumerate(document, start=1):
            reader.read(page, number)
            page.close()
        if reader.scanned or reader.doubtful:
            reader.recognise(document, on_stage)
    source.items = [item for number in sorted(reader.pages) for item in reader.pages[number]] + [*reader.notes]
    return source


class _Reader:
    """Gathers pages. `scanned`: pages without text; `doubtful`: the likeness of texts that recognition may better."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.tables = Tables()
        self.pages: dict[int, list[SourceItem]] = {}
        self.notes: list[SourceLine] = []
        self.scanned: list[int] = []
        self.doubtful: dict[int, float] = {}

    def read(self, page: pdfium.PdfPage, number: int) -> None:
        size = page.get_size()
        with text_layer(page) as layer:
            lines = lines_of(page, layer, number)
            if self.tables.open or needs_care(lines) or may_have_notes(lines) or is_ruled(page):
                size = self._with_care(page, layer, number)
            else:
                self.pages[number] = [*in_columns(lines, size[0])]
        self.source.pages.append(size)
        self._judge(page, number, layer.text)

    def _with_care(self, page: pdfium.PdfPage, layer: TextLayer, number: int) -> tuple[float, float]:
        found = words_of(page, layer)
        rules = rules_of(page, found.frame)
        words, notes = part_notes(found.words, number, found.height, rules.foot())
        self.pages[number] = self.tables.read(words, rules, number, found.width)
        self.notes += notes
        if found.frame.turn:
            self.source.corners[number] = quarter_turns(found.frame.turn)
        return found.width, found.height

    def _judge(self, page: pdfium.PdfPage, number: int, text: str) -> None:
        """Remember a page whose text is missing, garbled, or the poor work of a scanner."""
        if len(text) < _FEW_CHARACTERS:
            if _pictures(page):
                self.scanned.append(number)
        elif is_doubtful(text):
            like = likeness(text)
            if like < _GARBLED or (like < _POOR and _pictures(page, _WHOLE_PAGE)):
                self.doubtful[number] = like

    def recognise(self, document: pdfium.PdfDocument, on_stage: Progress) -> None:
        """Read pages by their pictures; a doubtful text is kept when recognition finds nothing better."""
        from congdoan.documents.reading.extract.scan import can_recognise, read_pages

        if not self.scanned and not can_recognise():
            self.source.notes.append("garbled_text")
            return
        numbers = sorted([*self.scanned, *self.doubtful])
        found = read_pages(document, numbers, self.source, on_stage)
        for number in numbers:
            before = self.doubtful.get(number, 0.0)
            if number in self.doubtful and likeness(_all_text(found[number])) < before + 0.1:
                continue
            self.pages[number] = found[number]
            self.source.kind, self.source.ocr = "scan", True
            if number in self.doubtful and "text_recognised" not in self.source.notes:
                self.source.notes.append("text_recognised")


def _pictures(page: pdfium.PdfPage, part: float = 0.0) -> bool:
    """Whether a picture covers this part of the page."""
    width, height = page.get_size()
    for picture in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = picture.get_bounds()
        if (right - left) * (top - bottom) >= part * width * height:
            return True
    return False


def _all_text(items: list[SourceItem]) -> str:
    return " ".join(item.text if isinstance(item, SourceLine) else " ".join(item.cells) for item in items)
