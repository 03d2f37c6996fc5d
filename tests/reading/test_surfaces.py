"""Who leads is read in whatever form a paper says it, of whatever body; where it is not, the reader says so."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator

import pytest

from congdoan.documents.reading.assignment import topics
from congdoan.documents.reading.model import Task
from congdoan.documents.reading.reader import read_text
from tests.reading.surfaces import Wanted, written

PAPERS = 60


def _read(seeds: range) -> Iterator[tuple[Wanted, list[Task]]]:
    """What each paper wants of each of its tasks, and the tasks that were read in its section."""
    for seed in seeds:
        text, wanted = written(seed)
        tasks = read_text(text).tasks
        for want in wanted:
            yield want, [task for task in tasks if task.section == want.section]


def _right(want: Wanted, tasks: list[Task]) -> bool:
    return {name for task in tasks for name in task.lead} == want.lead


def test_who_leads_is_read_in_every_form_and_place() -> None:
    wrong = Counter(want.form for want, tasks in _read(range(PAPERS)) if not _right(want, tasks))
    assert wrong.total() <= 6, wrong


def test_bodies_named_after_something_unknown_are_mostly_read_and_otherwise_doubted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chance = random.Random(7)
    known = {word: tuple(one for one in named if chance.random() > 0.5) for word, named in topics._TOPICS.items()}
    monkeypatch.setattr(topics, "_TOPICS", known)
    read = list(_read(range(1000, 1000 + PAPERS)))
    wrong = [(want, tasks) for want, tasks in read if not _right(want, tasks)]
    unmarked = [want for want, tasks in wrong if not any(task.doubts for task in tasks)]
    assert len(wrong) <= 0.08 * len(read), wrong
    assert len(unmarked) <= 0.02 * len(read), unmarked
