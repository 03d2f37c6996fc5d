"""What happened to each task at each unit, day by day: `data/stories.toml` tells some, the matrix gives the rest."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any, Final
from zlib import crc32

from congdoan.demo.matrix import DOING, DONE, NEW, TO_ACCEPT, TO_CONFIRM, cells
from congdoan.demo.sheets import rows, table

COORDINATOR: Final = "chanhvp"
CHAIR: Final = "chutich"
OFFICE: Final = "vanphong"
INSPECTION: Final = "kiemtra"
"""Its members confirm what they report."""
_HEADS: Final = ("unit_leader", "department_head")
_STAFF: Final = ("specialist", "inspector")
_FIRST_TAKEN, _LAST_DONE = date(2022, 9, 14), date(2023, 3, 3)
_NEW_YEAR: Final = (date(2023, 1, 20), date(2023, 1, 29))


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One thing that one person does with a unit's part of a task on one day."""

    on: date
    do: str
    task: str
    unit: str
    by: str
    text: str = ""
    note: str = ""
    to: str = ""
    due: date | None = None
    figures: list[int] = field(default_factory=list)
    share: int = 0
    files: list[str] = field(default_factory=list)


def all_turns() -> list[Turn]:
    """Every turn, in the order of the days; on one day those of a cell stay in their order."""
    stories = table("stories")
    told = {(task, unit) for task, unit in stories["told"]}
    of_matrix = [turn for cell, word in cells().items() if cell not in told for turn in _of_cell(*cell, word)]
    return sorted([*of_matrix, *(Turn(**row) for row in stories["turn"])], key=lambda turn: turn.on)


def _of_cell(task: str, unit: str, word: str) -> Iterator[Turn]:
    if word == NEW:
        return
    taken = _workday(_FIRST_TAKEN + timedelta(_spread(task, unit, 20)))
    cell: dict[str, Any] = {"task": task, "unit": unit}
    yield Turn(on=taken, do="take", by=head(unit), **cell)
    yield Turn(on=_workday(taken + timedelta(2)), do="count", by=staff(unit), **cell)
    if word == DOING:
        yield from _of_doing(taken, cell)
    elif word == DONE:
        yield from _of_done(taken, cell)
    elif word == TO_ACCEPT:
        yield _finish(date(2023, 3, 8), cell)
        confirmed = _workday(date(2023, 3, 9) + timedelta(_spread(task, unit, 5)))
        yield Turn(on=confirmed, do="confirm", by=head(unit), text="Đủ nội dung, đề nghị nghiệm thu.", **cell)
    elif word == TO_CONFIRM:
        yield _finish(date(2023, 3, 14), cell)


def _of_doing(taken: date, cell: dict[str, Any]) -> Iterator[Turn]:
    """A report in these weeks; one unit in four has been silent since autumn."""
    silent = _spread(cell["unit"], cell["task"], 4) == 0
    first, span = (date(2022, 11, 14), 25) if silent else (date(2023, 2, 6), 36)
    on = _workday(first + timedelta(_spread(cell["task"], cell["unit"], span)))
    files = [] if silent else [_facts(cell["task"])["file"]]
    share = 30 + _spread(cell["unit"], cell["task"], 40)
    text = _facts(cell["task"])["doing"]
    yield Turn(on=on, do="report", by=staff(cell["unit"]), text=text, share=share, files=files, **cell)


def _of_done(taken: date, cell: dict[str, Any]) -> Iterator[Turn]:
    last = min(_LAST_DONE, _facts(cell["task"])["due"] - timedelta(7))
    days = max((last - taken).days, 30)
    on = _workday(taken + timedelta(25 + _spread(cell["task"], cell["unit"], days - 25)))
    confirmed, accepted = _workday(on + timedelta(1)), _workday(on + timedelta(3))
    yield _finish(on, cell)
    if cell["unit"] != INSPECTION:
        yield Turn(on=confirmed, do="confirm", by=head(cell["unit"]), **cell)
    by = CHAIR if cell["unit"] == OFFICE else COORDINATOR
    yield Turn(on=accepted, do="accept", by=by, **cell)


def _finish(on: date, cell: dict[str, Any]) -> Turn:
    facts = _facts(cell["task"])
    return Turn(on=on, do="finish", by=staff(cell["unit"]), text=facts["did"], share=100, files=[facts["file"]], **cell)


def _facts(task: str) -> dict[str, Any]:
    found: dict[str, Any] = task_facts()[task]
    return found


@cache
def task_facts() -> dict[str, Any]:
    """What `data/plan.toml` says of each task, by its number."""
    found: dict[str, Any] = table("plan")["tasks"]
    return found


@cache
def head(unit: str) -> str:
    """User name of who leads the unit."""
    return next(row["username"] for row in rows("people") if row["unit"] == unit and row["role"] in _HEADS)


@cache
def staff(unit: str) -> str:
    """User name of the first of those who work at the unit under its head."""
    return next(row["username"] for row in rows("people") if row["unit"] == unit and row["role"] in _STAFF)


def _spread(one: str, other: str, span: int) -> int:
    """A number below `span`, always the same for the same words, that looks like chance."""
    return crc32(f"{one}/{other}".encode()) % span


def _workday(day: date) -> date:
    """The day itself, or the next one on which offices work."""
    if _NEW_YEAR[0] <= day <= _NEW_YEAR[1]:
        day = _NEW_YEAR[1] + timedelta(1)
    return day + timedelta({5: 2, 6: 1}.get(day.weekday(), 0))
