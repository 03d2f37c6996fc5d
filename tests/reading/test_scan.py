"""Scans and photographs of papers, spoiled as they are in offices."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from congdoan.documents.pictures import page_pictures
from congdoan.documents.reading.model import PlanReading
from congdoan.documents.reading.reader import read_file
from tests.reading import pdf_papers as papers
from tests.reading import scans
from tests.reading.test_properties import check_offsets

SHORT = papers.LETTERHEAD + papers.body().split("2. Công tác tổ chức")[0]


@pytest.fixture
def page(tmp_path: Path) -> Image.Image:
    return scans.page(tmp_path, SHORT).crop((0, 0, 1654, 900))


def read(picture: Image.Image, path: Path, **options: object) -> PlanReading:
    picture.save(path, dpi=(scans.DPI, scans.DPI), **options)
    reading = read_file(path)
    check_offsets(reading)
    return reading


def assert_tasks(reading: PlanReading, expected: list[str]) -> None:
    """The tasks, but for a letter here and there."""
    found = [task.text for task in reading.tasks]
    assert len(found) == len(expected), reading.text
    for text, wanted in zip(found, expected, strict=True):
        assert SequenceMatcher(None, text, wanted).ratio() > 0.95, text


SPOILED: dict[str, Callable[[Image.Image], Image.Image]] = {
    "askew": lambda picture: scans.askew(picture, -4.3),
    "on its side": lambda picture: picture.transpose(Image.Transpose.ROTATE_270),
    "on its head and askew": lambda picture: scans.askew(picture, 2).transpose(Image.Transpose.ROTATE_180),
    "under a seal and a signature": lambda picture: scans.stamped(picture, 700, 560),
    "with specks": scans.speckled,
    "photographed from an angle in the shade": scans.photographed,
}


@pytest.mark.parametrize("spoiled", SPOILED)
def test_a_page_is_read(spoiled, page, tmp_path):
    reading = read(SPOILED[spoiled](page), tmp_path / "page.png")
    assert_tasks(reading, papers.TASKS[:2])
    assert reading.header.symbol == "15/KH-LĐLĐ"


def test_the_picture_of_a_page_is_shown_upright_with_its_lines_in_place(page, tmp_path):
    path = tmp_path / "page.png"
    reading = read(scans.askew(page, 3).transpose(Image.Transpose.ROTATE_90), path)
    ((_, drawn),) = page_pictures(path, "image", reading.pages)
    (tmp_path / "drawn.jpg").write_bytes(drawn)
    with Image.open(tmp_path / "drawn.jpg") as shown:
        grey = shown.convert("L")
    shown_page = reading.pages[0]
    assert abs(grey.width / grey.height - shown_page.width / shown_page.height) < 0.02
    scale = grey.width / shown_page.width
    line = max(shown_page.lines, key=lambda line: line.x1 - line.x0)
    box = [round(edge * scale) for edge in (line.x0, line.y0, line.x1, line.y1)]
    ink = [sum(grey.crop((box[0], y, box[2], y + 1)).histogram()[:128]) for y in range(box[1] - 12, box[3] + 12)]
    assert sum(ink[12:-12]) > 20 * (sum(ink[:6]) + sum(ink[-6:]) + 1)


def test_several_pages_of_a_tiff_are_one_paper(page, tmp_path):
    gap = next(y for y in range(600, 700) if set(page.crop((0, y, 1654, y + 5)).tobytes()) == {255})
    first, second = page.crop((0, 0, 1654, gap)), page.crop((0, gap, 1654, 900))
    reading = read(first, tmp_path / "page.tif", save_all=True, append_images=[second])
    assert len(reading.pages) == 2
    assert_tasks(reading, papers.TASKS[:2])


def test_a_ruled_table_on_a_scan_is_read_by_its_cells(tmp_path):
    picture = scans.page(tmp_path, papers.LETTERHEAD + papers.table()).crop((0, 0, 1654, 1250))
    reading = read(scans.askew(picture, 1.5), tmp_path / "page.png")
    assert_tasks(reading, [row[1] for row in papers.ROWS])
    assert [task.lead for task in reading.tasks] == [(row[2],) for row in papers.ROWS]


def test_only_the_pages_without_text_are_recognised(page, tmp_path):
    scan = tmp_path / "scan.pdf"
    page.convert("L").save(scan, resolution=scans.DPI)
    text = papers.save(tmp_path / "text.pdf", papers.body().split("2. Công tác tổ chức")[1])
    with pypdfium2.PdfDocument(scan) as document, pypdfium2.PdfDocument(text) as more:
        document.import_pages(more)
        document.save(tmp_path / "both.pdf")
    heard = []
    reading = read_file(tmp_path / "both.pdf", on_stage=lambda *step: heard.append(step))
    assert ("scan", 1, 1) in heard
    assert papers.TASKS[2] in [task.text for task in reading.tasks]
    assert_tasks(reading, papers.TASKS)


def test_a_text_layer_that_lies_is_recognised_from_the_page_with_a_warning(tmp_path):
    reading = read_file(_with_lying_fonts(papers.save(tmp_path / "a.pdf", SHORT)))
    assert_tasks(reading, papers.TASKS[:2])
    assert "text_recognised" in [warning.code for warning in reading.warnings]


def _with_lying_fonts(path: Path) -> Path:
    """The same PDF, its tables from signs to letters changed, so that fonts name no letter rightly."""

    def wrong(pair: re.Match[bytes]) -> bytes:
        return pair[1] + b" <%04X>" % (0x61 + int(pair[2], 16) * 7 % 26)

    def lie(found: re.Match[bytes]) -> bytes:
        try:
            table = zlib.decompress(found[2])
        except zlib.error:
            return found[0]
        if b"beginbf" not in table:
            return found[0]
        packed = zlib.compress(re.sub(rb"(<[0-9A-Fa-f]+>)\s+<([0-9A-Fa-f]{4})>", wrong, table), 9)
        return found[1] + packed + b"\n" * (len(found[2]) - len(packed)) + found[3]

    path.write_bytes(re.sub(rb"(stream\r?\n)(.*?)(\r?\nendstream)", lie, path.read_bytes(), flags=re.DOTALL))
    return path
