"""The table in which a person chooses who takes each record of a unit that splits, and how levels are divided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.core.exceptions import ValidationError

from congdoan.core.errors import Invalid
from congdoan.core.ui.numbers import VnDecimalField
from congdoan.core.ui.words import number
from congdoan.core.web import whole_number
from congdoan.organisation.followers import Handed
from congdoan.organisation.models import Unit

Posted = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Level:
    """What one taker gets of a level that is divided, as typed."""

    unit: Unit
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Line:
    handed: Handed
    name: str
    chosen: int
    levels: Sequence[Level] = ()

    @property
    def whole(self) -> str:
        return _exact(self.handed.amount) if self.handed.amount is not None else ""


@dataclass(frozen=True, slots=True)
class Group:
    label: str
    lines: list[Line]


def groups_of(records: Sequence[Handed], takers: Sequence[Unit], posted: Posted) -> list[Group]:
    """`takers` with the main one first: what nobody chose goes there. What was sent stays as it was."""
    lines = [_line(one, takers, posted) for one in records]
    return [Group(label, list(part)) for label, part in groupby(lines, key=lambda line: line.handed.group)]


def choices_from(records: Sequence[Handed], takers: Sequence[Unit], posted: Posted) -> dict[str, int]:
    """Only what differs from the main taker; records that are gone meanwhile are not asked for."""
    main, ids = takers[0].pk, {unit.pk for unit in takers}
    found: dict[str, int] = {}
    for one in records:
        chosen = whole_number(posted.get(_name(one), "")) if one.amount is None else None
        if chosen is not None and chosen != main:
            if chosen not in ids:
                raise Invalid(f"“{one.what}” được giao cho đơn vị không nhận việc lần này. Chọn lại ở dòng đó.")
            found[one.key] = chosen
    return found


def shares_from(records: Sequence[Handed], takers: Sequence[Unit], posted: Posted) -> dict[str, dict[int, Decimal]]:
    """The levels of every record whose level is not all with the main taker. Raises Invalid for what is no number."""
    found = {}
    for one in (one for one in records if one.amount is not None):
        levels = {unit.pk: _number(one, posted.get(_level_name(one, unit), "")) for unit in takers}
        if any(levels.values()) and levels != {**dict.fromkeys(levels, Decimal(0)), takers[0].pk: one.amount}:
            found[one.key] = levels
    return found


def _line(one: Handed, takers: Sequence[Unit], posted: Posted) -> Line:
    chosen = whole_number(posted.get(_name(one), ""))
    known = chosen if chosen in {unit.pk for unit in takers} else takers[0].pk
    if one.amount is None:
        return Line(one, _name(one), known or takers[0].pk)
    levels = []
    for place, unit in enumerate(takers):
        name = _level_name(one, unit)
        usual = _exact(one.amount) if place == 0 else "0"
        levels.append(Level(unit, name, str(posted.get(name, usual))))
    return Line(one, _name(one), takers[0].pk, levels)


def _number(one: Handed, text: str) -> Decimal:
    try:
        value = VnDecimalField(required=False).clean(text)
    except ValidationError as error:
        raise Invalid(f"{one.what}: {error.messages[0]}") from error
    return Decimal(value or 0)


def _name(one: Handed) -> str:
    return f"giao-{one.key}"


def _level_name(one: Handed, unit: Unit) -> str:
    return f"muc-{one.key}-{unit.pk}"


def _exact(value: Decimal) -> str:
    return number(value, 0 if value == value.to_integral_value() else 2)
