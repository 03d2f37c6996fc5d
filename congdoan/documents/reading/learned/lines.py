"""Whether a line goes on with the one before it, by the words on both sides of the break."""

from __future__ import annotations

from collections.abc import Iterator

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.layout.markers import marker_of
from congdoan.documents.reading.learned.linear import learned
from congdoan.documents.reading.learned.words import word_shape

_TOKEN = re.compile(r"\w+|[^\w\s]")
_NONE = "^"
_STEP = 20
_MOST_STEPS = 6


def chance_of_going_on(before: str, line: str) -> float:
    """Of two lines of which the first ends without a full stop and the second begins with a capital or a figure."""
    return learned("line_goes_on").chance(features(before, line))


def features(before: str, line: str) -> Iterator[str]:
    last, first = _TOKEN.findall(before[-60:]), _TOKEN.findall(line[:60])

    def ended(place: int) -> str:
        return last[-place] if len(last) >= place else _NONE

    def begun(place: int) -> str:
        return first[place - 1] if len(first) >= place else _NONE

    one, two, three = _word(ended(1)), _word(ended(2)), _word(ended(3))
    next_one, next_two = _word(begun(1)), _word(begun(2))
    marker = marker_of(before)
    size = min(_MOST_STEPS, len(before) // _STEP)
    yield f"l {one}"
    yield f"ll {two} {one}"
    yield f"lll {three} {two} {one}"
    yield f"r {next_one}"
    yield f"rr {next_one} {next_two}"
    yield f"lr {one} {next_one}"
    yield f"llr {two} {one} {next_one}"
    yield f"lrr {one} {next_one} {next_two}"
    yield f"s {word_shape(ended(2))}{word_shape(ended(1))}|{word_shape(begun(1))}{word_shape(begun(2))}"
    yield f"n {size}"
    yield f"m {marker.kind if marker else _NONE} {size}"
    yield f"t {min(_MOST_STEPS, len(line) // _STEP)}"


def _word(word: str) -> str:
    return f"#{min(len(word), 3)}" if word.isdigit() else word.lower()
