"""Draws the pages of a paper as pictures for the screen, upright. Runs in the reader's own process only."""

import io
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

import pypdfium2
from PIL import Image

from congdoan.documents.reading.extract.corners import WHOLE, Corners
from congdoan.documents.reading.extract.scan_pictures import pages_of_picture
from congdoan.documents.reading.extract.upright import cut
from congdoan.documents.reading.model import Page

WIDTH: Final = 1240
MAX_PAGES: Final = 200
_QUALITY: Final = 78


def page_pictures(paper: Path, kind: str, pages: Sequence[Page]) -> Iterator[tuple[int, bytes]]:
    """(page number, JPEG) for each page of a PDF or picture, `WIDTH` pixels wide; nothing for other kinds."""
    drawn = _of_pdf(paper) if kind == "pdf" else _of_picture(paper) if kind == "image" else iter(())
    corners = {page.number: page.corners for page in pages if page.corners}
    for number, picture in enumerate(islice(drawn, MAX_PAGES), start=1):
        yield number, _jpeg(cut(picture, _corners(corners.get(number, ()))))


def _of_pdf(paper: Path) -> Iterator[Image.Image]:
    document = pypdfium2.PdfDocument(paper)
    try:
        for page in document:
            yield page.render(scale=WIDTH / max(page.get_width(), 1.0)).to_pil()
            page.close()
    finally:
        document.close()


def _of_picture(paper: Path) -> Iterator[Image.Image]:
    for picture, _ in pages_of_picture(paper):
        yield picture


def _corners(flat: Sequence[float]) -> Corners:
    return Corners(*zip(flat[::2], flat[1::2], strict=True)) if flat else WHOLE


def _jpeg(picture: Image.Image) -> bytes:
    height = max(round(picture.height * WIDTH / picture.width), 1)
    drawn = io.BytesIO()
    picture.convert("RGB").resize((WIDTH, height)).save(drawn, "JPEG", quality=_QUALITY, optimize=True)
    return drawn.getvalue()
