"""The words of a PDF page with their places, put together from single letters: slow, but true for any page.

Places are in points from the top left of the page turned so that most of its text stands upright.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
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
_LEVEL_PART = 0.35
_MOST_LETTERS = 60_000


@dataclass(slots=True)
class Word:
    text: str
    box: Box
    order: int


_Edges = tuple[float, float, float, float]
_Letter = tuple[str, _Edges, bool]
"""A letter, its edges, and whether the file has a space before it."""


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
        return Box(*self.edges(x0, y0, x1, y1))

    def edges(self, x0: float, y0: float, x1: float, y1: float) -> _Edges:
        """The same as plain numbers, which are made in half the time."""
        if self.turn == 0:
            return x0 - self.left, self.top - y1, x1 - self.left, self.top - y0
        if self.turn == 1:
            return self.top - y1, self.right - x1, self.top - y0, self.right - x0
        if self.turn == 2:
            return self.right - x1, y0 - self.bottom, self.right - x0, y1 - self.bottom
        return y0 - self.bottom, x0 - self.left, y1 - self.bottom, x1 - self.left


def _letters(layer: TextLayer, frame: Frame) -> Iterator[_Letter]:
    rect = pdfium_c.FS_RECTF()
    place = byref(rect)
    raw, text, get = layer.raw, layer.text[:_MOST_LETTERS], pdfium_c.FPDFText_GetLooseCharBox
    spaced = False
    for at, sign in enumerate(text):
        if sign.isspace():
            spaced = True
        elif get(raw, at, place):
            yield sign, frame.edges(rect.left, rect.bottom, rect.right, rect.top), spaced
            spaced = False


def _words(letters: Iterator[_Letter]) -> list[Word]:
    """Letters that stand close and on one level, joined. A page has thousands of them, so all is done in one loop."""
    words: list[Word] = []
    signs: list[str] = []
    left = top = right = bottom = 0.0
    before = (0.0, 0.0, 0.0, 0.0)
    for sign, edges, spaced in letters:
        x0, y0, x1, y1 = edges
        _, above, end, below = before
        height = max(below - above, y1 - y0, 1.0)
        if (
            signs
            and -_BACK_PART * height < x0 - end < (_FALSE_SPACE_PART if spaced else _SPACE_PART) * height
            and abs((above + below) - (y0 + y1)) / 2 < _LEVEL_PART * height
        ):
            signs.append(sign)
            left, top = (left if left < x0 else x0), (top if top < y0 else y0)
            right, bottom = (right if right > x1 else x1), (bottom if bottom > y1 else y1)
        else:
            if signs:
                words.append(Word("".join(signs), Box(left, top, right, bottom), len(words)))
            signs, left, top, right, bottom = [sign], x0, y0, x1, y1
        before = edges
    if signs:
        words.append(Word("".join(signs), Box(left, top, right, bottom), len(words)))
    return words
