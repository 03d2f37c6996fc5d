"""Whatever stands beside what: phrases of real papers, torn and put together anew, are read like any text.

Whole lines seldom bring words together that no paper has; a name that breaks off, or two days where one is looked for,
do. Each paper comes from its number, so that what fails can be tried again.
"""

from __future__ import annotations

import random
import re
import signal
from collections.abc import Iterator

import pytest

from congdoan.documents.reading.reader import read_text
from tests.reading.test_properties import LINES, check_offsets, uncovered

PAPERS, LONG = 400, 20_000
EACH = 50
FOR_EVER = 30
"""Seconds that nothing of this length takes: who takes longer never ends."""

GIVING = [line for line in LINES if re.search(r"[Mm]ục \d|phần I|[Pp]hụ lục|chủ trì|phối hợp|[Gg]iao ", line)]
PLAN = """KẾ HOẠCH
Công tác năm 2024
I. NHIỆM VỤ
1. Tuyên truyền
1.1. Mở chuyên mục trên báo.
1.2. Treo băng rôn.
2. Chăm lo
2.1. Tặng quà Tết.
a) Lập danh sách.
b) Trao quà.
3. Khảo sát nhà trọ.
II. TỔ CHỨC THỰC HIỆN
"""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "first" in metafunc.fixturenames:
        metafunc.parametrize("first", range(0, LONG if metafunc.config.getoption("--long") else PAPERS, EACH))


def torn_paper(number: int) -> str:
    """Every other one hands out the sections that stand first in it."""
    chance = random.Random(number)
    plan, lines = (PLAN, GIVING) if number % 2 else ("", LINES)
    return plan + "\n".join(
        " ".join(_phrase(chance, lines) for _ in range(chance.choice((1, 1, 2, 3, 5))))
        for _ in range(chance.randrange(5, 60))
    )


def _phrase(chance: random.Random, lines: list[str]) -> str:
    """A line of a paper, or some words of it."""
    words = chance.choice(lines).split(" ")
    first = chance.randrange(len(words))
    return " ".join(words if chance.random() < 0.4 else words[first : first + chance.randrange(1, 9)])


@pytest.fixture
def ends() -> Iterator[None]:
    """Who reads for ever is told of, instead of keeping all other tests waiting."""
    before = signal.signal(signal.SIGALRM, _never_ends)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def _never_ends(*_: object) -> None:
    raise AssertionError("reading does not end")


@pytest.mark.usefixtures("ends")
def test_a_torn_paper_is_read_with_every_offset_in_place_and_every_letter_told_of(first):
    for number in range(first, first + EACH):
        signal.alarm(FOR_EVER)
        reading = read_text(torn_paper(number))
        check_offsets(reading)
        assert not any(letter.isalnum() for letter in uncovered(reading)), number
