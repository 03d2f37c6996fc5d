"""Papers of older and other Office programs: .doc and .rtf by way of LibreOffice, .odt by itself."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from congdoan.documents.reading.detect import detect
from congdoan.documents.reading.errors import UnreadableFile
from congdoan.documents.reading.extract import office
from congdoan.documents.reading.extract.sheet import read_sheet
from congdoan.documents.reading.reader import read_file

LINES = (
    "LIÊN ĐOÀN LAO ĐỘNG TỈNH AN GIANG",
    "Số: 15/KH-LĐLĐ",
    "KẾ HOẠCH",
    "Công tác công đoàn năm 2023",
    "I. NỘI DUNG",
    "1. Giao Ban Tổ chức rà soát quy chế làm việc trước ngày 30/6/2023.",
    "2. Văn phòng công khai thủ tục hành chính.",
)
INSTALLED = shutil.which("soffice") is not None


def rich(*lines: str) -> bytes:
    coded = ("".join(letter if letter.isascii() else f"\\u{ord(letter)}?" for letter in line) for line in lines)
    return ("{\\rtf1\\ansi\\uc1\\deff0{\\fonttbl{\\f0 Times New Roman;}}" + "\\par ".join(coded) + "\\par}").encode()


def paper(folder: Path, form: str) -> Path:
    """The paper as .rtf, or as .doc where LibreOffice can write it; else a file that only looks like one."""
    path = folder / f"ke-hoach.{form}"
    if form == "rtf":
        path.write_bytes(rich(*LINES))
    else:
        document = Document()
        for line in LINES:
            document.add_paragraph(line)
        document.save(str(folder / "ke-hoach.docx"))
        convert(folder / "ke-hoach.docx", "doc:MS Word 97")
    return path


def convert(path: Path, form: str) -> None:
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=60)


@pytest.mark.parametrize("form", ["rtf", "doc"] if INSTALLED else ["rtf"])
def test_an_older_paper_is_read_where_libreoffice_is_and_else_says_what_to_do(form, tmp_path, monkeypatch):
    path = paper(tmp_path, form)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = sorted(tmp_path.iterdir())
    if INSTALLED:
        reading = read_file(path)
        assert reading.text == "".join(f"{line}\n" for line in LINES)
        assert [task.lead for task in reading.tasks] == [("Ban Tổ chức",), ("Văn phòng",)]
    else:
        with pytest.raises(UnreadableFile, match="LibreOffice"):
            read_file(path)
    assert sorted(tmp_path.iterdir()) == before


def test_an_older_sheet_keeps_its_merged_cells_where_libreoffice_is(tmp_path):
    book = openpyxl.Workbook()
    for row in (["TT", "Nội dung", "Chủ trì"], [1, "Rà soát", "Ban Tổ chức"], [2, "Kiểm tra", None]):
        book.active.append(row)
    book.active.merge_cells("C2:C3")
    book.save(str(tmp_path / "a.xlsx"))
    path = tmp_path / "a.xlsx"
    if INSTALLED:
        convert(path, "xls:MS Excel 97")
        path = path.with_suffix(".xls")
    rows = [item.cells for item in read_sheet(path).items]
    assert rows == [("TT", "Nội dung", "Chủ trì"), ("1", "Rà soát", "Ban Tổ chức"), ("2", "Kiểm tra", "Ban Tổ chức")]


def test_without_libreoffice_one_sentence_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableFile, match=r"LibreOffice.*lưu thành \.docx rồi tải lên lại\.$"):
        read_file(paper(tmp_path, "rtf"))


def fake(folder: Path, script: str) -> None:
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)


def test_a_conversion_that_never_ends_is_stopped_with_all_that_it_started(tmp_path, monkeypatch):
    fake(tmp_path, "/bin/sleep 317 & wait")
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    monkeypatch.setattr(office, "_LEAST_SECONDS", 0.5)
    with pytest.raises(UnreadableFile, match="quá lâu"):
        read_file(paper(tmp_path, "rtf"))
    assert subprocess.run(["pgrep", "-f", "^/bin/sleep 317$"], capture_output=True).stdout == b""


def test_a_file_that_cannot_be_converted_says_so(tmp_path, monkeypatch):
    fake(tmp_path, "exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    with pytest.raises(UnreadableFile, match=r"Không mở được tệp \.rtf này"):
        read_file(paper(tmp_path, "rtf"))


def test_the_name_of_a_file_does_not_matter(tmp_path):
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(rich("Kế hoạch"))
    assert detect(path) == "rtf"
