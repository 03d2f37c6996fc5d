"""Sections × units: a cell for each task and column, and for each section the sum of its tasks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from congdoan.plans.models import Section
from congdoan.plans.queries.work.follow_up.branches import column_of
from congdoan.plans.queries.work.follow_up.columns import Column, Columns
from congdoan.plans.queries.work.follow_up.counts import Counts, aggregates, counts_from, of_looks, together
from congdoan.plans.queries.work.follow_up.scope import FollowUp
from congdoan.plans.queries.work.follow_up.summary import Summary
from congdoan.plans.queries.work.follow_up.tasks import TaskRow
from congdoan.plans.queries.work.looks import look_of

Key = int | str


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place of the matrix; `word` is "xong", "trễ 9", or "12/13" of a sum."""

    look: str
    word: str
    title: str
    url: str = ""
    lead: bool = False


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A task with its columns and cells; None where the column's units have no part in it."""

    row: TaskRow
    pairs: tuple[tuple[Column, Cell | None], ...]


@dataclass(frozen=True, slots=True)
class MatrixSection:
    """`is_open`: it is unfolded at first, for something in it needs attention."""

    id: int
    section: Section | None
    rows: tuple[MatrixRow, ...]
    sums: tuple[tuple[Column, Cell | None], ...]
    is_open: bool

    @property
    def row_ids(self) -> str:
        """For `aria-controls`."""
        return " ".join(f"nv-{row.row.task.pk}" for row in self.rows)


_WORDS = {"done": "xong", "waiting": "chờ", "doing": "đang", "new": "mới", "obstacle": "vướng", "paused": "dừng"}


def matrix(
    follow_up: FollowUp, columns: Columns, rows: Sequence[TaskRow], summary: Summary | None = None
) -> list[MatrixSection]:
    """One query: single assignments where columns are units, counts where they are groups of them. None of counts where
    the `summary` has them.
    """
    if columns.by == "unit":
        cells, sums = _single(follow_up, columns)
    elif summary and summary.by == columns.by:
        cells, sums = _summed(follow_up, columns, summary.cells(follow_up.today))
    else:
        cells, sums = _summed(follow_up, columns, _counted(follow_up, columns))
    keys = [column.key for column in columns.columns]
    sections: dict[int, list[TaskRow]] = {}
    for row in rows:
        if any((row.task.pk, key) in cells for key in keys):
            sections.setdefault(row.task.section_id or 0, []).append(row)
    return [_section(section_id, part, columns.columns, cells, sums) for section_id, part in sections.items()]


def _section(
    section_id: int,
    rows: Sequence[TaskRow],
    columns: Sequence[Column],
    cells: Mapping[tuple[int, Key], Cell],
    sums: Mapping[tuple[int, Key], tuple[Counts, bool]],
) -> MatrixSection:
    lines = tuple(
        MatrixRow(row, tuple((column, cells.get((row.task.pk, column.key))) for column in columns)) for row in rows
    )
    totals = tuple(
        (column, _total(column, [sums.get((row.task.pk, column.key)) for row in rows])) for column in columns
    )
    urgent = any(cell and cell.look in ("late", "obstacle", "soon") for line in lines for _, cell in line.pairs)
    return MatrixSection(section_id, rows[0].section, lines, totals, urgent)


def _total(column: Column, parts: Iterable[tuple[Counts, bool] | None]) -> Cell | None:
    known = [part for part in parts if part]
    if not known:
        return None
    counts = together(part for part, _ in known)
    words = f"{column.name}: xong {counts.done} trong {counts.total}"
    words += f", {counts.late} quá hạn" if counts.late else ""
    return Cell(counts.look, f"{counts.done}/{counts.total}", words, lead=any(leads for _, leads in known))


def _single(
    follow_up: FollowUp, columns: Columns
) -> tuple[dict[tuple[int, Key], Cell], dict[tuple[int, Key], tuple[Counts, bool]]]:
    found = follow_up.assignments().filter(unit__in=columns.unit_ids).order_by()
    names = {column.key: column.name for column in columns.columns}
    cells: dict[tuple[int, Key], Cell] = {}
    sums: dict[tuple[int, Key], tuple[Counts, bool]] = {}
    values = ("pk", "task_id", "unit_id", "role", "state", "due", "open_obstacles")
    for pk, task_id, unit_id, role, state, due, obstacles in found.values_list(*values):
        look = look_of(state, due, obstacles, follow_up.today)
        word = {"late": f"trễ {look.days}", "soon": f"còn {look.days}"}.get(look.code) or _WORDS[look.code]
        url, leads = reverse("plans:assignment", args=[pk]), role == "lead"
        cells[task_id, unit_id] = Cell(look.code, word, f"{names[unit_id]}: {look.words}", url, leads)
        sums[task_id, unit_id] = (of_looks([look.code]), leads)
    return cells, sums


def _counted(follow_up: FollowUp, columns: Columns) -> Iterable[Mapping[str, Any]]:
    found = follow_up.assignments().order_by().annotate(column=column_of(columns.by, follow_up.base))
    return found.values("task_id", "column", "role").annotate(**aggregates(follow_up.today))


def _summed(
    follow_up: FollowUp, columns: Columns, found: Iterable[Mapping[str, Any]]
) -> tuple[dict[tuple[int, Key], Cell], dict[tuple[int, Key], tuple[Counts, bool]]]:
    """`found`: counts by task, column and role."""
    parts: dict[tuple[int, Key], tuple[Counts, bool]] = {}
    for row in found:
        place = (row["task_id"], row["column"])
        before, led = parts.get(place, (Counts(), False))
        parts[place] = (together([before, counts_from(row)]), led or row["role"] == "lead")
    by_key = {column.key: column for column in columns.columns}
    cells = {
        place: _sum_cell(follow_up, place[0], by_key[place[1]], counts, leads)
        for place, (counts, leads) in parts.items()
        if place[1] in by_key
    }
    return cells, parts


def _sum_cell(follow_up: FollowUp, task_id: int, column: Column, counts: Counts, leads: bool) -> Cell:
    url = reverse("plans:task", args=[follow_up.plan.pk, task_id]) + f"?{column.narrows}"
    cell = _total(column, [(counts, leads)])
    assert cell is not None
    return Cell(cell.look, cell.word, cell.title, url, leads)
