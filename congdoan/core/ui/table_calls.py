"""What the library of tables works out anew for each cell, namely which arguments a column's function takes, once."""

from collections.abc import Callable
from typing import Any, TypeAlias
from weakref import WeakKeyDictionary

from django_tables2 import utils

Taken: TypeAlias = tuple[tuple[str, ...], str | None]


def work_out_once() -> None:
    """In a table of thirty lines it took a fifth of the whole page."""
    if not hasattr(utils.signature, "kept"):
        utils.signature = _Signatures(utils.signature)


class _Signatures:
    """`kept` as long as the function itself; a method of any table is the one function of its class."""

    def __init__(self, work_out: Callable[[Any], Taken]) -> None:
        self._work_out = work_out
        self.kept: WeakKeyDictionary[Any, Taken] = WeakKeyDictionary()

    def __call__(self, function: Any) -> Taken:
        key = getattr(function, "__func__", function)
        taken = self.kept.get(key)
        if taken is None:
            taken = self.kept[key] = self._work_out(function)
        return taken
