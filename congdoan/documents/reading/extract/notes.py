"""Footnotes at the foot of a page, and the small numbers in the text that point to them."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.extract.rows import Placed, Row, line_of, rows_of
from congdoan.documents.reading.extract.source import SourceLine

_SMALL = 0.93
_RAISED = 0.8
_MARK = re.compile(r"(?:\[?\d{1,3}\]?|\*{1,3})(?=\D|$)")
_OPENS_NOTE = re.compile(r"(?:\[?\d{1,3}\]?|\*{1,3})\s?[^\W\d]")
_GLUED = re.compile(r"\d{1,3}[^\W\d]")
_PAGE_NUMBER = re.compile(r"\W*\d{1,4}(?:\s*/\s*\d{1,4})?\W*")
_LOWER_PART = 0.5
_SIGNS = frozenset([".", ",", ";", ":", ")", "./.", ").", ");", "”"])


def may_have_notes(lines: Sequence[SourceLine]) -> bool:
    """Whether one of the last lines of a page begins with a raised number or a star, or is small and numbered."""
    return any(_OPENS_NOTE.match(line.text) and _is_raised(line, lines) for line in lines[-8:])


def _is_raised(line: SourceLine, lines: Sequence[SourceLine]) -> bool:
    if _GLUED.match(line.text):
        return True
    heights = [other.box.y1 - other.box.y0 for other in lines if other.box]
    return bool(line.box and line.box.y1 - line.box.y0 < _SMALL * median(heights))


def part_notes(
    words: Sequence[Placed], page: int, height: float, below: float = 0.0
) -> tuple[list[Placed], list[SourceLine]]:
    """The words of the text without the numbers of notes, and the notes of a page `height` points high.

    Notes stand lower than `below`, where the last table ends: its small numbered rows are none.
    """
    rows = rows_of(words)
    usual = median(word.box.y1 - word.box.y0 for word in words) if words else 0.0
    first = _first_note(rows, usual, max(_LOWER_PART * height, below))
    if first is None:
        return list(words), []
    notes: list[list[Placed]] = []
    foot: list[Placed] = []
    for row in rows[first:]:
        if _PAGE_NUMBER.fullmatch(_text(row)):
            foot += row.words
        elif _MARK.match(row.words[0].text):
            notes.append(list(row.words))
        elif notes:
            notes[-1] += row.words
    text = [word for row in rows[:first] for word in _without_pointers(row.words, usual)]
    return text + foot, [line for note in notes if (line := _note(note, page)).text]


def _first_note(rows: list[Row], usual: float, above: float) -> int | None:
    """The index of the row with which the block of small print at the foot, under `above`, begins."""
    found = None
    for at in range(len(rows) - 1, -1, -1):
        row = rows[at]
        if _PAGE_NUMBER.fullmatch(_text(row)):
            continue
        tall = median(word.box.y1 - word.box.y0 for word in row.words)
        if tall >= _SMALL * usual or row.top < above:
            break
        if _MARK.match(row.words[0].text):
            found = at
    return found


def _without_pointers(words: list[Placed], usual: float) -> list[Placed]:
    """Words of a row; a sign that stood behind the number of a note goes to the word before it."""
    kept: list[Placed] = []
    pointed = False
    for word in words:
        if _points_to_note(word, usual):
            pointed = True
            continue
        if pointed and kept and word.text in _SIGNS:
            kept[-1].text += word.text
        else:
            kept.append(word)
        pointed = False
    return kept


def _points_to_note(word: Placed, usual: float) -> bool:
    return word.box.y1 - word.box.y0 < _RAISED * usual and _MARK.fullmatch(word.text) is not None


def _note(words: list[Placed], page: int) -> SourceLine:
    line = line_of(words, page)
    mark = _MARK.match(line.text)
    line.text = f"[{mark[0].strip('[]')}] {line.text[mark.end() :].strip()}" if mark else line.text
    line.aside = True
    return line


def _text(row: Row) -> str:
    return " ".join(word.text for word in row.words)
