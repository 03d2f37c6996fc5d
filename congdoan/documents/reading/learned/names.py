"""Where a body's name ends, by the words on both sides of each place where it may."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.learned.linear import learned
from congdoan.documents.reading.learned.words import word_shape

_TOKEN = re.compile(r"\w+|[^\w\s]")
_END = "$"
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Ends:
    """How likely a name ends at the end that was read, and the likeliest of the places before it."""

    there: float
    sooner: float


def chances_of_end(text: str, start: int, end: int) -> Ends | None:
    """Of the name in `text` from `start` to `end`; None when it has no word."""
    words, last = name_and_after(text, start, end)
    if last < 0:
        return None
    model = learned("name_end")
    chances = [model.chance(seen) for seen in features(words, last)]
    return Ends(chances[-1], max(chances[:-1], default=0.0))


def name_and_after(text: str, start: int, end: int) -> tuple[list[str], int]:
    """The words from the beginning of the name to some after it on its line, and which of them is its last (or -1)."""
    stop = text.find("\n", end)
    found = list(_TOKEN.finditer(text, start, min(end + 60, len(text) if stop < 0 else stop)))
    return [token[0] for token in found], sum(token.end() <= end for token in found) - 1


def features(words: Sequence[str], last: int) -> list[tuple[str, ...]]:
    """Of the place after each word up to the word `last`; the name begins with the first word."""
    small = [_END, _END, *(word.lower() for word in words), _END, _END, _END]
    shapes = [_END, *map(word_shape, words), _END, _END]
    first, two = small[2], f"{small[2]} {small[3]}"
    return [_of_place(first, two, small[at : at + 6], shapes[at : at + 4], min(_LONGEST, at)) for at in range(last + 1)]


def _of_place(first: str, two: str, small: list[str], shapes: list[str], count: int) -> tuple[str, ...]:
    """By three words before the place and three after it, the shapes of two and two, and how many words go before."""
    before_last, before, last, after, then, later = small
    shape, next_shape = shapes[1], shapes[2]
    return (
        f"l {last}",
        f"ll {before} {last}",
        f"lll {before_last} {before} {last}",
        f"r {after}",
        f"rr {after} {then}",
        f"rrr {after} {then} {later}",
        f"lr {last} {after}",
        f"llr {before} {last} {after}",
        f"lrr {last} {after} {then}",
        f"h {first}",
        f"hh {two}",
        f"hhr {two} {after}",
        f"s {shapes[0]}{shape}|{next_shape}{shapes[3]}",
        f"hs {first} {shape}|{next_shape}",
        f"n {count}",
    )
