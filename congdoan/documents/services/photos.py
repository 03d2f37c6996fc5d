"""Makes one paper of several photographs of its pages."""

import io
from collections.abc import Sequence
from typing import IO, Final

from PIL import Image, ImageOps, UnidentifiedImageError

from congdoan.core.errors import Invalid

MAX_PIXELS: Final = 60_000_000
LONG_SIDE: Final = 3600
_DPI: Final = 300


def bind_photos(photos: Sequence[tuple[str, IO[bytes]]]) -> io.BytesIO:
    """A PDF with one page for each photograph, upright, in the order given. Raises Invalid naming a bad one."""
    pages = [_page(name, content) for name, content in photos]
    bound = io.BytesIO()
    pages[0].save(bound, "PDF", save_all=True, append_images=pages[1:], resolution=_DPI, quality=88)
    bound.seek(0)
    return bound


def _page(name: str, content: IO[bytes]) -> Image.Image:
    content.seek(0)
    try:
        with Image.open(content, formats=("JPEG", "PNG")) as photo:
            if photo.width * photo.height > MAX_PIXELS:
                raise Invalid(f"Ảnh “{name}” quá lớn (trên 60 triệu điểm ảnh). Chụp lại ở cỡ nhỏ hơn.")
            page = ImageOps.exif_transpose(photo).convert("RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise Invalid(f"Ảnh “{name}” bị hỏng hoặc không phải ảnh JPG, PNG. Chụp lại rồi gửi lại.") from error
    page.thumbnail((LONG_SIDE, LONG_SIDE))
    return page
