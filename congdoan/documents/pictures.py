"""Draws the pages of a paper as pictures for the screen. Runs in the reader's own process only."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pypdfium2
from PIL import Image, ImageOps

WIDTH: Final = 1240
MAX_PAGES: Final = 200
_QUALITY: Final = 78


def page_pictures(paper: Path, kind: str) -> Iterator[tuple[int, bytes]]:
    """(page number, JPEG) for each page of a PDF or picture, `WIDTH` pixels wide; nothing for other kinds."""
    if kind == "pdf":
        yield from _of_pdf(paper)
    elif kind == "image":
        with Image.open(paper) as picture:
            yield 1, _jpeg(ImageOps.exif_transpose(picture))


def _of_pdf(paper: Path) -> Iterator[tuple[int, bytes]]:
    document = pypdfium2.PdfDocument(paper)
    try:
        for number in range(1, min(len(document), MAX_PAGES) + 1):
            page = document[number - 1]
            yield number, _jpeg(page.render(scale=WIDTH / page.get_width()).to_pil())
    finally:
        document.close()


def _jpeg(picture: Image.Image) -> bytes:
    height = max(round(picture.height * WIDTH / picture.width), 1)
    drawn = io.BytesIO()
    picture.convert("RGB").resize((WIDTH, height)).save(drawn, "JPEG", quality=_QUALITY, optimize=True)
    return drawn.getvalue()
