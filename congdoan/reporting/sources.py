"""What fills reports by itself: packages register figures, texts and tables that their records give for a period.

A source is a SELECT for many units at once. It reads its parameters by name: `%(units)s` (ids of units), `%(starts)s`
and `%(ends)s` (the first and the last day), `%(today)s`; it gives at most one row for a unit, and a unit without a row
has `empty`. Of a period that is over it gives the same on any later day. Where an item reaches below, figures of units
are added, texts and tables put one after the other.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from congdoan.core.registry import Registry


@dataclass(frozen=True, slots=True)
class Origin:
    """One record that a value comes from: what it is, more about it, the page where it can be looked at."""

    what: str
    about: str
    url: str


Origins = Callable[[int | Sequence[int], date, date], Sequence[Origin]]
"""(id of the unit, or ids of several, first day, last day) → the records."""


@dataclass(frozen=True, slots=True)
class FigureSource:
    """`select` gives (unit_id, value). `unit_text` is what is counted ("nhiệm vụ")."""

    label: str
    group: str
    unit_text: str
    select: str
    origins: Origins
    empty: Decimal | None = Decimal(0)


@dataclass(frozen=True, slots=True)
class TextSource:
    """`select` gives (unit_id, text), a line for each thing; `empty` is said where there is nothing."""

    label: str
    group: str
    select: str
    origins: Origins
    empty: str


@dataclass(frozen=True, slots=True)
class TableSource:
    """`select` gives (unit_id, rows): a JSON list of lists of texts, a cell for each of `columns`."""

    label: str
    group: str
    columns: tuple[str, ...]
    select: str
    origins: Origins


Source = FigureSource | TextSource | TableSource

figure_sources: Registry[FigureSource] = Registry("source of figures")
text_sources: Registry[TextSource] = Registry("source of texts")
table_sources: Registry[TableSource] = Registry("source of tables")


def source_of(kind: str, name: str) -> Source | None:
    """The source that fills an item of this kind (text, figure, table)."""
    found: dict[str, Registry[FigureSource] | Registry[TextSource] | Registry[TableSource]] = {
        "figure": figure_sources,
        "text": text_sources,
        "table": table_sources,
    }
    registry = found.get(kind)
    return registry.get(name) if registry else None
