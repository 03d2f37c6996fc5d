"""Tells Vietnamese text from the rubbish that fonts with wrong letter tables and poor scanners leave behind."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.layout.fold import fold

_FREQUENT = (" và ", " của ", " các ", " công ", " thực hiện", " tổ chức", " được ", " trong ", " đoàn ", " theo ")
_ENOUGH_FREQUENT = 2
_LEAST_WORDS = 12
_WORD = re.compile(r"[^\W\d_]{2,}")
_SYLLABLE = re.compile(
    r"(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?", re.IGNORECASE
)
_BARE = re.compile(r"[A-Za-z]")
_RUBBISH = re.compile("[\ufffd\ue000-\uf8ff\u0000-\u0008]")


def is_doubtful(text: str) -> bool:
    """A quick look: whether a page has letters but lacks the words that stand on nearly every Vietnamese page."""
    if sum(1 for word in _FREQUENT if word in text) >= _ENOUGH_FREQUENT:
        return False
    return len(_WORD.findall(text)) >= _LEAST_WORDS or len(_RUBBISH.findall(text)) >= _LEAST_WORDS


def likeness(text: str) -> float:
    """The part of the words, from 0 to 1, that could be Vietnamese: syllables, a good many of them with marks."""
    words = _WORD.findall(text)
    rubbish = len(_RUBBISH.findall(text))
    if not words:
        return 0.0
    syllables = sum(1 for word in words if _SYLLABLE.fullmatch(fold(word)))
    letters = sum(map(len, words))
    marked = 1 - len(_BARE.findall(text)) / max(letters, 1)
    return syllables / (len(words) + rubbish) * min(1.0, 0.5 + 4 * max(marked, 0.0))
