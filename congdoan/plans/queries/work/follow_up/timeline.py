"""The tasks of a plan on a line of time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from congdoan.core.ui.drawing import TimeBar, TimeScale
from congdoan.plans.models import Section
from congdoan.plans.queries.work.follow_up.scope import FollowUp
from congdoan.plans.queries.work.follow_up.tasks import TaskRow

NOTED_DAYS = 30
Places = dict[int, tuple[int, TaskRow]]
"""Task id → in which row of the table it stands, and what is shown there."""


@dataclass(frozen=True, slots=True)
class TimeRow:
    row: TaskRow
    bar: TimeBar | None


@dataclass(frozen=True, slots=True)
class TimeSection:
    section: Section | None
    rows: tuple[TimeRow, ...]


def timeline(follow_up: FollowUp, rows: Sequence[TaskRow]) -> tuple[TimeScale, list[TimeSection]]:
    """The line covers the plan from its first day to the last due day, at most until it ends."""
    days = [day for row in rows for day in (row.given_on, row.task.due) if day]
    scale = TimeScale.covering(days, follow_up.today)
    sections: dict[int, list[TaskRow]] = {}
    for row in rows:
        sections.setdefault(row.task.section_id or 0, []).append(row)
    places = _places(sections.values())
    return scale, [
        TimeSection(part[0].section, tuple(TimeRow(row, _bar(scale, row, places)) for row in part))
        for part in sections.values()
    ]


def _places(sections: Iterable[Sequence[TaskRow]]) -> Places:
    """Headings take a row too."""
    found: Places = {}
    place = 0
    for part in sections:
        place += 1 if part[0].section else 0
        for row in part:
            found[row.task.pk] = (place, row)
            place += 1
    return found


def _bar(scale: TimeScale, row: TaskRow, places: Places) -> TimeBar | None:
    start, due = row.given_on, row.task.due or scale.end
    if start is None:
        return None
    look = row.look
    done_on = row.last_done if look.code == "done" else None
    tone = {"late": "late", "soon": "soon", "obstacle": "soon", "done": "done"}.get(look.code, "")
    after, rows_up = _first(scale, row, places)
    note = " · ".join(part for part in (_note(row, done_on), row.after_words) if part)
    return TimeBar(scale, start, max(due, start), row.ratio, done_on, note, tone, after, rows_up)


def _first(scale: TimeScale, row: TaskRow, places: Places) -> tuple[date | None, int]:
    """When the task that comes first ends, and how many rows above it stands; nothing where it is not shown."""
    if row.task.after_id not in places:
        return None, 0
    place, first = places[row.task.after_id]
    done_on = first.last_done if first.look.code == "done" else None
    return done_on or first.task.due or scale.end, places[row.task.pk][0] - place


def _note(row: TaskRow, done_on: date | None) -> str:
    look, due = row.look, row.task.due
    if look.code == "late":
        many = row.counts.total > 1
        return f"{row.counts.late} đơn vị quá hạn {look.days} ngày" if many else look.words
    if done_on:
        return f"Xong {done_on:%d/%m}"
    if look.code in ("obstacle", "soon", "waiting", "paused"):
        return look.words
    left = (due - row.today).days if due else NOTED_DAYS + 1
    return f"Còn {left} ngày" if 0 <= left <= NOTED_DAYS else ""
