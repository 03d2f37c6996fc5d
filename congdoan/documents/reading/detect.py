"""Finds out what a file truly is, by its content, whatever its name says."""

from __future__ import annotations

import zipfile
from pathlib import Path

from congdoan.documents.reading.errors import UnreadableFile

MAX_FILE_BYTES = 100 * 2**20

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"{\\rtf", "rtf"),
)
_BINARY = (b"MZ", b"\x7fELF", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf", b"GIF8", b"\xca\xfe\xba\xbe", b"SQLite format 3")
_SUPPORTED = "Hãy dùng tệp .docx, .pdf, .txt, .xlsx, .jpg hoặc .png."


def detect(path: Path) -> str:
    """ "text", "word", "pdf", "image" or "sheet"; raises UnreadableFile for anything else."""
    head = _head(path)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    kind = next((kind for magic, kind in _MAGIC if head.startswith(magic)), "text")
    if kind == "zip":
        return _inside_zip(path)
    if kind == "ole":
        raise UnreadableFile(_ole_message(path))
    if kind == "rtf":
        raise UnreadableFile("Tệp ở định dạng .rtf chưa đọc được. Hãy mở bằng Word và lưu thành .docx rồi tải lên lại.")
    if kind == "text" and head.startswith(_BINARY):
        raise UnreadableFile(f"Tệp này không phải là văn bản. {_SUPPORTED}")
    return kind


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
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableFile("Tệp bị hỏng hoặc tải lên chưa trọn. Hãy tải lên lại từ bản gốc.") from error
    if any(name.startswith("word/document") and name.endswith(".xml") for name in names):
        return "word"
    if "xl/workbook.xml" in names:
        return "sheet"
    raise UnreadableFile(f"Tệp nén này không phải là văn bản. {_SUPPORTED}")


def _ole_message(path: Path) -> str:
    content = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in content or "EncryptionInfo".encode("utf-16-le") in content:
        return "Tệp có mật khẩu. Hãy bỏ mật khẩu rồi tải lên lại."
    return "Tệp ở định dạng Office cũ (.doc, .xls) chưa đọc được. Hãy mở và lưu thành .docx hoặc .xlsx rồi tải lên lại."
