"""The words of a PDF page with their places, put together from single letters: slow, but true for any page.

Places are in points from the top left of the page turned so that most of its text stands upright.
"""

from __future__ import annotations

from collections import Counter
from ctypes import byref
from dataclasses import dataclass
from math import pi
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from congdoan.documents.reading.extract.pdf_lines import TextLayer
from congdoan.documents.reading.extract.source import Box

_SPACE_PART = 0.2
"""A gap between two letters from this part of the letter's height on is a space, whether the file has one or not."""
_FALSE_SPACE_PART = 0.05
"""Below this part, a space in the file is none on the paper."""
_BACK_PART = 0.6
_MOST_LETTERS = 60_000


@dataclass(slots=True)
class Word:
    text: str
    box: Box
    order: int


class _Letter(NamedTuple):
    """`spaced`: the file has a space before it."""

    sign: str
    box: Box
    spaced: bool


@dataclass(frozen=True, slots=True)
class PageWords:
    """`frame.turn`: quarter turns clockwise by which the text lies; `width`, `height`: of the page set upright."""

    words: list[Word]
    frame: Frame
    width: float
    height: float


def words_of(page: pdfium.PdfPage, layer: TextLayer) -> PageWords:
    left, bottom, right, top = page.get_bbox()
    turn = _turn(layer)
    frame = Frame(turn, left, bottom, right, top)
    width, height = (right - left, top - bottom) if turn % 2 == 0 else (top - bottom, right - left)
    return PageWords(_words(_letters(layer, frame)), frame, width, height)


def _turn(layer: TextLayer) -> int:
    """How most letters stand, judged by a few hundred of them."""
    text = layer.text
    step = max(len(text) // 300, 1)
    turns: Counter[int] = Counter()
    for at in range(0, len(text), step):
        if not text[at].isspace():
            turns[round(pdfium_c.FPDFText_GetCharAngle(layer.raw, at) / (pi / 2)) % 4] += 1
    return turns.most_common(1)[0][0] if turns else 0


class Frame(NamedTuple):
    """Turns boxes of the PDF, from the bottom left, into boxes of the upright page."""

    turn: int
    left: float
    bottom: float
    right: float
    top: float

    def turned(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """The box with these left, bottom, right and top edges in the PDF."""
        if self.turn == 0:
            return Box(x0 - self.left, self.top - y1, x1 - self.left, self.top - y0)
        if self.turn == 1:
            return Box(self.top - y1, self.right - x1, self.top - y0, self.right - x0)
        if self.turn == 2:
            return Box(self.right - x1, y0 - self.bottom, self.right - x0, y1 - self.bottom)
        return Box(y0 - self.bottom, x0 - self.left, y1 - self.bottom, x1 - self.left)


def _letters(layer: TextLayer, frame: Frame) -> list[_Letter]:
    rect = pdfium_c.FS_RECTF()
    place = byref(rect)
    raw, text, get = layer.raw, layer.text[:_MOST_LETTERS], pdfium_c.FPDFText_GetLooseCharBox
    letters: list[_Letter] = []
    spaced = False
    for at, sign in enumerate(text):
        if sign.isspace():
            spaced = True
        elif get(raw, at, place):
            letters.append(_Letter(sign, frame.turned(rect.left, rect.bottom, rect.right, rect.top), spaced))
            spaced = False
    return letters


def _words(letters: list[_Letter]) -> list[Word]:
    words: list[Word] = []
    before: _Letter | None = None
    for letter in letters:
        if before is not None and _same_word(before.box, letter.box, letter.spaced):
            last = words[-1]
            last.text += letter.sign
            last.box = _around(last.box, letter.box)
        else:
            words.append(Word(letter.sign, letter.box, len(words)))
        before = letter
    return words


def _same_word(before: Box, box: Box, spaced: bool) -> bool:
    height = max(before.y1 - before.y0, box.y1 - box.y0, 1.0)
    gap = box.x0 - before.x1
    level = abs((before.y0 + before.y1) - (box.y0 + box.y1)) / 2
    return (
        -_BACK_PART * height < gap < (_FALSE_SPACE_PART if spaced else _SPACE_PART) * height and level < 0.35 * height
    )


def _around(one: Box, other: Box) -> Box:
    return Box(min(one.x0, other.x0), min(one.y0, other.y0), max(one.x1, other.x1), max(one.y1, other.y1))
