"""Known work in the layouts of many offices, which no paper of `cases/` has: what is read and what is doubted.

`python -m tests.reading.layouts` prints the measures of each layout.
"""

from __future__ import annotations

import pytest

from congdoan.documents.reading.evaluation.score import Score, total
from tests.reading.layouts.measure import LAYOUTS, scores

SEEDS = range(100, 106)
LEAST_OF_ONE_LAYOUT = 0.6


@pytest.fixture(scope="module")
def read() -> dict[str, list[Score]]:
    papers: dict[str, list[Score]] = {}
    for layout, _, score in scores(SEEDS):
        papers.setdefault(layout.__name__, []).append(score)
    return papers


@pytest.fixture(scope="module")
def whole(read: dict[str, list[Score]]) -> Score:
    return total([score for papers in read.values() for score in papers])


def test_tasks_leads_helpers_and_days_are_read_in_layouts_never_seen(whole: Score) -> None:
    reached = {name: whole.tallies[name].recall for name in ("lead", "cooperating", "due")}
    assert whole.tallies["tasks"].f1 >= 0.98
    assert reached["lead"] >= 0.93 and reached["cooperating"] >= 0.97 and reached["due"] >= 0.98, reached


def test_no_layout_is_left_behind(read: dict[str, list[Score]]) -> None:
    leads = {name: total(papers).tallies["lead"].recall for name, papers in read.items()}
    assert len(leads) == len(LAYOUTS) >= 24
    assert [name for name, share in leads.items() if share < LEAST_OF_ONE_LAYOUT] == []


def test_what_is_wrong_in_a_layout_never_seen_carries_a_doubt(whole: Score) -> None:
    assert whole.marked.recall >= 0.85, [fault for fault in whole.faults if not fault.marked]
    assert whole.false_doubts <= 2 * len(LAYOUTS) * len(SEEDS)
