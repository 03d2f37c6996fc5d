"""Search over everything: asks each package's finder, which shows only what the person may see."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from congdoan.accounts.models import User
from congdoan.core.search import Found, finders
from congdoan.core.text import normalise

SHORTEST: Final = 2
SUGGESTED: Final = 4
ON_PAGE: Final = 10
IN_ONE_GROUP: Final = 50


@dataclass(frozen=True, slots=True)
class FoundGroup:
    """What one finder has found; `has_more` when it could give more than is shown."""

    name: str
    label: str
    found: Sequence[Found]
    has_more: bool


def search(user: User, words: str, *, limit: int, only: str = "") -> list[FoundGroup]:
    """Results by package, at most `limit` each, in the packages' order; nothing for less than two letters."""
    words = normalise(words)[:200]
    return list(_groups(user, words, limit, only)) if len(words) >= SHORTEST else []


def _groups(user: User, words: str, limit: int, only: str) -> Iterator[FoundGroup]:
    for name, finder in sorted(finders.items(), key=lambda entry: entry[1].order):
        if only and name != only:
            continue
        found = finder.find(user, words, limit + 1)
        if found:
            yield FoundGroup(name, finder.label, found[:limit], len(found) > limit)
