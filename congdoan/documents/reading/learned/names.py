"""Where a body's name ends, by the words on both sides of each place where it may."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.learned.linear import learned

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
    chances = [model.chance(features(words, at)) for at in range(last + 1)]
    return Ends(chances[-1], max(chances[:-1], default=0.0))


def name_and_after(text: str, start: int, end: int) -> tuple[list[str], int]:
    """The words from the beginning of the name to some after it on its line, and which of them is its last (or -1)."""
    stop = text.find("\n", end)
    found = list(_TOKEN.finditer(text, start, min(end + 60, len(text) if stop < 0 else stop)))
    return [token[0] for token in found], sum(token.end() <= end for token in found) - 1


def features(words: Sequence[str], at: int) -> Iterator[str]:
    """Of the place after the word `at`; the name begins with the first word."""

    def word(place: int) -> str:
        return words[place].lower() if 0 <= place < len(words) else _END

    def shape(place: int) -> str:
        return _shape(words[place]) if 0 <= place < len(words) else _END

    before, last, after, next_one = word(at - 1), word(at), word(at + 1), word(at + 2)
    yield f"l {last}"
    yield f"ll {before} {last}"
    yield f"lll {word(at - 2)} {before} {last}"
    yield f"r {after}"
    yield f"rr {after} {next_one}"
    yield f"rrr {after} {next_one} {word(at + 3)}"
    yield f"lr {last} {after}"
    yield f"llr {before} {last} {after}"
    yield f"lrr {last} {after} {next_one}"
    yield f"h {word(0)}"
    yield f"hh {word(0)} {word(1)}"
    yield f"hhr {word(0)} {word(1)} {after}"
    yield f"s {shape(at - 1)}{shape(at)}|{shape(at + 1)}{shape(at + 2)}"
    yield f"hs {word(0)} {shape(at)}|{shape(at + 1)}"
    yield f"n {min(_LONGEST, at)}"


def _shape(word: str) -> str:
    if not word[0].isalpha():
        return "#" if word[0].isdigit() else word
    if word[0].islower():
        return "a"
    return "AA" if len(word) > 1 and word.isupper() else "Aa"
