"""What a column of an exported list is."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    PERCENT = "percent"
    """A share: 0.25 is shown as 25%."""


@dataclass(frozen=True, slots=True)
class Column:
    """`value` gives the cell of a row: text, a number, a day or a moment, or None for an empty cell.

    `width` is in characters, as in Excel.
    """

    title: str
    value: Callable[[Any], object]
    kind: Kind = Kind.TEXT
    width: int = 20
