"""The printed lines of a PDF page as the file has them, and whether that order can be trusted."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import byref
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from congdoan.documents.reading.errors import UnreadableFile
from congdoan.documents.reading.extract.limits import BROKEN
from congdoan.documents.reading.extract.source import Box, SourceLine
from congdoan.documents.reading.layout.clean import clean_lines
from congdoan.documents.reading.layout.fold import fold

_HEADS = ("TT", "STT", "Tt", "Stt", "tt", "stt", "Số TT", "SỐ TT")
_HEAD_STARTS = ("tt ", "stt ", "tt\t", "so tt")
_COLUMN_NAMES = (
    *("Nội dung", "Nhiệm vụ", "Công việc", "Hoạt động", "Đơn vị", "Cơ quan", "Chủ trì", "Phối hợp", "Thời gian"),
    *("Thời hạn", "Tiến độ", "Sản phẩm", "Kết quả", "Chỉ tiêu", "Ghi chú", "NỘI DUNG", "NHIỆM VỤ", "CÔNG VIỆC"),
    *("CHỦ TRÌ", "PHỐI HỢP", "THỜI GIAN", "THỜI HẠN", "TIẾN ĐỘ", "SẢN PHẨM", "Người", "Hạng mục", "Phụ trách"),
    *("Bộ phận", "Hỗ trợ", "Hoàn thành", "Trách nhiệm", "PHỤ TRÁCH", "HOÀN THÀNH"),
)
_HYPHEN = "\ufffe"
"""What PDFium says for a hyphen at the end of a line, which divides a symbol, no word: "05/NQLT-" "ĐS-CĐ"."""
_LONGEST_HEAD = 80
_SIDE_BY_SIDE = 3
_LEAST_IN_COLUMN = 5
_LEAST_WIDE = 0.85
_SAME_END = 4
"""Points by which the right ends of full lines differ at most."""


class TextLayer(NamedTuple):
    """PDFium's handle of the text of a page, and the text: exactly one character for each of its letters."""

    raw: Any
    text: str


@contextmanager
def text_layer(page: pdfium.PdfPage) -> Iterator[TextLayer]:
    raw = pdfium_c.FPDFText_LoadPage(page.raw)
    if not raw:
        raise UnreadableFile(BROKEN)
    try:
        yield TextLayer(raw, _text(raw, pdfium_c.FPDFText_CountChars(raw)))
    finally:
        pdfium_c.FPDFText_ClosePage(raw)


def _text(raw: Any, count: int) -> str:
    if count <= 0:
        return ""
    buffer = ctypes.create_string_buffer(count * 4 + 16)
    written = pdfium_c.FPDFText_GetText(raw, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
    text = buffer.raw[: written * 2 - 2].decode("utf-16-le", "replace")
    if len(text) == count:
        return text.replace(_HYPHEN, "-")
    return "".join(_letter(pdfium_c.FPDFText_GetUnicode(raw, at)) for at in range(count))


def _letter(code: int) -> str:
    if code == ord(_HYPHEN):
        return "-"
    return chr(code) if 0 < code < 0xD800 or 0xE000 <= code < 0x110000 else "\ufffd"


def lines_of(page: pdfium.PdfPage, layer: TextLayer, number: int) -> list[SourceLine]:
    """The lines of a page in the order in which the file has them."""
    boxes = _Boxes(page, layer)
    lines: list[SourceLine] = []
    start = 0
    for raw, line in zip(layer.text.split("\n"), clean_lines(layer.text), strict=True):
        if line:
            lines.append(SourceLine(line, number, boxes.of(start, raw)))
        start += len(raw) + 1
    return lines


class _Boxes:
    """Boxes of lines, from their first to their last visible character."""

    def __init__(self, page: pdfium.PdfPage, layer: TextLayer) -> None:
        self.raw = layer.raw
        self.edge, _, _, self.top = page.get_bbox()
        self.left, self.right = pdfium_c.FS_RECTF(), pdfium_c.FS_RECTF()
        self.to_left, self.to_right = byref(self.left), byref(self.right)
        self.get = pdfium_c.FPDFText_GetLooseCharBox

    def of(self, start: int, raw: str) -> Box | None:
        get, left, right = self.get, self.left, self.right
        first = start + len(raw) - len(raw.lstrip())
        if not (get(self.raw, first, self.to_left) and get(self.raw, start + len(raw.rstrip()) - 1, self.to_right)):
            return None
        x0, y1, x2, y2 = left.left, left.top, right.left, right.top
        low, low2 = left.bottom, right.bottom
        edge, top = self.edge, self.top
        if x2 < x0:
            return Box(x2 - edge, top - max(y1, y2), left.right - edge, top - min(low, low2))
        high = y1 if y1 > y2 else y2
        return Box(x0 - edge, top - high, right.right - edge, top - (low if low < low2 else low2))


def needs_care(lines: list[SourceLine]) -> bool:
    """Whether the lines may stand in another order than they are read, or form a table.

    Lines that follow each other in the file stand one under the other; a line is as high as its letters, and about
    as wide.
    """
    beside = strange = 0
    above = below = -1.0
    for line in lines:
        text, box = line.text, line.box
        if (
            box is None
            or (text.startswith(_HEADS) and _starts_table(text))
            or (len(text) < 90 and _names_columns(text))
        ):
            return True
        x0, y0, x1, y1 = box
        if above < (y0 + y1) / 2 < below:
            beside += 1
        if len(text) > 3:
            letter, height = (x1 - x0) / len(text), y1 - y0
            if height > 4.4 * (letter if letter > 4.0 else 4.0) or letter > 1.1 * height:
                strange += 1
        above, below = y0, y1
    return beside >= _SIDE_BY_SIDE or strange >= 2


def _names_columns(text: str) -> bool:
    """Whether a line may be the head of a table that does not number its rows: each name begins with a capital."""
    return "," not in text and sum(1 for name in _COLUMN_NAMES if name in text) > 1


def _starts_table(text: str) -> bool:
    return text in _HEADS or fold(text).startswith(_HEAD_STARTS)


def in_columns(lines: list[SourceLine], width: float) -> list[SourceLine]:
    """Marks which lines stand in the left and which in the right of two columns of text."""
    middle = width / 2
    right = [line for line in lines if line.box and line.box[0] > middle - 9]
    if len(right) < _LEAST_IN_COLUMN:
        return _left_alone(lines, middle)
    left = [line for line in lines if line.box and line.box[2] < middle + 9]
    if len(left) < _LEAST_IN_COLUMN or (len(left) + len(right)) * 2 < len(lines):
        return lines
    for line in left:
        line.column = 1
    for line in right:
        line.column = 2
    return lines


def _left_alone(lines: list[SourceLine], middle: float) -> list[SourceLine]:
    """Marks the lines of a left column with next to nothing beside it, as on a last page.

    Many of its lines end at its right edge, and no line under its first goes over it.
    """
    most = middle + 9
    first = 0
    for at, line in enumerate(lines, start=1):
        if line.box and line.box[0] < middle and line.box[2] > most:
            first = at
    left = [line for line in lines[first:] if line.box and line.box[2] <= most]
    edge = max((line.box[2] for line in left if line.box), default=0.0)
    full = [line for line in left if line.box and line.box[2] > edge - _SAME_END]
    if len(full) >= _LEAST_IN_COLUMN and edge > _LEAST_WIDE * most:
        for line in lines[first:]:
            line.column = 1 if line.box and line.box[2] <= most else 2
    return lines
