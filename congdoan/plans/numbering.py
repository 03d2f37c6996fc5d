"""How a task is numbered on the page: by its section and its place there, as a paper would ("2.1.b", "III.2.a")."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

_LETTERS: Final = "abcdđeghiklmnopqrstuvxy"


def task_numbers(sections: Iterable[str]) -> Iterator[str]:
    """For tasks in their order, given the number of each one's section ("" when it has none)."""
    counts = 0
    for section, run in groupby(sections):
        length = len(list(run))
        base = _base(section)
        for place in range(length):
            counts += 1
            if not base:
                yield str(counts)
            else:
                yield base if length == 1 else f"{base}.{letter(place)}"


def letter(place: int) -> str:
    """a, b, c, d, đ, e, g ...; a second round is aa, ab ..."""
    rounds, rest = divmod(place, len(_LETTERS))
    return (_LETTERS[rounds - 1] if rounds else "") + _LETTERS[rest]


def printed_number(number: str) -> str:
    """What the paper prints before a heading: "2.1" for II.2.1, "II" for II."""
    return number.split(".", 1)[1] if "." in number else number


def _base(section: str) -> str:
    printed = printed_number(section)
    return printed if "." in printed else section
