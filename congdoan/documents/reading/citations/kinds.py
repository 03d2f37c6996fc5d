"""The kinds of paper that stand before a number or before "nêu trên"."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.citations.grammar import TYPE_BEFORE, TYPE_LISTED_BEFORE, TYPE_REACH, TYPES
from congdoan.documents.reading.citations.mention import Mention

_SPACES = re.compile(r"\s")


def type_before(folded: str, at: int, taken: int) -> tuple[int, str] | None:
    """Where the kind of paper before a symbol begins, and its folded name."""
    base = max(taken, at - TYPE_REACH)
    found = TYPE_BEFORE.search(folded[base:at])
    return (base + found.start("type"), _SPACES.sub(" ", found["type"])) if found else None


def referred_back(match: re.Match[str], text: str, folded: str, taken: int) -> list[Mention]:
    """ "Nghị quyết, Quyết định nêu trên": each paper of such a kind that was named last."""
    named = type_before(folded, match.start(), taken)
    if named is None:
        return []
    found = [Mention(named[0], match.end(), TYPES[named[1]], None, back=True)]
    while before := TYPE_LISTED_BEFORE.search(folded[max(taken, found[0].start - TYPE_REACH) : found[0].start]):
        start = max(taken, found[0].start - TYPE_REACH) + before.start("type")
        if not text[start].isupper():
            break
        kind = TYPES[_SPACES.sub(" ", before["type"])]
        found.insert(0, Mention(start, start + len(before["type"]), kind, None, back=True))
    return found
