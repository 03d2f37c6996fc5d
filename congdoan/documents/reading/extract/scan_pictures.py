"""Gets the pictures of scanned pages: drawn from a PDF at the resolution of the scan, or loaded from a picture file."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL import Image, ImageOps, ImageSequence

from congdoan.documents.reading.errors import UnreadableFile
from congdoan.documents.reading.extract.limits import BROKEN, MAX_PIXELS, MAX_SCANNED_PAGES

FORMATS = ("PNG", "JPEG", "TIFF")
LEAST_DPI, MOST_DPI = 200, 300
_A4_INCHES = (8.27, 11.69)
_HIGH_BYTES = [value // 256 for value in range(65536)]
_TOO_MANY_PIXELS = "Ảnh có quá nhiều điểm ảnh. Hãy giảm còn tối đa 60 triệu điểm ảnh rồi tải lên lại."
_TOO_MANY_PAGES = f"Ảnh có hơn {MAX_SCANNED_PAGES} trang. Hãy tách tệp rồi tải lên từng phần."


def picture_of_page(document: pdfium.PdfDocument, number: int) -> tuple[Image.Image, int]:
    """One page drawn in colour, or in grey if it has none, and its dots per inch: those at which it was scanned."""
    page = document[number - 1]
    width, height = page.get_size()
    pictures = list(page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=3))
    natural = round(pictures[0].get_px_size()[0] / (width / 72)) if len(pictures) == 1 else MOST_DPI
    dpi = min(max(natural, LEAST_DPI), MOST_DPI)
    if width * height * (dpi / 72) ** 2 > MAX_PIXELS:
        raise UnreadableFile(f"Trang {number} quá lớn để nhận dạng chữ. Hãy quét lại ở khổ A4, 300 dpi.")
    grey = bool(pictures) and all(picture.get_metadata().bits_per_pixel <= 8 for picture in pictures)
    bitmap = page.render(scale=dpi / 72, grayscale=grey)
    picture = bitmap.to_pil().copy()
    bitmap.close()
    page.close()
    return picture, dpi


@contextmanager
def opened(path: Path) -> Iterator[Image.Image]:
    """A picture file, once its size is known to be bearable."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=FORMATS) as picture:
                if picture.width * picture.height > MAX_PIXELS:
                    raise UnreadableFile(_TOO_MANY_PIXELS)
                yield picture
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise UnreadableFile(_TOO_MANY_PIXELS) from error
    except (OSError, SyntaxError, ValueError, EOFError, KeyError, TypeError, OverflowError) as error:
        raise UnreadableFile(BROKEN) from error


def count_pages(path: Path) -> int:
    """How many pages a picture file has."""
    with opened(path) as picture:
        count = int(getattr(picture, "n_frames", 1)) if picture.format == "TIFF" else 1
    if count > MAX_SCANNED_PAGES:
        raise UnreadableFile(_TOO_MANY_PAGES)
    return count


def pages_of_picture(path: Path) -> Iterator[tuple[Image.Image, int]]:
    """Each page, as its holder saw it, and its dots per inch if it is A4."""
    with opened(path) as picture:
        size, told = picture.size, 0.0
        if picture.format == "JPEG":
            picture.draft("RGB", (round(_A4_INCHES[0] * MOST_DPI), round(_A4_INCHES[1] * MOST_DPI)))
        shrunk = picture.size != size
        frames = ImageSequence.Iterator(picture) if picture.format == "TIFF" else [picture]
        for frame in frames:
            if frame.width * frame.height > MAX_PIXELS:
                raise UnreadableFile(_TOO_MANY_PIXELS)
            told = (_told_dpi(frame) or told) if not shrunk else 0.0
            yield _sized(_on_white(ImageOps.exif_transpose(frame)), told)


def _on_white(picture: Image.Image) -> Image.Image:
    """Grey or coloured pixels; what is clear is paper."""
    if picture.mode in ("1", "L"):
        return picture.convert("L")
    if picture.mode.startswith(("I", "F")):
        return picture.convert("I").point(_HIGH_BYTES, "L")
    if "A" in picture.getbands() or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        white = Image.new("RGBA", clear.size, (255, 255, 255, 255))
        return Image.alpha_composite(white, clear).convert("RGB")
    return picture.convert("RGB")


def _sized(picture: Image.Image, told: float) -> tuple[Image.Image, int]:
    """At a resolution that Tesseract reads well. `told`: the dots per inch that the file claims, or 0.

    Scanners tell the truth; cameras do not know, and what they take is held to be A4.
    """
    natural = told if LEAST_DPI * 0.75 <= told <= 2 * MOST_DPI else min(picture.size) / _A4_INCHES[0]
    if natural > MOST_DPI * 1.2 or natural < LEAST_DPI * 0.75:
        factor = MOST_DPI / natural
        size = max(1, round(picture.width * factor)), max(1, round(picture.height * factor))
        if size[0] * size[1] > MAX_PIXELS:
            raise UnreadableFile(_TOO_MANY_PIXELS)
        picture, natural = picture.resize(size, Image.Resampling.BICUBIC), MOST_DPI
    return picture, max(70, round(natural))


def _told_dpi(frame: Image.Image) -> float:
    told = frame.info.get("dpi")
    try:
        return float(told[0]) if told else 0.0
    except (TypeError, ValueError, ZeroDivisionError):
        return 0.0
