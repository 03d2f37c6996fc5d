"""Scans and photographs for the tests: a set page, spoiled in the ways in which offices spoil it."""

from __future__ import annotations

import random
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from tests.reading import pdf_papers

DPI = 200


def page(folder: Path, source: str, *, dpi: int = DPI) -> Image.Image:
    """The first page of a paper set from Typst source, as a clean scan in colour."""
    path = pdf_papers.save(folder / "page.pdf", source)
    with pypdfium2.PdfDocument(path) as document:
        return document[0].render(scale=dpi / 72).to_pil().convert("RGB")


def askew(picture: Image.Image, degrees: float) -> Image.Image:
    return picture.rotate(degrees, Image.Resampling.BICUBIC, fillcolor="white")


def stamped(picture: Image.Image, x: int, y: int) -> Image.Image:
    """A round red seal and a blue signature over the print around (x, y)."""
    ink = Image.new("RGB", picture.size, "white")
    pen = ImageDraw.Draw(ink)
    for radius in (150, 140, 90):
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), outline=(215, 40, 50), width=6)
    pen.regular_polygon((x, y, 60), 5, fill=(215, 40, 50))
    pen.line([(x - 100 + at * 12, y - 40 + (at * 37) % 90) for at in range(40)], fill=(50, 70, 190), width=7)
    return ImageChops.multiply(picture, ink)


def speckled(picture: Image.Image, part: float = 0.03) -> Image.Image:
    """Grey, with single black pixels here and there."""
    grey = picture.convert("L")
    chance = random.Random(1)
    points = [
        (chance.randrange(grey.width), chance.randrange(grey.height))
        for _ in range(round(part * grey.width * grey.height))
    ]
    ImageDraw.Draw(grey).point(points, fill=0)
    return grey


def photographed(picture: Image.Image) -> Image.Image:
    """Seen from an angle on a dark table, one side in the shade."""
    width, height = picture.size
    wide = (round(width * 1.2), round(height * 1.15))
    parts = [(-0.06, -0.04), (-0.11, 1.09), (1.07, 1.05), (1.1, -0.07)]
    corners = [value for x, y in parts for value in (x * width, y * height)]
    seen = picture.transform(wide, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor=(60, 50, 45))
    shade = Image.linear_gradient("L").rotate(90).resize(wide).point([130 + value * 125 // 255 for value in range(256)])
    return ImageChops.multiply(seen, Image.merge("RGB", [shade] * 3)).filter(ImageFilter.GaussianBlur(0.6))
