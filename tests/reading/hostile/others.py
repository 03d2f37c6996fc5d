"""Files of other kinds, often under the name of a paper."""

from __future__ import annotations

import gzip
import io
import tarfile

from tests.reading.hostile.making import PLAN, Files, noise, sample, zipped

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _ole(*names: str) -> bytes:
    return _OLE + b"\0" * 504 + b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in names) + noise(2000)


def _tar() -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        member = tarfile.TarInfo("ke-hoach.txt")
        member.size = len(PLAN.encode())
        archive.addfile(member, io.BytesIO(PLAN.encode()))
    return buffer.getvalue()


def _open_document(content: bytes) -> bytes:
    return zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content})


FILES: Files = {
    "locked.docx": lambda: _ole("EncryptedPackage", "EncryptionInfo"),
    "locked.xlsx": lambda: _ole("EncryptionInfo", "EncryptedPackage"),
    "old.doc": lambda: _ole("WordDocument"),
    "old.xls": lambda: _ole("Workbook"),
    "cut.doc": lambda: _OLE,
    "noise.doc": lambda: _OLE + noise(50_000),
    "program.pdf": lambda: b"MZ\x90\0" + noise(30_000),
    "program.docx": lambda: b"\x7fELF\x02\x01\x01" + noise(30_000),
    "program.txt": lambda: b"\xcf\xfa\xed\xfe" + noise(30_000),
    "class.xlsx": lambda: b"\xca\xfe\xba\xbe" + noise(30_000),
    "bomb.gz": lambda: gzip.compress(b"0" * 200 * 2**20),
    "seven.docx": lambda: b"7z\xbc\xaf\x27\x1c" + noise(5000),
    "rar.docx": lambda: b"Rar!\x1a\x07\0" + noise(5000),
    "tar.docx": _tar,
    "data.txt": lambda: b"SQLite format 3\0" + noise(9000),
    "film.pdf": lambda: b"\0\0\0\x20ftypmp42" + noise(20_000),
    "sound.docx": lambda: b"ID3\x04" + noise(20_000),
    "page.pdf": lambda: f"<html><body><p>{PLAN}</p></body></html>".encode(),
    "picture.docx": lambda: b"GIF89a" + noise(5000),
    "drawing.png": lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><text>KE HOACH</text></svg>',
    "word.pdf": lambda: sample(".docx"),
    "pdf.docx": lambda: sample(".pdf"),
    "pdf.txt": lambda: sample(".pdf"),
    "text.docx": lambda: sample(".txt"),
    "archive.zip": lambda: zipped({"ke-hoach.docx": sample(".docx")}),
    "program.jar": lambda: zipped({"META-INF/MANIFEST.MF": b"Main-Class: A", "A.class": noise(4000)}),
    "book.epub": lambda: zipped({"mimetype": b"application/epub+zip", "a.xhtml": b"<html/>"}),
    "empty.zip": lambda: b"PK\x05\x06" + b"\0" * 18,
    "slides.pptx": lambda: zipped({"ppt/presentation.xml": b"<p/>"}),
    "noise.odt": lambda: _open_document(noise(30_000)),
    "bomb.odt": lambda: _open_document(b" " * (300 * 2**20)),
    "rich.rtf": lambda: b"{\\rtf1\\ansi Ke hoach" + b"{" * 50_000,
    "mail.txt": lambda: b"From: a@b\nSubject: x\n\n" + b"QUJD" * 20_000,
}
