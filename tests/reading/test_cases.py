"""Papers of many offices with the answers that a clerk wrote down beside it (`cases/`): how well they are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from congdoan.documents.reading.evaluation.evaluate import evaluate
from congdoan.documents.reading.evaluation.score import Score, total
from congdoan.documents.reading.evaluation.table import table

pytestmark = pytest.mark.xdist_group("cases")  # all are read once
CASES = Path(__file__).parent.parent.parent / "cases"


@pytest.fixture(scope="module")
def scores() -> list[Score]:
    return evaluate(CASES)


@pytest.fixture(scope="module")
def whole(scores: list[Score]) -> Score:
    return total(scores)


def test_every_paper_can_be_read(scores: list[Score]) -> None:
    assert [score.name for score in scores if score.unreadable] == []


def test_the_header_is_read_as_printed(scores: list[Score], whole: Score) -> None:
    assert whole.header.recall >= 0.99, table(scores, verbose=True)


def test_each_other_paper_is_cited_as_often_as_it_is_named(scores: list[Score], whole: Score) -> None:
    assert whole.tallies["citations"].f1 >= 0.98, table(scores, verbose=True)


def test_the_tasks_of_the_papers_are_found(scores: list[Score], whole: Score) -> None:
    assert whole.tallies["tasks"].f1 >= 0.99, table(scores, verbose=True)


def test_each_task_has_its_section_leads_and_due_day(scores: list[Score], whole: Score) -> None:
    floors = {"section": 0.99, "lead": 0.987, "cooperating": 0.995, "due": 0.99, "product": 0.99}
    reached = {name: whole.tallies[name].recall for name in floors}
    assert [name for name, floor in floors.items() if reached[name] < floor] == [], table(scores, verbose=True)


def test_lines_of_the_targets_are_targets(scores: list[Score], whole: Score) -> None:
    assert whole.tallies["targets"].f1 >= 0.96, table(scores, verbose=True)


def test_what_is_wrong_carries_a_doubt(scores: list[Score], whole: Score) -> None:
    assert whole.marked.recall >= 0.95, table(scores, verbose=True)


def test_what_is_right_is_seldom_doubted(scores: list[Score], whole: Score) -> None:
    assert whole.false_doubts <= 4 * len(scores), table(scores, verbose=True)
