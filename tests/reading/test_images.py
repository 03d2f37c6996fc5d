"""Pictures of pages, on which a web page can mark any words."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from congdoan.documents.pictures import WIDTH, page_pictures
from congdoan.documents.reading.reader import read_file

SAMPLES = Path(__file__).parent.parent / "samples"
NAME = "ke-hoach-cai-cach-hanh-chinh"


def test_each_page_of_a_pdf_is_drawn_in_the_shape_of_its_page():
    path = SAMPLES / f"{NAME}.pdf"
    pages = read_file(path).pages
    pictures = dict(page_pictures(path, "pdf", pages))
    assert list(pictures) == [page.number for page in pages]
    for page in pages:
        with Image.open(io.BytesIO(pictures[page.number])) as drawn:
            assert drawn.width == WIDTH
            assert abs(drawn.width / drawn.height - page.width / page.height) < 0.01


def test_boxes_of_lines_lie_on_their_page_and_follow_the_text():
    reading = read_file(SAMPLES / f"{NAME}.pdf")
    for page in reading.pages:
        for line in page.lines:
            assert 0 <= line.x0 < line.x1 <= page.width
            assert 0 <= line.y0 < line.y1 <= page.height
            assert reading.text[line.start : line.end].strip()


def test_plain_text_has_no_page_images():
    assert list(page_pictures(SAMPLES / f"{NAME}.txt", "text", ())) == []
