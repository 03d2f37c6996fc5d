"""PDF papers: printed lines with their boxes; pages without text are handed to the scan reader."""

from __future__ import annotations

from ctypes import byref
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from congdoan.documents.reading.extract.pdf_file import open_pdf
from congdoan.documents.reading.extract.pdf_tables import TableFinder
from congdoan.documents.reading.extract.source import Box, Progress, Source, SourceItem, SourceLine
from congdoan.documents.reading.layout.clean import clean_lines

_FEW_CHARACTERS = 25


def read_pdf(path: Path, on_stage: Progress) -> Source:
    source = Source("pdf", wrapped=True)
    with open_pdf(path) as document:
        pages: dict[int, list[SourceItem]] = {}
        scanned: list[int] = []
        tables = TableFinder()
        for number, page in enumerate(document, start=1):
            source.pages.append(page.get_size())
            lines = _lines(page, number)
            if sum(len(line.text) for line in lines) < _FEW_CHARACTERS and _has_image(page):
                scanned.append(number)
            pages[number] = tables.read(page, lines)
            page.close()
        if scanned:
            from congdoan.documents.reading.extract.scan import read_pages

            pages.update(read_pages(document, scanned, on_stage))
            source.kind, source.ocr = "scan", True
    source.items = [item for number in sorted(pages) for item in pages[number]]
    return source


def _has_image(page: pdfium.PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _lines(page: pdfium.PdfPage, number: int) -> list[SourceLine]:
    """The printed lines of a page in the order of its text, which writers of papers keep as the reading order."""
    text_page = page.get_textpage()
    try:
        text = text_page.get_text_range()
        boxes = _Boxes(text_page, page.get_height()) if len(text) == text_page.count_chars() else None
        lines: list[SourceLine] = []
        start = 0
        for raw, line in zip(text.split("\n"), clean_lines(text), strict=True):
            if line:
                lines.append(SourceLine(line, page=number, box=boxes.of(start, raw) if boxes else None))
            start += len(raw) + 1
        return lines
    finally:
        text_page.close()


class _Boxes:
    """Boxes of lines, from their first to their last visible character."""

    def __init__(self, text_page: pdfium.PdfTextPage, height: float) -> None:
        self.page, self.height = text_page.raw, height
        self.left, self.right = pdfium_c.FS_RECTF(), pdfium_c.FS_RECTF()
        self.to_left, self.to_right = byref(self.left), byref(self.right)

    def of(self, start: int, raw: str) -> Box | None:
        get = pdfium_c.FPDFText_GetLooseCharBox
        first = start + len(raw) - len(raw.lstrip())
        last = start + len(raw.rstrip()) - 1
        if not (get(self.page, first, self.to_left) and get(self.page, last, self.to_right)):
            return None
        left, right = self.left, self.right
        top, bottom = max(left.top, right.top), min(left.bottom, right.bottom)
        return Box(min(left.left, right.left), self.height - top, max(left.right, right.right), self.height - bottom)
