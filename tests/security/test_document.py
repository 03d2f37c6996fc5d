"""docs/security.md answers each requirement of ASVS level 1 and 2 once, and the tests that it names are there."""

import re
from pathlib import Path

from tests.security.asvs import levels

TESTS = Path(__file__).parents[1]
DOCUMENT = TESTS.parent / "docs" / "security.md"
STATES = {"met", "partly", "operator", "none"}
_ROW = re.compile(r"^\| (V[^|]+) \| ([^|]*) \| (.+) \| ([^|]*) \|$", re.MULTILINE)
_NAMED = re.compile(r"(V\d+\.\d+\.\d+) \((\d)\)")


def _rows() -> list[tuple[str, str, str, str]]:
    return _ROW.findall(DOCUMENT.read_text("utf-8"))


def test_the_list_has_as_many_requirements_as_asvs_5_0_0() -> None:
    found = list(levels().values())
    assert [found.count(level) for level in (1, 2, 3)] == [70, 183, 92]


def test_each_requirement_of_level_1_and_2_is_answered_once_at_its_level() -> None:
    answered = [(name, int(level)) for row in _rows() for name, level in _NAMED.findall(row[0])]
    assert sorted(answered) == sorted((name, level) for name, level in levels().items() if level < 3)


def test_each_answer_says_how_and_what_applies_names_a_test() -> None:
    for names, state, how, shown in _rows():
        assert state in STATES, names
        assert len(how) > 10, names
        assert bool(shown.strip()) == (state != "none"), names


def test_each_test_that_is_named_is_there() -> None:
    named = set(re.findall(r"`([\w/]+\.py)::(test_\w+)`", DOCUMENT.read_text("utf-8")))
    missing = {f"{file}::{name}" for file, name in named if not _has(TESTS / file, name)}
    assert len(named) > 80
    assert missing == set()


def _has(file: Path, name: str) -> bool:
    return file.is_file() and f"def {name}(" in file.read_text("utf-8")
