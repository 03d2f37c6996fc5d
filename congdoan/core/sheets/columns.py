"""What a sheet is expected to hold, what was read, and what was wrong in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

Value = str | date | Decimal | None


class SheetKind(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column known by its title or one of its aliases, whatever their tones, case and punctuation.

    `name` is what the code calls it. A `required` column must be there and filled in on every row.
    """

    name: str
    title: str
    kind: SheetKind = SheetKind.TEXT
    required: bool = False
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetError:
    """One wrong cell; `row` is the number that Excel shows, `column` the title, empty when the whole row is wrong."""

    row: int
    column: str
    value: str
    message: str

    def __str__(self) -> str:
        place = f"Dòng {self.row}, cột {self.column}" if self.column else f"Dòng {self.row}"
        return f"{place}: {self.message}"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """`values` by column name: text, Decimal or date by the column's kind; None for empty and for wrong cells."""

    number: int
    values: dict[str, Value]


@dataclass(frozen=True, slots=True)
class SheetRows:
    """The rows under the header that are not empty, and the wrong cells among them.

    `grid` holds every cell of the sheet as text from row 1 on; `places` says where in it each known title stands;
    `first_column` is how many empty columns stand before it.
    """

    header_row: int
    places: dict[str, int]
    grid: "pl.DataFrame"
    first_column: int = 0
    rows: list[SheetRow] = field(default_factory=list)
    errors: list[SheetError] = field(default_factory=list)

    def __iter__(self) -> Iterator[SheetRow]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)
