"""What is wrong in a matrix on a day: two that lead, none that leads, two duties that say the same; and loads."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from congdoan.duties.models import Duty, Part
from congdoan.duties.queries.matrix import Row, columns_on, duties_on, rows_of, with_shares
from congdoan.duties.wording import Sentences
from congdoan.organisation.models import Unit

SAME: Final = 0.7
"""The share of each other that two duties hold when they are said to be the same."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """`kind` "overlap" or "gap"; `words` say what is wrong, `other` the duty that says the same."""

    kind: str
    duty: Duty
    words: str
    other: Duty | None = None


@dataclass(frozen=True, slots=True)
class Load:
    """In how many duties a unit has which part."""

    unit: Unit
    leads: int
    cooperates: int
    decides: int
    told: int

    @property
    def total(self) -> int:
        return self.leads + self.cooperates + self.decides + self.told


def flaws_on(organ: Unit, day: date) -> list[Flaw]:
    """Overlaps first, then gaps; each in the order of the matrix."""
    rows = _rows(organ, day, columns_on(organ, day))
    found = [*_wrong(rows), *_twins(rows)]
    return sorted(found, key=lambda flaw: (flaw.kind != "overlap", flaw.duty.order, flaw.duty.pk))


def loads_on(organ: Unit, day: date) -> list[Load]:
    """Every column of the matrix, also those that have nothing; who leads most first."""
    units = columns_on(organ, day)
    rows = _rows(organ, day, units)
    counted = Counter((unit.pk, part) for row in rows for part in Part for unit in row.units_with(part))
    loads = [
        Load(unit, **{part.value: counted[unit.pk, part] for part in Part})  # keys are the fields of Load
        for unit in units
    ]
    return sorted(loads, key=lambda load: -load.leads)


def _rows(organ: Unit, day: date, units: Sequence[Unit]) -> list[Row]:
    return rows_of(with_shares(duties_on(organ, day), day), units)


def _wrong(rows: Sequence[Row]) -> Iterator[Flaw]:
    for row in rows:
        leads, deciders = row.units_with(Part.LEADS), row.units_with(Part.DECIDES)
        if len(leads) > 1:
            yield Flaw("overlap", row.duty, f"{len(leads)} đơn vị cùng chủ trì: {_named(leads)}")
        if len(deciders) > 1:
            yield Flaw("overlap", row.duty, f"{len(deciders)} nơi cùng quyết định: {_named(deciders)}")
        if not any(cell.share for cell in row.cells):
            yield Flaw("gap", row.duty, "Chưa giao đơn vị nào")
        elif not leads:
            yield Flaw("gap", row.duty, "Chưa có đơn vị chủ trì")


def _twins(rows: Sequence[Row]) -> Iterator[Flaw]:
    """Duties that say the same and are led by different units."""
    for first, second in Sentences([row.duty.text for row in rows]).twins(SAME):
        one, other = rows[first], rows[second]
        leads = one.units_with(Part.LEADS), other.units_with(Part.LEADS)
        if all(leads) and {unit.pk for unit in leads[0]} != {unit.pk for unit in leads[1]}:
            words = f"Nội dung gần như nhau mà {_named(leads[0])} và {_named(leads[1])} cùng chủ trì"
            yield Flaw("overlap", one.duty, words, other.duty)


def _named(units: Sequence[Unit]) -> str:
    return ", ".join(unit.short_name for unit in units)
