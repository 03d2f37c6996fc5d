"""Pictures: 30,000 pixels a side, bombs, cut, without letters, of kinds that are no papers."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image

from tests.reading.hostile.making import Files, chunk, noise, png

_MB = 2**20


def _saved(image: Image.Image, form: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()


def _noise(width: int, height: int) -> Image.Image:
    return Image.frombytes("L", (width, height), noise(width * height))


def _cut(form: str, part: int) -> bytes:
    data = _saved(_noise(600, 800), form)
    return data[: len(data) * part // 100]


def _tiff(entries: bytes, following: int) -> bytes:
    """A TIFF of one directory with these entries, which says that another follows at `following`."""
    count = len(entries) // 12
    return struct.pack("<2sHIH", b"II", 42, 8, count) + entries + struct.pack("<I", following)


def _entry(tag: int, value: int) -> bytes:
    return struct.pack("<HHII", tag, 4, 1, value)


_SIZE = _entry(256, 100) + _entry(257, 100) + _entry(258, 8) + _entry(259, 1) + _entry(262, 1) + _entry(273, 8)
_JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xc0\0\x0b\x08%s\1\1\x11\0"

FILES: Files = {
    **{f"cut-{part:02}.png": lambda part=part: _cut("PNG", part) for part in (1, 20, 60, 95, 99)},  # type: ignore[misc]
    **{f"cut-{part:02}.jpg": lambda part=part: _cut("JPEG", part) for part in (1, 5, 20, 60, 95)},  # type: ignore[misc]
    "side-of-30000.png": lambda: png(30_000, 30_000, zlib.compress(b"\0" * 3751 * 30_000, 9), depth=1),
    "claims-two-billion.png": lambda: png(2**31 - 1, 2**31 - 1, zlib.compress(b"\0" * 100)),
    "claims-nothing.png": lambda: png(0, 0, zlib.compress(b"")),
    "data-bomb.png": lambda: png(100, 100, zlib.compress(b"\0" * (400 * _MB), 9)),
    "text-bomb.png": lambda: png(
        100, 100, zlib.compress(b"\0" * 10100), before=chunk(b"zTXt", b"a\0\0" + zlib.compress(b"a" * (200 * _MB), 9))
    ),
    "wrong-depth.png": lambda: png(100, 100, zlib.compress(b"\0" * 10100), depth=77),
    "side-of-65535.jpg": lambda: _JPEG % struct.pack(">HH", 65535, 65535) + noise(3000),
    "one-pixel.png": lambda: _saved(Image.new("L", (1, 1), 255), "PNG"),
    "one-row.png": lambda: _saved(Image.new("L", (60_000, 1), 255), "PNG"),
    "one-column.png": lambda: _saved(Image.new("L", (2, 60_000), 255), "PNG"),
    "white.jpg": lambda: _saved(Image.new("RGB", (1200, 1700), "white"), "JPEG"),
    "black.png": lambda: _saved(Image.new("RGBA", (1200, 1700), "black"), "PNG"),
    "clear.png": lambda: _saved(Image.new("RGBA", (1200, 1700), (0, 0, 0, 0)), "PNG"),
    "noise.png": lambda: _saved(_noise(1700, 2200), "PNG"),
    "noise-large.jpg": lambda: _saved(_noise(5000, 7000), "JPEG"),
    "chessboard.png": lambda: _saved(
        Image.frombytes("L", (2000, 2000), (b"\0\xff" * 1000 + b"\xff\0" * 1000) * 1000), "PNG"
    ),
    "ink.jpg": lambda: _saved(_noise(1200, 1700).convert("CMYK"), "JPEG"),
    "palette.png": lambda: _saved(_noise(300, 400).convert("P"), "PNG", transparency=0),
    "sixteen-bits.png": lambda: _saved(Image.new("I;16", (800, 1000), 40_000), "PNG"),
    "ring.tif": lambda: _tiff(_SIZE, 8),
    "claims-much.tif": lambda: _tiff(_entry(256, 2**31) + _entry(257, 2**31) + _SIZE[24:], 0),
    "many-pages.tif": lambda: _saved(
        Image.new("1", (50, 50)), "TIFF", save_all=True, append_images=[Image.new("1", (50, 50))] * 700
    ),
    "noise.tif": lambda: b"II*\0" + noise(9000),
    "moving.gif": lambda: _saved(_noise(50, 50), "GIF", save_all=True, append_images=[_noise(50, 50)] * 20),
    "plain.bmp": lambda: _saved(_noise(200, 200), "BMP"),
    "web.webp": lambda: b"RIFF\x24\0\0\0WEBPVP8 " + noise(3000),
}
