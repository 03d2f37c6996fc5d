"""Runs Tesseract on one page image and reads the words it found."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from typing import NamedTuple

from congdoan.documents.reading.errors import UnreadableFile

LANGUAGE = "vie"
SECONDS_PER_PAGE = 120
_MISSING = (
    "Tệp này là bản quét, cần Tesseract với dữ liệu tiếng Việt nhưng máy chủ chưa có. "
    "Hãy cài hai gói tesseract-ocr, tesseract-ocr-vie, hoặc tải lên bản .docx hay .pdf có chữ."
)


class Word(NamedTuple):
    """A word with its line (block, paragraph, line) and its place in pixels."""

    line: tuple[int, int, int]
    left: int
    top: int
    right: int
    bottom: int
    text: str


@cache
def program() -> str:
    """The path of Tesseract; raises UnreadableFile when it or its Vietnamese data is missing."""
    found = shutil.which("tesseract")
    if found is None:
        raise UnreadableFile(_MISSING)
    listed = subprocess.run([found, "--list-langs"], capture_output=True, text=True, check=False, timeout=30)
    if LANGUAGE not in listed.stdout.split():
        raise UnreadableFile(_MISSING)
    return found


def words_of(image: bytes, dpi: int) -> list[Word]:
    """The words on an image (PNM bytes), in the order in which Tesseract reads them."""
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    command = [program(), "-", "-", "-l", LANGUAGE, "--dpi", str(dpi), "--psm", "3", "tsv"]
    try:
        done = subprocess.run(
            command, input=image, capture_output=True, check=False, timeout=SECONDS_PER_PAGE, env=environment
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile("Nhận dạng chữ trên một trang quá lâu nên đã dừng. Hãy quét lại trang rõ hơn.") from error
    if done.returncode != 0:
        raise UnreadableFile("Không nhận dạng được chữ trên ảnh. Hãy quét lại rõ hơn rồi tải lên.")
    return [word for row in done.stdout.decode("utf-8", "replace").splitlines()[1:] if (word := _word(row))]


def _word(row: str) -> Word | None:
    columns = row.split("\t")
    if len(columns) < 12 or columns[0] != "5" or not columns[11].strip():
        return None
    block, paragraph, line, _, left, top, width, height = map(int, columns[2:10])
    return Word((block, paragraph, line), left, top, left + width, top + height, columns[11])
