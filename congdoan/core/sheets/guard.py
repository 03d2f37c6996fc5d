"""Refuses what only looks like a sheet, or would fill the memory, before a reader opens it."""

import re
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from congdoan.core.errors import Invalid

MAX_UNPACKED = 300 * 1024 * 1024
MAX_COLUMNS = 200
MAX_CELLS = 10_000_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_FILLED_CELL = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,7})([0-9]{1,9})["'][^>]*(?<!/)>""")
_PIECE = 1024 * 1024
_OVERLAP = 256


def check_workbook(content: bytes) -> None:
    """Raises Invalid with one sentence that says what the file is and what to do."""
    if not content:
        raise Invalid("Tệp trống. Chọn lại tệp Excel (.xlsx).")
    if content.startswith(_OLE):
        raise Invalid(_ole_message(content))
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
    except (BadZipFile, ValueError, OSError, NotImplementedError, struct.error):
        raise Invalid("Tệp không phải bảng tính Excel (.xlsx) hoặc đã hỏng. Mở lại bằng Excel rồi lưu mới.") from None
    if "xl/workbook.xml" not in {entry.filename for entry in entries}:
        raise Invalid("Tệp không phải bảng tính Excel (.xlsx). Lưu lại bằng Excel với kiểu “Excel Workbook”.")
    _check_entries(content, entries)


def _ole_message(content: bytes) -> str:
    if _ENCRYPTED in content:
        return "Tệp có mật khẩu. Bỏ mật khẩu trong Excel rồi tải lên lại."
    return "Tệp thuộc dạng Excel cũ (.xls). Mở bằng Excel, lưu lại thành .xlsx rồi tải lên."


def _check_entries(content: bytes, entries: list[ZipInfo]) -> None:
    room = MAX_UNPACKED
    for entry in entries:
        size = _Size()
        tail = b""
        for piece in _unpacked(content, entry):
            room -= len(piece)
            if room < 0:
                raise Invalid(f"Tệp bung ra lớn hơn {MAX_UNPACKED // 1024 // 1024} MB. Chia thành nhiều tệp nhỏ hơn.")
            size.take(tail + piece)
            tail = piece[-_OVERLAP:]


class _Size:
    """The farthest filled cell of one sheet: a reader makes room for everything up to it."""

    def __init__(self) -> None:
        self.columns = self.rows = 0

    def take(self, xml: bytes) -> None:
        found = _FILLED_CELL.findall(xml)
        if not found:
            return
        self.columns = max(self.columns, *map(_column_number, {letters for letters, _ in found}))
        self.rows = max(self.rows, *(int(number) for _, number in found))
        if self.columns > MAX_COLUMNS:
            raise Invalid(f"Trang tính có tới {_dotted(self.columns)} cột; nhiều nhất là {MAX_COLUMNS} cột.")
        if self.columns * self.rows > MAX_CELLS:
            raise Invalid(
                f"Trang tính có tới dòng {_dotted(self.rows)} và {self.columns} cột, quá {_dotted(MAX_CELLS)} ô. "
                "Xóa các dòng thừa hoặc chia thành nhiều tệp."
            )


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _unpacked(content: bytes, entry: ZipInfo) -> Iterator[bytes]:
    """The entry's real content in pieces: the size that an archive states may be a lie."""
    names = (
        struct.unpack_from("<HH", content, entry.header_offset + 26) if entry.header_offset + 30 < len(content) else ()
    )
    start = entry.header_offset + 30 + sum(names)
    packed = content[start : start + entry.compress_size]
    if entry.flag_bits & 1:
        raise Invalid("Tệp có mật khẩu. Bỏ mật khẩu trong Excel rồi tải lên lại.")
    if entry.compress_type == 0:
        yield from (packed[at : at + _PIECE] for at in range(0, len(packed), _PIECE))
        return
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        while packed and not unpacker.eof:
            yield unpacker.decompress(packed, _PIECE)
            packed = unpacker.unconsumed_tail
    except zlib.error:
        raise Invalid("Tệp đã hỏng, không mở được. Mở lại bằng Excel rồi lưu mới.") from None
