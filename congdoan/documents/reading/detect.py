"""Finds out what a file truly is, by its content, whatever its name says."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.errors import UnreadableFile
from congdoan.documents.reading.extract.ole import MAGIC, CompoundFile

MAX_FILE_BYTES = 100 * 2**20

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (MAGIC, "ole"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"{\\rtf", "rtf"),
)
_BINARY = (b"MZ", b"\x7fELF", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf", b"GIF8", b"\xca\xfe\xba\xbe", b"SQLite format 3")
_WEB_PAGE = re.compile(
    rb"[\xef\xbb\xbf\xff\xfe\s]*(?:<!--.{0,500}?-->\s*|<\?xml[^>]{0,200}>\s*)?"
    rb"(?:<!doctype html|<html|mime-version:.{0,600}?\bmultipart/related)",
    re.IGNORECASE | re.DOTALL,
)
_SUPPORTED = "Hãy dùng tệp .docx, .doc, .odt, .rtf, .pdf, .txt, .xlsx, .xls, .jpg hoặc .png."
_LOCKED = "Tệp có mật khẩu. Hãy bỏ mật khẩu rồi tải lên lại."
NO_PAPER = f"Tệp này không phải là văn bản. {_SUPPORTED}"
_OPEN_DOCUMENT = {b"text": "odt", b"spreadsheet": "sheet"}


def detect(path: Path) -> str:
    """ "text", "word", "pdf", "image", "sheet", "odt", "html", "doc", "old-doc", "rtf"; else raises UnreadableFile."""
    head = _head(path)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    kind = next((kind for magic, kind in _MAGIC if head.startswith(magic)), "text")
    if kind == "zip":
        return _inside_zip(path)
    if kind == "ole":
        return _inside_ole(path)
    if kind == "text" and head.startswith(_BINARY):
        raise UnreadableFile(NO_PAPER)
    return "html" if kind == "text" and _WEB_PAGE.match(head.replace(b"\0", b"")) else kind


def _head(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(4096)
    except OSError as error:
        raise UnreadableFile(f"Không mở được tệp {path.name}. Hãy kiểm tra lại đường dẫn và quyền đọc tệp.") from error
    if size == 0:
        raise UnreadableFile("Tệp trống, không có nội dung để đọc. Hãy chọn lại tệp.")
    if size > MAX_FILE_BYTES:
        raise UnreadableFile("Tệp lớn hơn 100 MB. Hãy giảm dung lượng hoặc tách thành nhiều tệp rồi tải lên lại.")
    return head


def _inside_zip(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            form = archive.read("mimetype")[:100] if _is_small(archive, "mimetype") else b""
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError) as error:
        raise UnreadableFile("Tệp bị hỏng hoặc tải lên chưa trọn. Hãy tải lên lại từ bản gốc.") from error
    if any(name.startswith("word/document") and name.endswith(".xml") for name in names):
        return "word"
    if names & {"xl/workbook.xml", "xl/workbook.bin"}:
        return "sheet"
    opened = _OPEN_DOCUMENT.get(form.rpartition(b".")[2].strip()) if b"oasis.opendocument" in form else None
    if opened:
        return opened
    raise UnreadableFile(f"Tệp nén này không phải là văn bản. {_SUPPORTED}")


def _is_small(archive: zipfile.ZipFile, name: str) -> bool:
    return name in archive.NameToInfo and archive.NameToInfo[name].file_size < 1000


def _inside_ole(path: Path) -> str:
    kind = CompoundFile(path.read_bytes()).kind
    if kind == "locked":
        raise UnreadableFile(_LOCKED)
    if kind == "other":
        raise UnreadableFile(NO_PAPER)
    return "sheet" if kind == "xls" else kind
