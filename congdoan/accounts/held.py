"""What the product holds about a person: every package registers its part, and what becomes of it on erasure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, QuerySet, TextField, Value
from django.utils import timezone

from congdoan.accounts.models import User
from congdoan.core.registry import Registry

Line = tuple[str, str]
"""What it is and its value, both in words."""


@dataclass(frozen=True, slots=True)
class HeldSource:
    """One sort of data about a person.

    `lines` reads it with a fixed number of queries. `erase` removes it inside the caller's transaction; without it the
    data stays, and `stays` says why. A source that removes only a part says which in `goes`, and what is left in
    `stays`.
    """

    label: str
    lines: Callable[[User], Sequence[Line]]
    erase: Callable[[User], None] | None = None
    stays: str = ""
    order: int = 50
    goes: str = ""

    @property
    def removed(self) -> str:
        """What an erasure removes, in words."""
        return (self.goes or self.label) if self.erase else ""


held_sources: Registry[HeldSource] = Registry("source of data about a person")


def sources_in_order() -> list[HeldSource]:
    return sorted(held_sources, key=lambda source: source.order)


def counted(records: Mapping[str, QuerySet[Any]]) -> list[Line]:
    """What and how many, of those of which there are any; asked as one question."""
    first, *others = (_count(what, found) for what, found in records.items())
    numbers = dict(first.union(*others, all=True))
    return [(what, str(numbers[what])) for what in records if numbers.get(what)]


def _count(what: str, found: QuerySet[Any]) -> QuerySet[Any, Any]:
    said: QuerySet[Any, Any] = found.order_by().annotate(held_as=Value(what, TextField())).values("held_as")
    counts: QuerySet[Any, Any] = said.annotate(held=Count("pk", distinct=True)).values_list("held_as", "held")
    return counts


def moment(at: datetime | None) -> str:
    """A moment as lines say it; a dash for never."""
    return f"{timezone.localtime(at):%d/%m/%Y %H:%M}" if at else "–"
