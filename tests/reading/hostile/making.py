"""Small tools with which hostile files are put together, byte by byte."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path

Files = dict[str, Callable[[], bytes]]

SAMPLES = Path(__file__).parent.parent.parent / "samples"
PLAN = "KẾ HOẠCH\nCông tác năm 2023\nI. NHIỆM VỤ\n1. Tổ chức hội nghị tổng kết trước ngày 30/6/2023.\n"


def sample(form: str) -> bytes:
    return (SAMPLES / f"ke-hoach-cai-cach-hanh-chinh{form}").read_bytes()


def noise(length: int, seed: int = 1) -> bytes:
    return random.Random(seed).randbytes(length)


def zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def cuts(name: str, form: str, parts: Iterable[int]) -> Files:
    """The sample up to so many thousandths of its length."""
    return {
        f"cut-{name}-{part:03}{form}": lambda part=part: (data := sample(form))[: len(data) * part // 1000]  # type: ignore[misc]
        for part in parts
    }


def scratched(name: str, form: str, seeds: Iterable[int]) -> Files:
    """The sample with a dozen bytes changed here and there."""
    return {f"scratched-{name}-{seed}{form}": lambda seed=seed: _scratch(sample(form), seed) for seed in seeds}  # type: ignore[misc]


def _scratch(data: bytes, seed: int) -> bytes:
    chance = random.Random(seed)
    changed = bytearray(data)
    for _ in range(12):
        changed[chance.randrange(200, len(changed))] = chance.randrange(256)
    return bytes(changed)


def pdf(objects: dict[int, bytes], *, trailer: bytes = b"", tail: bytes = b"") -> bytes:
    """A PDF of these numbered objects, of which 1 is the catalog, with a proper table of references."""
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    last = max(objects)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (last + 1)
    for number in range(1, last + 1):
        out += b"%010d %05d %s \n" % (places.get(number, 0), 0, b"n" if number in places else b"f")
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (last + 1, trailer, start)
    return bytes(out) + tail


def stream(data: bytes, extra: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), extra, data)


def one_page(content: bytes, *, extra: bytes = b"", more: dict[int, bytes] | None = None, page: bytes = b"") -> bytes:
    """A PDF of one A4 page with this content stream, the font /F1 and further `more` objects from number 6 on."""
    return pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R %s /Resources << /Font << /F1 5 0 R >> %s >> >>"
            % (page or b"/MediaBox [0 0 595 842]", extra),
            4: stream(content),
            5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
            **(more or {}),
        }
    )


def words(text: str = "KE HOACH cong tac nam 2023, to chuc hoi nghi tong ket truoc ngay 30/6/2023") -> bytes:
    return b"BT /F1 12 Tf 50 700 Td (%s) Tj ET\n" % text.encode("ascii")


def png(width: int, height: int, data: bytes, *, depth: int = 8, color: int = 0, before: bytes = b"") -> bytes:
    """A PNG that claims this size, whatever its compressed `data` holds; `before`: chunks ahead of the data."""
    header = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + before + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
