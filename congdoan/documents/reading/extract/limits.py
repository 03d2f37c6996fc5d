"""Guards against files that would unpack or draw into more than a paper can be."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from congdoan.documents.reading.errors import UnreadableFile

MAX_UNPACKED_BYTES = 200 * 2**20
MAX_PART_BYTES = 64 * 2**20
MAX_PAGES = 600
MAX_SCANNED_PAGES = 200
MAX_PIXELS = 60_000_000
MAX_CHARACTERS = 10_000_000
MAX_LINES = 200_000

TOO_LONG = "Văn bản dài hơn 10 triệu ký tự nên không đọc. Hãy tách tệp rồi tải lên."
TOO_MANY_LINES = "Văn bản có hơn 200.000 dòng nên không đọc. Hãy tách tệp rồi tải lên."
BROKEN = "Tệp bị hỏng hoặc tải lên chưa trọn. Hãy tải lên lại từ bản gốc."
TOO_BIG_UNPACKED = "Tệp giải nén ra quá lớn nên không được mở. Hãy bỏ bớt hình ảnh, tệp nhúng rồi tải lên lại."


@contextmanager
def open_package(path: Path) -> Iterator[zipfile.ZipFile]:
    """An Office package whose unpacked size is checked before anything is unpacked."""
    try:
        with zipfile.ZipFile(path) as archive:
            sizes = [info.file_size for info in archive.infolist()]
            if sum(sizes) > MAX_UNPACKED_BYTES or len(sizes) > 20_000:
                raise UnreadableFile(TOO_BIG_UNPACKED)
            yield archive
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError, KeyError) as error:
        raise UnreadableFile(BROKEN) from error


def read_part(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """One part of a package, or None when it is not there."""
    if name not in archive.NameToInfo:
        return None
    if archive.NameToInfo[name].file_size > MAX_PART_BYTES:
        raise UnreadableFile(TOO_BIG_UNPACKED)
    try:
        with archive.open(name) as part:
            return part.read(MAX_PART_BYTES)
    except Exception as error:
        raise UnreadableFile(BROKEN) from error
