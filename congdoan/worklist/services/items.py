"""Opens and closes work items, in the transaction of the service that causes it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from congdoan.core import clock
from congdoan.worklist.models import WorkItem

_COLUMNS = (
    "kind, object_id, title, source, unit_id, action, user_id, given_by_unit_id, due, urgent, "
    "state, opened_on, created_at"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewWork:
    """Work for everyone at unit `unit_id` who has the right `action`, or for one person when `user_id` is given."""

    kind: str
    object_id: int
    title: str
    source: str
    unit_id: int
    action: str
    due: date | None
    user_id: int | None = None
    given_by_unit_id: int | None = None
    urgent: bool = False


def open_work(work: Iterable[NewWork]) -> list[WorkItem]:
    """Open work items; one query for all of them."""
    today = clock.today()
    items = [
        WorkItem(
            kind=w.kind,
            object_id=w.object_id,
            title=w.title[:300],
            source=w.source[:300],
            unit_id=w.unit_id,
            action=w.action,
            user_id=w.user_id,
            given_by_unit_id=w.given_by_unit_id,
            due=w.due,
            urgent=w.urgent,
            opened_on=today,
        )
        for w in work
    ]
    return WorkItem.objects.bulk_create(items)


def open_work_from(select: str, params: Sequence[Any]) -> int:
    """Open one item for each row of a SELECT, in the database alone; returns how many.

    The SELECT gives, in this order: kind, object_id, title, source, unit_id, action, user_id, given_by_unit_id, due,
    urgent.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            f"insert into worklist_workitem ({_COLUMNS}) select work.*, 'open', %s, now() from ({select}) as work",  # noqa: S608
            [clock.today(), *params],
        )
        return int(cursor.rowcount)


def close_work(kind: str, object_ids: Iterable[int], *, user_id: int | None = None, cancelled: bool = False) -> int:
    """Close the open items of a kind on these objects (only one person's when `user_id` is given); returns how many."""
    found = WorkItem.objects.filter(kind=kind, object_id__in=list(object_ids), state=WorkItem.State.OPEN)
    if user_id is not None:
        found = found.filter(user_id=user_id)
    return found.update(state=WorkItem.State.CANCELLED if cancelled else WorkItem.State.DONE, closed_on=clock.today())


def move_due(kind: str, object_ids: Iterable[int], due: date | None) -> int:
    """Give open items another day."""
    return WorkItem.objects.filter(kind=kind, object_id__in=list(object_ids), state=WorkItem.State.OPEN).update(due=due)
