"""Draws the pages of a paper for the review page. Word papers, sheets and plain text have no page images."""

from __future__ import annotations

from pathlib import Path

from congdoan.documents.reading.detect import detect
from congdoan.documents.reading.errors import UnreadableFile
from congdoan.documents.reading.extract.limits import BROKEN, MAX_PIXELS

LEAST_DPI, MOST_DPI = 36, 300


def page_images(path: Path, out_dir: Path, dpi: int = 110) -> list[Path]:
    """Write one JPEG for each page into `out_dir` (`page-001.jpg` ...); their paths in page order.

    An empty list when the format has no pages. A page too large for `dpi` is drawn smaller.
    """
    kind = detect(path)
    if kind == "pdf":
        return _of_pdf(path, out_dir, min(max(dpi, LEAST_DPI), MOST_DPI))
    return [_of_image(path, out_dir)] if kind == "image" else []


def _of_pdf(path: Path, out_dir: Path, dpi: int) -> list[Path]:
    from congdoan.documents.reading.extract.pdf_file import open_pdf

    written = []
    with open_pdf(path) as document:
        for number, page in enumerate(document, start=1):
            width, height = page.get_size()
            scale = min(dpi / 72, (MAX_PIXELS / max(width * height, 1)) ** 0.5)
            bitmap = page.render(scale=scale)
            target = _target(out_dir, number)
            bitmap.to_pil().convert("RGB").save(target, quality=80, optimize=True)
            bitmap.close()
            page.close()
            written.append(target)
    return written


def _of_image(path: Path, out_dir: Path) -> Path:
    from PIL import Image, ImageOps

    try:
        with Image.open(path, formats=["PNG", "JPEG"]) as opened:
            if opened.width * opened.height > MAX_PIXELS:
                raise UnreadableFile("Ảnh có quá nhiều điểm ảnh để hiển thị. Hãy giảm kích thước ảnh rồi tải lên lại.")
            target = _target(out_dir, 1)
            ImageOps.exif_transpose(opened).convert("RGB").save(target, quality=85)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise UnreadableFile(BROKEN) from error
    return target


def _target(out_dir: Path, number: int) -> Path:
    out_dir.mkdir(parents=True, exist_ok=True)
    return out_dir / f"page-{number:03}.jpg"
