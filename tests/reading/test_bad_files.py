"""Files that cannot be read end in one Vietnamese sentence that says what to do, quickly and without a trace."""

from __future__ import annotations

import io
import re
import struct
import time
import zipfile
import zlib
from pathlib import Path

import pytest

from congdoan.documents.reading.cli import main
from congdoan.documents.reading.errors import UnreadableFile
from congdoan.documents.reading.extract import tesseract
from congdoan.documents.reading.reader import read_file

SAMPLES = Path(__file__).parent.parent / "samples"
NAME = "ke-hoach-cai-cach-hanh-chinh"


def sample(form: str) -> bytes:
    return (SAMPLES / f"{NAME}{form}").read_bytes()


def zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def word_with(document: bytes) -> bytes:
    return zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": document})


def png_of(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    )


ENCRYPT = b" /Encrypt << /Filter /Standard /V 1 /R 2 /O (%s) /U (%s) /P -60 >>" % ((b"0123456789abcdef" * 2,) * 2)
PASSWORD_PDF = re.sub(rb"/Root \d+ 0 R", lambda root: root.group() + ENCRYPT, sample(".pdf"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
ENTITIES = (
    b'<!DOCTYPE a [<!ENTITY a "'
    + b"x" * 1000
    + b'">'
    + b"".join(b'<!ENTITY %s "%s">' % (bytes([98 + at]), b"&%s;" % bytes([97 + at]) * 20) for at in range(9))
    + b"]><a>&j;</a>"
)

BAD = {
    "empty.docx": (b"", "trống"),
    "spaces.txt": (b" \n\t\n\xef\xbb\xbf", "trống"),
    "truncated.docx": (sample(".docx")[:20_000], "hỏng"),
    "truncated.pdf": (sample(".pdf")[:300], "hỏng"),
    "only-a-name.pdf": (b"%PDF-1.7\n", "hỏng"),
    "truncated.png": (png_of(800, 1000)[:60], "hỏng"),
    "password.pdf": (PASSWORD_PDF, "mật khẩu"),
    "password.docx": (OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    "old.doc": (OLE + "WordDocument".encode("utf-16-le"), ".docx"),
    "program.pdf": (b"MZ\x90\0" + bytes(range(256)) * 20, "không phải là văn bản"),
    "program.txt": (b"\x7fELF\x02\x01" + bytes(range(256)) * 20, "không phải là văn bản"),
    "noise.docx": (bytes((at * 7919) % 251 for at in range(20_000)), "không phải là văn bản"),
    "archive.docx": (zipped({"readme.txt": b"hello"}), "không phải là văn bản"),
    "bomb.docx": (word_with(b"<w:document>" + b" " * (300 * 2**20)), "quá lớn"),
    "bomb.xlsx": (zipped({"xl/workbook.xml": b" " * (300 * 2**20)}), "quá lớn"),
    "broken.docx": (word_with(b"<w:document><w:body>"), "hỏng"),
    "hollow.docx": (word_with(b"<document/>"), "hỏng"),
    "entities.docx": (word_with(ENTITIES), "hỏng"),
    "broken.xlsx": (zipped({"xl/workbook.xml": b"<workbook/>"}), "hỏng"),
    "huge-picture.png": (png_of(30_000, 30_000), "điểm ảnh"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_ends_in_one_sentence(name, tmp_path, capfd):
    data, words = BAD[name]
    path = tmp_path / name
    path.write_bytes(data)
    started = time.monotonic()
    assert main([str(path)]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.count("\n") == 1 and err.endswith(".\n")
    assert words in err
    assert time.monotonic() - started < 20
    assert [left.name for left in tmp_path.iterdir()] == [name]


def test_a_missing_file_is_said_so(tmp_path, capfd):
    assert main([str(tmp_path / "none.docx")]) == 2
    assert "Không mở được tệp" in capfd.readouterr().err


def test_the_true_type_counts_and_not_the_name(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_bytes(sample(".docx"))
    assert len(read_file(path).tasks) == 25


def test_a_scan_without_tesseract_says_how_to_go_on(tmp_path, monkeypatch):
    tesseract.program.cache_clear()
    monkeypatch.setenv("PATH", str(tmp_path))
    try:
        with pytest.raises(UnreadableFile, match="tesseract-ocr-vie"):
            read_file(SAMPLES / f"{NAME}-scan.pdf")
    finally:
        tesseract.program.cache_clear()


@pytest.mark.parametrize("form", [".docx", ".pdf"])
def test_any_truncation_is_read_or_refused(form, tmp_path):
    data = sample(form)
    path = tmp_path / f"cut{form}"
    for part in range(1, 20):
        path.write_bytes(data[: len(data) * part // 20])
        try:
            read_file(path)
        except UnreadableFile as error:
            assert error.message.endswith(".")
