"""What a column of an exported list is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    PERCENT = "percent"
    """A share: 0.25 is shown as 25%."""


class Nth:
    """The value of a row that is a tuple: the database gave the cells as they are shown.

    A list of such columns alone, over `values_list`, is written without an object for each row: for lists of a million.
    """

    def __init__(self, at: int) -> None:
        self.at = at

    def __call__(self, row: Sequence[Any]) -> object:
        return row[self.at]


@dataclass(frozen=True, slots=True)
class Column:
    """`value` gives the cell of a row: text, a number, a day or a moment, or None for an empty cell.

    `width` is in characters, as in Excel.
    """

    title: str
    value: Callable[[Any], object]
    kind: Kind = Kind.TEXT
    width: int = 20
