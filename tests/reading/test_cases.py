"""Papers of many offices, each with the answers that a clerk wrote down beside it (`cases/*.toml`)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from congdoan.documents.reading.model import PlanReading, Task
from congdoan.documents.reading.reader import read_file

CASES = Path(__file__).parent.parent.parent / "cases"
NAMES = sorted(path.stem for path in CASES.glob("*.toml"))


@pytest.fixture(params=NAMES)
def case(request: pytest.FixtureRequest) -> tuple[PlanReading, dict[str, Any]]:
    expected = tomllib.loads((CASES / f"{request.param}.toml").read_text("utf-8"))
    return read_file(CASES / f"{request.param}.txt"), expected


def due_of(task: Task) -> str | None:
    if task.due is None:
        return None
    return task.due.date.isoformat() if task.due.date else task.due.recurrence


def test_the_header_is_read_as_printed(case):
    reading, expected = case
    found = {name: getattr(reading.header, name) for name in expected["header"]}
    assert {name: str(value) for name, value in found.items()} == expected["header"]


def test_exactly_the_tasks_of_the_paper_are_found(case):
    reading, expected = case
    wanted = [task["text"] for task in expected["tasks"]]
    found = [task.text for task in reading.tasks]
    missing = [text for text in wanted if not any(given.startswith(text) for given in found)]
    extra = [given for given in found if not any(given.startswith(text) for text in wanted)]
    assert (missing, extra) == ([], [])
    assert len(found) == len(wanted)


def test_each_task_has_its_section_leads_due_day_and_product(case):
    reading, expected = case
    for wanted in expected["tasks"]:
        task = next(task for task in reading.tasks if task.text.startswith(wanted["text"]))
        assert task.section == wanted.get("section", task.section), wanted["text"]
        assert list(task.lead) == wanted.get("lead", []), wanted["text"]
        assert list(task.cooperating) == wanted.get("cooperating", []), wanted["text"]
        assert due_of(task) == wanted.get("due"), wanted["text"]
        assert task.product == wanted.get("product"), wanted["text"]


def test_each_other_paper_is_cited_as_often_as_it_is_named(case):
    reading, expected = case
    found = list(reading.citations)
    for wanted in expected.get("citations", []):
        match = next((c for c in found if c.symbol == wanted.get("symbol") and c.type == wanted["type"]), None)
        assert match is not None, wanted
        found.remove(match)
        assert match.text == wanted.get("text", match.text)
        assert str(match.date) == wanted.get("date", "None"), wanted
        assert match.issuer == wanted.get("issuer"), wanted
    assert found == []


def test_lines_of_the_targets_are_targets(case):
    reading, expected = case
    found = [(t.text, t.value, t.unit) for t in reading.targets]
    wanted = expected.get("targets", [])
    assert len(found) == len(wanted)
    for (text, value, unit), line in zip(found, wanted, strict=True):
        assert text.startswith(line["text"])
        assert (value, unit) == (line["value"], line["unit"])


def test_what_is_wrong_in_the_paper_is_pointed_out(case):
    reading, expected = case
    codes = {warning.code for warning in reading.warnings}
    assert {warning["code"] for warning in expected.get("warnings", [])} <= codes
