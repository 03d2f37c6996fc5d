"""Runs Tesseract on one page image and reads the words it found."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from functools import cache

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.errors import UnreadableFile
from congdoan.documents.reading.extract.source import Box

LANGUAGE = "vie"
CPU_SECONDS_PER_PAGE = 10
SECONDS_PER_PAGE = 120
_MISSING = (
    "Tệp này là bản quét, cần Tesseract với dữ liệu tiếng Việt nhưng máy chủ chưa có. "
    "Hãy cài hai gói tesseract-ocr, tesseract-ocr-vie, hoặc tải lên bản .docx hay .pdf có chữ."
)
_SCRAPS = re.compile(r"[|_~=\\\[\]{}<>^`'‘’“”\"¬°§©®«»]+")
"""What is left of lines, folds and stamps."""


@dataclass(slots=True)
class OcrWord:
    """A word with its place in points. `order`: in which Tesseract read it; `sure`: how sure it is, 0 to 100."""

    text: str
    box: Box
    order: int
    sure: float


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


def words_of(image: bytes, dpi: int) -> list[OcrWord] | None:
    """The words on an image (PNM bytes), in the order in which Tesseract reads them; None when it gave up."""
    command = [program(), "-", "-", "-l", LANGUAGE, "--dpi", str(dpi), "--psm", "3", "tsv"]
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env=environment) as process:
        with suppress(ProcessLookupError, PermissionError, AttributeError):
            resource.prlimit(process.pid, resource.RLIMIT_CPU, (CPU_SECONDS_PER_PAGE, CPU_SECONDS_PER_PAGE))
        try:
            printed, _ = process.communicate(image, SECONDS_PER_PAGE)
        except subprocess.TimeoutExpired:
            process.kill()
            return None
    if process.returncode != 0:
        return None
    rows = printed.decode("utf-8", "replace").splitlines()[1:]
    return [word for order, row in enumerate(rows) if (word := _word(row, order, 72 / dpi))]


def _word(row: str, order: int, scale: float) -> OcrWord | None:
    columns = row.split("\t")
    if len(columns) < 12 or columns[0] != "5" or not columns[11].strip() or _SCRAPS.fullmatch(columns[11]):
        return None
    left, top, width, height = map(int, columns[6:10])
    box = Box(left * scale, top * scale, (left + width) * scale, (top + height) * scale)
    return OcrWord(columns[11], box, order, float(columns[10]))
