"""Scanned papers and photographs, read by Tesseract: one page per core at a time."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pypdfium2 as pdfium
from PIL import Image

from congdoan.documents.reading.confine import allow_seconds
from congdoan.documents.reading.errors import UnreadableFile
from congdoan.documents.reading.extract.limits import MAX_SCANNED_PAGES
from congdoan.documents.reading.extract.page_tables import Tables
from congdoan.documents.reading.extract.scan_lines import is_dirt, mend
from congdoan.documents.reading.extract.scan_page import Sheet, prepared, turned_round
from congdoan.documents.reading.extract.scan_pictures import count_pages, pages_of_picture, picture_of_page
from congdoan.documents.reading.extract.source import Progress, Source, SourceItem
from congdoan.documents.reading.extract.tesseract import OcrWord, program, words_of

_SECONDS_PER_PAGE = 4.0
"""Of this process, to set a page upright; Tesseract has limits of its own."""
_UPSIDE_DOWN = 70.0
"""A page of whose letters Tesseract is less sure may stand on its head."""
_ILLEGIBLE = "Không nhận dạng được chữ trên ảnh. Hãy quét lại rõ hơn rồi tải lên."


def can_recognise() -> bool:
    """Whether Tesseract is there with its Vietnamese data."""
    try:
        program()
    except UnreadableFile:
        return False
    return True


def read_pages(
    document: pdfium.PdfDocument, numbers: list[int], source: Source, on_stage: Progress
) -> dict[int, list[SourceItem]]:
    """The lines of the pages `numbers` (from 1) of an open PDF; how they lie is noted in `source`."""
    if len(numbers) > MAX_SCANNED_PAGES:
        raise UnreadableFile(f"Bản quét có hơn {MAX_SCANNED_PAGES} trang. Hãy tách tệp rồi tải lên từng phần.")
    program()
    pictures = ((number, *picture_of_page(document, number)) for number in numbers)
    return dict(_recognise(pictures, len(numbers), source, on_stage))


def read_image(path: Path, on_stage: Progress) -> Source:
    """Photographs or scans in a .jpg, .png or .tif file, each page taken as A4."""
    program()
    count = count_pages(path)
    source = Source("scan", wrapped=True, ocr=True, pages=[(0.0, 0.0)] * count)
    pictures = ((number, *page) for number, page in enumerate(pages_of_picture(path), start=1))
    for _, items in _recognise(pictures, count, source, on_stage):
        source.items += items
    return source


def _recognise(
    pictures: Iterator[tuple[int, Image.Image, int]], total: int, source: Source, on_stage: Progress
) -> Iterator[tuple[int, list[SourceItem]]]:
    """Pages in order. Only so many pictures are made ahead as keep every core at work."""
    allow_seconds(_SECONDS_PER_PAGE * total)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    waiting: deque[tuple[int, Future[Recognised]]] = deque()
    pages = _Pages(source, total, on_stage)
    with ThreadPoolExecutor(cores) as pool:
        for number, picture, dpi in pictures:
            waiting.append((number, pool.submit(_recognised, prepared(picture, dpi))))
            while len(waiting) > cores + 2:
                yield pages.finish(*waiting.popleft())
        while waiting:
            yield pages.finish(*waiting.popleft())


class Recognised(NamedTuple):
    """The words of a page, None when recognition gave up, and the page as it was read, without its pixels."""

    words: list[OcrWord] | None
    sheet: Sheet


def _recognised(sheet: Sheet) -> Recognised:
    """The page as it stands or, where that makes no words, the other way up."""
    if not sheet.legible:
        return Recognised(None, sheet.without_pixels())
    words = words_of(sheet.pnm, sheet.dpi)
    sure = _sureness(words)
    if words is not None and sure < _UPSIDE_DOWN:
        turned = turned_round(sheet)
        other = words_of(turned.pnm, turned.dpi)
        if _sureness(other) > sure:
            words, sheet = other, turned
    return Recognised(words, sheet.without_pixels())


def _sureness(words: list[OcrWord] | None) -> float:
    """How sure Tesseract is of the letters of a page, from 0 to 100; long words count for more."""
    letters = sum(len(word.text) for word in words or ())
    return sum(word.sure * len(word.text) for word in words or ()) / letters if letters else 0.0


class _Pages:
    """Turns recognised pages into lines and rows, one after the other."""

    def __init__(self, source: Source, total: int, on_stage: Progress) -> None:
        self.source, self.total, self.on_stage = source, total, on_stage
        self.tables = Tables()
        self.done = self.given_up = 0

    def finish(self, number: int, future: Future[Recognised]) -> tuple[int, list[SourceItem]]:
        words, sheet = future.result()
        self.done += 1
        if words is None:
            self._give_up()
        self.on_stage("scan", self.done, self.total)
        self.source.pages[number - 1] = sheet.size
        if not sheet.corners.is_whole():
            self.source.corners[number] = sheet.corners
        items = self.tables.read(words or [], sheet.rules, number, sheet.size[0])
        for item in items:
            mend(item)
        return number, [item for item in items if not is_dirt(item)]

    def _give_up(self) -> None:
        """Go on when other pages could be read; a paper that only costs time is refused."""
        self.given_up += 1
        if self.given_up == self.done and (self.done > 1 or self.total == 1):
            raise UnreadableFile(_ILLEGIBLE)
        if "page_unread" not in self.source.notes:
            self.source.notes.append("page_unread")
