"""A unit's work in figures: open, late, done this month."""

from collections.abc import Mapping
from datetime import date

from django.urls import reverse

from congdoan.worklist.figures import Figure
from congdoan.worklist.queries.groups import DueGroup, in_group
from congdoan.worklist.queries.piles import Pile, Where, unit_work

_OPEN, _LATE, _DONE = "unit-open", "unit-late", "unit-done"


def counted_of_unit(unit_id: int, on: date) -> dict[str, Pile]:
    """The piles to count, for `sizes`."""
    open_work = unit_work([unit_id])
    done = Where("state = 'done' and unit_id = %s and closed_on between %s and %s", (unit_id, on.replace(day=1), on))
    return {_OPEN: open_work, _LATE: open_work.narrowed(in_group(DueGroup.LATE, on)), _DONE: Pile((done,))}


def figures_of_unit(counted: Mapping[str, int]) -> list[Figure]:
    """The figures, from what `sizes` counted."""
    address = f"{reverse('worklist:list')}?xem=don-vi"
    return [
        Figure("Việc đang mở", counted[_OPEN], url=address),
        Figure("Quá hạn", counted[_LATE], "late" if counted[_LATE] else "", f"{address}&nhom={DueGroup.LATE}"),
        Figure("Xong trong tháng", counted[_DONE]),
    ]
