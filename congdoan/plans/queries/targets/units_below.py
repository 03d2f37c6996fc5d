"""The units of one kind into which a part was split, beside one another: some at a time, in the order asked for."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Final

from django.db.models import QuerySet

from congdoan.plans.models import TargetPart
from congdoan.plans.queries.targets.levels import share_of
from congdoan.plans.queries.targets.listed import TargetRow, rows_of
from congdoan.plans.queries.targets.rolled import AlikeFigures, Rolled, alike, below

_AT_ONCE: Final = 1000
_IN_STORE: Final = {"unit": ("unit__rank", "unit__sort_key"), "level": ("value", "unit__rank", "unit__sort_key")}
_WORKED_OUT: Final[dict[str, Callable[[Decimal | None, Decimal], Decimal | None]]] = {
    "reached": lambda reached, _: reached,
    "share": share_of,
}


class UnitsBelow:
    """`row` is the part that was split; there are `count` units of the kind below it."""

    def __init__(self, row: TargetRow, kind: str, count: int) -> None:
        self.row, self.kind, self.count = row, kind, count

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[TargetRow]:
        """All of them, by rank and name, a thousand at a time."""
        for start in range(0, self.count, _AT_ONCE):
            yield from self.some("unit", slice(start, start + _AT_ONCE))

    def some(self, order: str, which: slice) -> list[TargetRow]:
        """Those at `which` places of the order "unit", "level", "reached" or "share", from the other end with "-"."""
        name, backwards = order.removeprefix("-"), order.startswith("-")
        if name in _IN_STORE:
            fields = [f"-{field}" if backwards else field for field in (*_IN_STORE[name], "pk")]
            return self._rows(list(self._parts.select_related("unit").order_by(*fields)[which]))
        ids = self._by(_WORKED_OUT[name], backwards=backwards)[which]
        found = self._parts.select_related("unit").in_bulk(ids)
        return self._rows([found[pk] for pk in ids])

    @cached_property
    def alike(self) -> AlikeFigures:
        return alike(self.row.part, self.kind)

    @property
    def _parts(self) -> QuerySet[TargetPart]:
        return self.row.part.parts.filter(unit__kind=self.kind)

    def _rows(self, parts: Sequence[TargetPart]) -> list[TargetRow]:
        for part in parts:
            part.target = self.row.target
        return rows_of(parts) if parts else []

    def _by(self, key: Callable[[Decimal | None, Decimal], Decimal | None], *, backwards: bool) -> list[int]:
        """Ids of all parts by what only their figures tell; those without any come last either way."""
        figures, none = below(self.row.part), Rolled(self.row.target.counting)
        levels = self._parts.order_by("unit__rank", "unit__sort_key", "pk").values_list("pk", "value")
        keys = {pk: key(figures.get(pk, none).reached(self.row.periods), level) for pk, level in levels}
        known = [pk for pk, value in keys.items() if value is not None]
        known.sort(key=lambda pk: keys[pk] or Decimal(0), reverse=backwards)
        return known + [pk for pk, value in keys.items() if value is None]
