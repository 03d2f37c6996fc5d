"""Search over everything: each package registers a function that finds its own objects for a user."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from congdoan.core.registry import Registry

if TYPE_CHECKING:
    from congdoan.accounts.models import User


@dataclass(frozen=True, slots=True)
class Found:
    title: str
    detail: str
    url: str
    icon: str


@dataclass(frozen=True, slots=True)
class Finder:
    """`find(user, words, limit)` gives at most `limit` results that `user` may see, best first; words as typed."""

    label: str
    find: "Callable[[User, str, int], Sequence[Found]]"
    order: int = 50


finders: Registry[Finder] = Registry("finder")
