"""What others did since a person last looked: packages tell the first page, in few lines."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from congdoan.core.registry import Registry

if TYPE_CHECKING:
    from congdoan.accounts.models import User


@dataclass(frozen=True, slots=True)
class Change:
    """One line: "6 báo cáo mới của 5 đơn vị"; `url` opens what it speaks of."""

    text: str
    url: str


# A source gives the changes since a moment that concern the person, with one query; never the person's own doings.
desk_changes: "Registry[Callable[[User, datetime], Sequence[Change]]]" = Registry("source of desk changes")
