"""One paper, however its letters were stored."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from congdoan.documents.reading.cli import main
from congdoan.documents.reading.reader import read_file, read_text

TEXT = (Path(__file__).parent.parent.parent / "cases" / "thang-cong-nhan.txt").read_text("utf-8")
FORMS = {
    "utf-8": TEXT.encode(),
    "utf-8 with a byte order mark": b"\xef\xbb\xbf" + TEXT.encode(),
    "utf-16 little": b"\xff\xfe" + TEXT.encode("utf-16-le"),
    "utf-16 big": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "utf-16 without a mark": TEXT.encode("utf-16-le"),
    "decomposed": unicodedata.normalize("NFD", TEXT).encode(),
    "line ends of windows": TEXT.replace("\n", "\r\n").encode(),
    "hard and invisible spaces": TEXT.replace(" ", "\u00a0\u200b").encode(),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_encoding_gives_the_same_reading(form, tmp_path):
    path = tmp_path / "plan.txt"
    path.write_bytes(FORMS[form])
    assert read_file(path) == read_text(TEXT)


def test_the_command_prints_the_normalised_text_alone(tmp_path, capfd):
    path = tmp_path / "plan.txt"
    path.write_text(TEXT, "utf-8")
    assert main([str(path), "--format", "text"]) == 0
    out, err = capfd.readouterr()
    assert out == read_text(TEXT).text
    assert err == ""
