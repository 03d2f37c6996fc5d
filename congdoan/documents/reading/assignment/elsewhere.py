"""What the rest of a paper says of a name: whether it has a certain end elsewhere, and with which words more."""

from __future__ import annotations

from functools import lru_cache

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.layout.letters import vietnamese

_END = vietnamese(
    r"\s*(?:$|[;:\n|)/(]|\.(?:\s|$)|,\s(?=[A-ZÀ-ỸĐ])|\s[-–]\s|và\s(?=[A-ZÀ-ỸĐ])|(?:chủ trì|có trách nhiệm"
    r"|chịu trách nhiệm"
    r"|phụ trách|phối hợp|tham mưu|đảm nhận|đảm nhiệm|(?:là|làm) (?:đầu mối|đơn vị|cơ quan))(?!\w))"
)
"""What no name goes on after."""
_SENTENCE = re.compile(r"\s*(?:$|\.)")
_WORD = re.compile(r"\s[^\s;:.,|()/\n]+")
_MOST_WORDS = 6
_MOST_PLACES = 24


def ends_elsewhere(text: str, start: int, end: int) -> int | None:
    """Where the name from `start`, read up to `end`, ends as it does in another place; None when none tells.

    That is `end` itself when the name has a certain end elsewhere, or the end of the words more that it has there.
    """
    tails = [tail for at, tail in _tails(text, text[start:end]) if at != start]
    for tail in sorted(tails, key=len, reverse=True):
        after = end + len(tail)
        if text.startswith(tail, end) and not text[after : after + 1].isalpha() and ("" not in tails or not tail):
            return after
    return None


@lru_cache(maxsize=1024)
def _tails(text: str, name: str) -> tuple[tuple[int, str], ...]:
    """For each place where a name has a certain end within a few words: the place, and those words."""
    found: list[tuple[int, str]] = []
    at = -1
    for _ in range(_MOST_PLACES):
        at = text.find(name, at + 1)
        if at < 0:
            break
        tail = _tail(text, at + len(name))
        if tail is not None:
            found.append((at, tail))
    return tuple(found)


def _tail(text: str, end: int) -> str | None:
    at = end
    for _ in range(_MOST_WORDS):
        if _END.match(text, at):
            return None if at > end and _SENTENCE.match(text, at) else text[end:at]
        word = _WORD.match(text, at)
        if word is None:
            return None
        at = word.end()
    return None
