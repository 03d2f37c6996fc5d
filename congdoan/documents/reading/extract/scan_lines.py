"""Turns the words that Tesseract found on a page into printed lines in reading order."""

from __future__ import annotations

import re
from itertools import groupby, pairwise

from congdoan.documents.reading.extract.source import Box, SourceItem, SourceLine
from congdoan.documents.reading.extract.tesseract import Word
from congdoan.documents.reading.layout.clean import clean_line
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.layout.front import type_of

_GAP_PART = 0.035
_DOUBLE_D = re.compile("Đ{2,}")
_LONG_DASH = re.compile("—[-–—]*")
"""Vietnamese papers use the short dash; Tesseract reads it as the long one."""


def lines_of(words: list[Word], number: int, width: float, scale: float) -> list[SourceItem]:
    """Lines in points. `width`: of the page in points; `scale`: points in one pixel."""
    lines: list[SourceLine] = []
    for _, group in groupby(words, key=lambda word: word.line):
        for part in _parts(list(group), width / scale * _GAP_PART):
            line = _line(part, number, scale)
            if line.text:
                lines.append(line)
    return list(_letterhead_by_column(lines, width) if number == 1 else lines)


def _parts(words: list[Word], gap: float) -> list[list[Word]]:
    """A line cut where the space between two words is as wide as that between columns."""
    parts = [words[:1]]
    for before, word in pairwise(words):
        if word.left - before.right > gap:
            parts.append([word])
        else:
            parts[-1].append(word)
    return parts


def _line(words: list[Word], number: int, scale: float) -> SourceLine:
    box = Box(
        min(word.left for word in words) * scale,
        min(word.top for word in words) * scale,
        max(word.right for word in words) * scale,
        max(word.bottom for word in words) * scale,
    )
    text = clean_line(" ".join(word.text for word in words))
    return SourceLine(_DOUBLE_D.sub("Đ", _LONG_DASH.sub("–", text)), page=number, box=box)


def _letterhead_by_column(lines: list[SourceLine], width: float) -> list[SourceLine]:
    """The left column of the letterhead before the right one."""
    end = _letterhead_end(lines)
    head = lines[:end]
    left = [line for line in head if line.box and line.box.x0 < width * 0.42]
    right = [line for line in head if not (line.box and line.box.x0 < width * 0.42)]
    return left + right + lines[end:]


def _letterhead_end(lines: list[SourceLine]) -> int:
    """The index after the last line of the letterhead; 0 when the page has none."""
    end = 0
    for at, line in enumerate(lines[:24]):
        folded = fold(line.text)
        if type_of(line.text):
            break
        if (
            "doc lap" in folded
            or "hanh phuc" in folded
            or "dang cong san" in folded
            or "chu nghia" in folded
            or (
                end and line.box and (folded.startswith("so") or "ngay" in folded or "thang" in folded) and at < end + 8
            )
        ):
            end = at + 1
    return end
