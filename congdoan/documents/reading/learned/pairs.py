"""Words whose tone mark was misread ("Tố chức", "Kiếm tra"), told by the words beside them.

`weights/word_pairs.json` counts in how many papers two words stand beside each other.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise

from congdoan.documents.reading import lazy_re as re

OFTEN = 4
"""Papers in which a pair stands that another one may be a misreading of."""
_WORD = re.compile(r"[^\W\d_]+")
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))


def with_tones_mended(line: str) -> str:
    """The line with each word changed that makes no known pair, where another tone makes a frequent one."""
    words = list(_WORD.finditer(line))
    mended = list(line)
    for at in range(len(words) - 1):
        one, two = words[at], words[at + 1]
        better = _better(one[0].lower(), two[0].lower()) if line[one.end() : two.start()] == " " else None
        if better is None:
            continue
        for place, word in ((at, better[0]), (at + 1, better[1])):
            if word != words[place][0].lower() and _fits_better(line, words, place, word):
                start, end = words[place].span()
                mended[start:end] = map(_as_printed, line[start:end], word)
    return "".join(mended)


def pairs(line: str) -> Iterator[tuple[str, str]]:
    """Each two words with nothing but a blank between them, in small letters."""
    words = list(_WORD.finditer(line))
    for one, two in pairwise(words):
        if line[one.end() : two.start()] == " ":
            yield one[0].lower(), two[0].lower()


def _better(one: str, two: str) -> tuple[str, str] | None:
    """The one frequent pair that differs from an unknown one in tones alone."""
    if (one, two) in _known():
        return None
    like = _frequent().get((_without_tone(one), _without_tone(two)), ())
    return like[0] if len(like) == 1 and (len(like[0][0]), len(like[0][1])) == (len(one), len(two)) else None


def _fits_better(line: str, words: list[re.Match[str]], at: int, better: str) -> bool:
    """Whether a word as it was read makes no known pair with a word beside it, and the better one makes one with each.

    "đi đôi với", "chấn chỉnh và" stay, though "đối với" and "chính và" are frequent; a small word alone shows nothing.
    """
    shown = False
    for one, two in pairwise(range(max(at - 1, 0), min(at + 2, len(words)))):
        if line[words[one].end() : words[two].start()] == " ":
            read = (words[one][0].lower(), words[two][0].lower())
            meant = (better, read[1]) if one == at else (read[0], better)
            if read in _known() or meant not in _known():
                return False
            shown = shown or read[one == at] not in _SMALL
    return shown


_SMALL = frozenset(
    (
        "và",
        "của",
        "các",
        "với",
        "về",
        "trong",
        "cho",
        "theo",
        "từ",
        "đến",
        "là",
        "có",
        "được",
        "do",
        "tại",
        "để",
        "những",
    )
)


def _as_printed(printed: str, letter: str) -> str:
    return letter.upper() if printed.isupper() else letter


@cache
def _counts() -> dict[tuple[str, str], int]:
    counted: dict[str, int] = json.loads(files(__package__).joinpath("weights", "word_pairs.json").read_text("utf-8"))
    return {(one, two): count for words, count in counted.items() for one, _, two in [words.partition(" ")]}


@cache
def _known() -> frozenset[tuple[str, str]]:
    return frozenset(_counts())


@cache
def _frequent() -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    """Frequent pairs by their letters without tones."""
    like: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
    for (one, two), count in _counts().items():
        if count >= OFTEN:
            plain = _without_tone(one), _without_tone(two)
            like[plain] = (*like.get(plain, ()), (one, two))
    return like


def _without_tone(word: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).translate(_TONES))
