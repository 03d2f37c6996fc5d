"""Scanned papers and photographs, read by Tesseract: one page per core at a time."""

from __future__ import annotations

import os
import warnings
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from congdoan.documents.reading.errors import UnreadableFile
from congdoan.documents.reading.extract.limits import BROKEN, MAX_PIXELS, MAX_SCANNED_PAGES
from congdoan.documents.reading.extract.scan_lines import lines_of
from congdoan.documents.reading.extract.source import Progress, Source, SourceItem
from congdoan.documents.reading.extract.tesseract import Word, program, words_of

_LEAST_DPI, _MOST_DPI = 200, 300
_TOO_MANY_PIXELS = "Ảnh có quá nhiều điểm ảnh. Hãy giảm còn tối đa 60 triệu điểm ảnh rồi tải lên lại."


class PageImage(NamedTuple):
    number: int
    width: float  # of the page in points
    dpi: int
    pnm: bytes


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
    """The lines of the pages `numbers` (from 1) of an open PDF."""
    if len(numbers) > MAX_SCANNED_PAGES:
        raise UnreadableFile(f"Bản quét có hơn {MAX_SCANNED_PAGES} trang. Hãy tách tệp rồi tải lên từng phần.")
    program()
    images = (page_image(document, number) for number in numbers)
    return dict(_recognise(images, len(numbers), on_stage))


def read_image(path: Path, on_stage: Progress) -> Source:
    """A photograph or a scan of one page in a .jpg or .png file."""
    program()
    image, (width, height) = _load(path)
    source = Source("scan", wrapped=True, ocr=True, pages=[(width, height)])
    for _, items in _recognise([image], 1, on_stage):
        source.items = items
    return source


def _recognise(images: Iterable[PageImage], total: int, on_stage: Progress) -> Iterator[tuple[int, list[SourceItem]]]:
    """Pages in order. Only so many images are drawn ahead as keep every core at work."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    waiting: deque[tuple[PageImage, Future[list[Word]]]] = deque()
    done = 0
    with ThreadPoolExecutor(cores) as pool:
        for image in images:
            waiting.append((image._replace(pnm=b""), pool.submit(words_of, image.pnm, image.dpi)))
            while len(waiting) > cores + 2:
                yield _finish(*waiting.popleft())
                done += 1
                on_stage("scan", done, total)
        while waiting:
            yield _finish(*waiting.popleft())
            done += 1
            on_stage("scan", done, total)


def _finish(image: PageImage, words: Future[list[Word]]) -> tuple[int, list[SourceItem]]:
    return image.number, lines_of(words.result(), image.number, image.width, 72 / image.dpi)


def page_image(document: pdfium.PdfDocument, number: int) -> PageImage:
    """One page drawn in grey at the resolution at which it was scanned."""
    page = document[number - 1]
    width, height = page.get_size()
    dpi = _resolution(page, width)
    if width * height * (dpi / 72) ** 2 > MAX_PIXELS:
        raise UnreadableFile(f"Trang {number} quá lớn để nhận dạng chữ. Hãy quét lại ở khổ A4, 300 dpi.")
    bitmap = page.render(scale=dpi / 72, grayscale=True)
    pixels = memoryview(bitmap.buffer).cast("B")
    rows = bytes(pixels)
    if bitmap.stride != bitmap.width:
        rows = b"".join(rows[at : at + bitmap.width] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride))
    header = f"P5 {bitmap.width} {bitmap.height} 255\n".encode()
    bitmap.close()
    page.close()
    return PageImage(number, width, dpi, header + rows)


def _resolution(page: pdfium.PdfPage, width: float) -> int:
    """That of the page's picture, within what Tesseract reads well."""
    pixels = [image.get_px_size()[0] for image in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=3)]
    natural = round(max(pixels) / (width / 72)) if len(pixels) == 1 else _MOST_DPI
    return min(max(natural, _LEAST_DPI), _MOST_DPI)


def _load(path: Path) -> tuple[PageImage, tuple[float, float]]:
    """An image file as grey pixels, upright, taken as an A4 page."""
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            opened = Image.open(path, formats=["PNG", "JPEG"])
        with opened:
            if opened.width * opened.height > MAX_PIXELS:
                raise UnreadableFile(_TOO_MANY_PIXELS)
            image = ImageOps.exif_transpose(opened).convert("L")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise UnreadableFile(_TOO_MANY_PIXELS) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise UnreadableFile(BROKEN) from error
    natural = min(image.size) / 8.27
    if natural > _MOST_DPI * 1.2 or natural < _LEAST_DPI * 0.75:
        factor = _MOST_DPI / natural
        image = image.resize((max(1, round(image.width * factor)), max(1, round(image.height * factor))))
    dpi = max(70, round(min(image.size) / 8.27))
    pnm = f"P5 {image.width} {image.height} 255\n".encode() + image.tobytes()
    size = (image.width * 72 / dpi, image.height * 72 / dpi)
    return PageImage(1, size[0], dpi, pnm), size
