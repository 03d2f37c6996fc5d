"""Figures of a unit on the first page: packages register what they count."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from congdoan.core.registry import Registry

if TYPE_CHECKING:
    from congdoan.accounts.models import User
    from congdoan.organisation.models import Unit


@dataclass(frozen=True, slots=True)
class Figure:
    """One line: "Quá hạn 2". `url` opens the list that it counts."""

    label: str
    value: int
    tone: Literal["", "late", "soon", "done"] = ""
    url: str = ""


# A source gives the figures of a unit on a day that the person may see, with one query; nothing when they may see none.
desk_figures: "Registry[Callable[[User, Unit, date], Sequence[Figure]]]" = Registry("source of desk figures")
