"""The same paper in another form is read the same: cut by a margin, torn, printed, in columns, in old codes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from congdoan.documents.reading.evaluation.alike import plain
from congdoan.documents.reading.model import PlanReading
from congdoan.documents.reading.reader import read_file, read_text
from tests.reading.forms import FORMS, papers


def _tasks(reading: PlanReading) -> Counter[tuple[object, ...]]:
    """Where each task stands, how it begins, who leads it, when it is due."""
    return Counter(
        (
            task.section,
            plain(task.text)[:30],
            frozenset(map(plain, task.lead)),
            (task.due.date, task.due.recurrence) if task.due else None,
        )
        for task in reading.tasks
    )


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_tasks_are_read_in_every_form_of_a_paper(form: Callable[[Path, str], Path], tmp_path: Path) -> None:
    wanted = found = same = 0
    for text in papers():
        there, here = _tasks(read_text(text)), _tasks(read_file(form(tmp_path, text)))
        wanted += there.total()
        found += here.total()
        same += (there & here).total()
    assert wanted > 150
    assert 2 * same >= FORMS[form] * (wanted + found), f"{same} of {wanted} and {found}"
