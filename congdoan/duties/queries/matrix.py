"""The responsibility matrix of an organ on a day: duties by field of work, a column for each unit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from congdoan.core.text import fold
from congdoan.duties.models import Duty, DutyShare, Part
from congdoan.organisation.kinds import INSIDE
from congdoan.organisation.models import Unit

LETTERS = {Part.LEADS: "C", Part.COOPERATES: "P", Part.DECIDES: "Q", Part.TOLD: "B"}


@dataclass(frozen=True, slots=True)
class Cell:
    unit: Unit
    share: DutyShare | None

    @property
    def letter(self) -> str:
        return LETTERS[Part(self.share.part)] if self.share else ""


@dataclass(frozen=True, slots=True)
class Row:
    duty: Duty
    cells: tuple[Cell, ...]

    def units_with(self, part: Part) -> list[Unit]:
        return [cell.unit for cell in self.cells if cell.share and cell.share.part == part]

    @property
    def summary(self) -> str:
        """ "Chủ trì: Văn phòng. Phối hợp: Ban Tổ chức, Ban Tài chính": for a narrow screen."""
        named = ((part.label, ", ".join(map(str, self.units_with(part)))) for part in Part)
        return ". ".join(f"{label}: {units}" for label, units in named if units)


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    rows: tuple[Row, ...]


def duties_on(organ: Unit, day: date, *, words: str = "", group: str = "", unit: int | None = None) -> QuerySet[Duty]:
    """Duties of the organ in force on the day, in order; narrowed to words, a field of work, a unit's part."""
    found = Duty.objects.filter(unit=organ).in_force(day)
    for word in fold(words).split():
        found = found.filter(folded__contains=word)
    if group:
        found = found.filter(group=group)
    if unit is not None:
        found = found.filter(Exists(DutyShare.objects.in_force(day).filter(duty=OuterRef("pk"), unit=unit)))
    return found.order_by("order", "pk")


def columns_on(organ: Unit, day: date) -> list[Unit]:
    """The organ, its departments, and others that have a part in one of its duties."""
    sharing = DutyShare.objects.in_force(day).filter(duty__unit=organ).values("unit")
    own = Unit.objects.existing(day).filter(Q(pk=organ.pk) | Q(parent=organ, kind__in=INSIDE))
    found = own | Unit.objects.filter(pk__in=sharing)
    return sorted(found.order_by("rank", "sort_key"), key=lambda unit: unit.pk != organ.pk)


def with_shares(duties: QuerySet[Duty], day: date) -> QuerySet[Duty]:
    shares = DutyShare.objects.in_force(day).select_related("unit")
    return duties.prefetch_related(Prefetch("shares", shares, to_attr="shares_now"))


def rows_of(duties: Iterable[Duty], units: Sequence[Unit]) -> list[Row]:
    """`duties` as `with_shares` gives them."""
    return [_row(duty, units) for duty in duties]


def grouped(rows: Iterable[Row]) -> list[Group]:
    return [Group(name, tuple(found)) for name, found in groupby(rows, key=lambda row: row.duty.group)]


def groups_on(organ: Unit, day: date) -> list[str]:
    names = Duty.objects.filter(unit=organ).in_force(day).exclude(group="").order_by("order", "pk")
    return list(dict.fromkeys(names.values_list("group", flat=True)))


def _row(duty: Duty, units: Sequence[Unit]) -> Row:
    shares = {share.unit_id: share for share in duty.shares_now}  # type: ignore[attr-defined]
    return Row(duty, tuple(Cell(unit, shares.get(unit.pk)) for unit in units))
