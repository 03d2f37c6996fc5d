"""Work items as rows of a page: from whom or for whom, and the next action as a button."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from congdoan.worklist.addressing import Mine
from congdoan.worklist.kinds import kinds
from congdoan.worklist.models import WorkItem


@dataclass(frozen=True, slots=True)
class Row:
    """`party` is the unit on the other side; `verb` the button, for others only to look at."""

    pk: int
    title: str
    party: str
    source: str
    due: date | None
    urgent: bool
    verb: str
    url: str
    created_at: datetime
    is_mine: bool


def rows_of(items: Sequence[WorkItem], mine: Mine, *, giving: bool = False) -> list[Row]:
    """Rows of items read by `Pile`; `giving` shows who must do it instead of who gave it."""
    return [_row(item, item in mine, giving) for item in items]


def _row(item: WorkItem, is_mine: bool, giving: bool) -> Row:
    kind = kinds.get(item.kind)
    unit_name, giver_name = item.unit_name, item.giver_name  # type: ignore[attr-defined]
    return Row(
        pk=item.pk,
        title=item.title,
        party=unit_name if giving else giver_name or unit_name,
        source=item.source,
        due=item.due,
        urgent=item.urgent,
        verb=kind.verb if kind and is_mine else "Xem",
        url=kind.url_for(item.object_id, mine=is_mine) if kind else "",
        created_at=item.created_at,
        is_mine=is_mine,
    )
