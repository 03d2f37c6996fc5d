"""What the product holds about a person: every package registers its part, and what becomes of it on erasure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

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


def moment(at: datetime | None) -> str:
    """A moment as lines say it; a dash for never."""
    return f"{timezone.localtime(at):%d/%m/%Y %H:%M}" if at else "–"
