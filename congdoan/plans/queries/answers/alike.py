"""Which texts ask the same thing: by the words that they share, without tones."""

from collections.abc import Iterable, Sequence
from typing import Final

from congdoan.core.text import fold

SAME: Final = 0.5
"""So much of all words of two texts must be common to both."""
_LITTLE: Final = (
    " va cua cho co la cac nhung nay khi thi duoc khong de o tai tu den voi theo ve ma do bi hay hoac rang mot con da"
    " se dang nhu the nao gi ai xin hoi nghi kinh "
)


def words_of(text: str) -> frozenset[str]:
    """What a text is about: its words without tones and without those that are in every text."""
    cleaned = "".join(sign if sign.isalnum() else " " for sign in fold(text))
    return frozenset(word for word in cleaned.split() if f" {word} " not in _LITTLE)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """0 nothing in common, 1 the same words."""
    return len(one & other) / len(one | other) if one and other else 0.0


def groups_alike(texts: Iterable[tuple[int, str]]) -> list[Sequence[int]]:
    """Ids of texts that ask the same, two or more together, the largest group first."""
    groups: list[tuple[frozenset[str], list[int]]] = []
    for pk, text in texts:
        words = words_of(text)
        nearest = max(groups, key=lambda group: likeness(group[0], words), default=None)
        if nearest is not None and likeness(nearest[0], words) >= SAME:
            nearest[1].append(pk)
        else:
            groups.append((words, [pk]))
    return sorted((ids for _, ids in groups if len(ids) > 1), key=len, reverse=True)
