"""Two people reorganise the same unit: the second is told what the first did before going on."""

from collections.abc import Callable
from typing import TypeVar

from django.db import transaction

from congdoan.core.errors import Conflict
from congdoan.organisation.models import Reorganisation, Unit
from congdoan.organisation.services.tree import lock_tree

T = TypeVar("T")


def latest_of(unit: Unit) -> int:
    """The number of the unit's latest reorganisation; 0 while there is none."""
    latest = _latest(unit)
    return latest.pk if latest else 0


@transaction.atomic
def as_seen(unit: Unit, seen: int | None, act: Callable[[], T]) -> T:
    """What `act` gives. Raises Conflict when the unit was reorganised after `seen`, what `latest_of` gave before."""
    lock_tree()
    latest = _latest(unit)
    if seen is not None and latest and latest.pk != seen:
        raise Conflict(f"{latest.told} Xem lại nội dung đang nhập, rồi nhấn lần nữa.")
    return act()


def _latest(unit: Unit) -> Reorganisation | None:
    return Reorganisation.objects.filter(unit=unit).select_related("made_by").order_by("-pk").first()
