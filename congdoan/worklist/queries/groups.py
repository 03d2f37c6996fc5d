"""Open work by when it is due: late, this week, later, without a day."""

from datetime import date, timedelta
from typing import Final

from django.db import models

from congdoan.worklist.models import WorkItem
from congdoan.worklist.queries.piles import BY_DUE, Pile, Where, named


class DueGroup(models.TextChoices):
    LATE = "qua-han", "Quá hạn"
    WEEK = "tuan-nay", "Tuần này"
    LATER = "sau", "Sau tuần này"
    UNDATED = "khong-han", "Không có hạn"


ROWS: Final = {DueGroup.LATE: 8, DueGroup.WEEK: 8, DueGroup.LATER: 5, DueGroup.UNDATED: 5}


def week_end(on: date) -> date:
    """The Sunday of the week."""
    return on + timedelta(days=6 - on.weekday())


def in_group(group: str, on: date) -> Where:
    """The condition that puts an item in the group on the day."""
    return {
        DueGroup.LATE: Where("due < %s", (on,)),
        DueGroup.WEEK: Where("due between %s and %s", (on, week_end(on))),
        DueGroup.LATER: Where("due > %s", (week_end(on),)),
        DueGroup.UNDATED: Where("due is null"),
    }[DueGroup(group)]


def group_of(item: WorkItem, on: date) -> DueGroup:
    if item.due is None:
        return DueGroup.UNDATED
    if item.due < on:
        return DueGroup.LATE
    return DueGroup.WEEK if item.due <= week_end(on) else DueGroup.LATER


def by_group(pile: Pile, on: date) -> dict[str, Pile]:
    """The pile cut by due day, for `sizes`."""
    return {group.value: pile.narrowed(in_group(group, on)) for group in DueGroup}


def first_rows(pile: Pile, on: date) -> dict[DueGroup, list[WorkItem]]:
    """The first few items of each group, most urgent first; one query."""
    heads = [pile.narrowed(in_group(group, on)).head(ROWS[group]) for group in DueGroup]
    rows: dict[DueGroup, list[WorkItem]] = {group: [] for group in DueGroup}
    for item in named(heads, BY_DUE):
        rows[group_of(item, on)].append(item)
    return {group: items[: ROWS[group]] for group, items in rows.items()}
