"""Columns of groups of work: "Đại hội công đoàn cơ sở" over several rows, beside the column of the work itself."""

from __future__ import annotations

from congdoan.documents.reading.outline.columns import states_work_by_name
from congdoan.documents.reading.outline.profile import Column

_PART = 0.75


def work_in_groups(kinds: dict[str, int], columns: list[Column], folded: list[str]) -> int | None:
    """The column that says more exactly what is to be done where that of the work, by its name, only repeats itself.

    A cell merged over several rows, or filled in the first of them alone, names their group.
    """
    at = kinds.get("content")
    if at is None:
        return None
    groups, taken = columns[at], set(kinds.values())
    others = [
        column
        for column in columns
        if column.at not in taken
        and column.is_work
        and states_work_by_name(folded[column.at])
        and 0 < groups.different <= _PART * column.different
    ]
    return max(others, key=lambda column: column.different).at if others else None
