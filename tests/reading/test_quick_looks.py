"""What a quick look rules out, the slow search behind it would not have found either."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from congdoan.documents.reading.citations.grammar import BACK, BARE, LAW, OPENS, RESOLUTION
from congdoan.documents.reading.due.dates import SIGN
from congdoan.documents.reading.due.limits import DUE
from congdoan.documents.reading.due.rhythm import EVERY, EVERY_WORDS
from congdoan.documents.reading.layout.fold import fold, words_alone
from congdoan.documents.reading.layout.front import PLACE_DAY, SOME_DAY

CASES = Path(__file__).parents[2] / "cases"


@pytest.fixture(scope="module")
def papers() -> list[str]:
    return [fold(path.read_text("utf-8", "replace")) for path in sorted(CASES.glob("*.txt"))]


@pytest.mark.parametrize(("search", "look"), [(DUE, SIGN), (PLACE_DAY, SOME_DAY)])
def test_every_date_has_the_sign_of_a_date(papers, search, look):
    found = [match[0] for paper in papers for match in search.finditer(paper)]
    assert len(found) > 100
    assert [date for date in found if look.search(date) is None] == []


def test_every_rhythm_has_one_of_the_words_of_rhythms(papers):
    found = [match[0] for paper in papers for match in EVERY.finditer(paper)]
    assert len(found) > 100
    assert [rhythm for rhythm in found if not any(word in rhythm for word in EVERY_WORDS)] == []


@pytest.mark.parametrize("kind", [BARE, LAW, RESOLUTION, BACK], ids=["bare", "law", "resolution", "back"])
def test_one_search_finds_where_each_kind_of_mention_opens(papers, kind):
    opened = [{match.start() for match in OPENS.finditer(paper)} for paper in papers]
    found = [
        [match.start() for match in kind.finditer(paper) if not paper[match.start() - 1 : match.start()].isalnum()]
        for paper in papers
    ]
    assert any(found)
    assert all(set(starts) <= opens for starts, opens in zip(found, opened, strict=True))


def test_words_alone_are_the_same_of_plain_and_of_other_signs():
    plain, other = "noi dung: cham lo tet, (quy i/2024) ", "noi dung: cham lo tet, (quy i/2024) • "
    assert words_alone(plain) == words_alone(other) == "noi dung cham lo tet quy i 2024"
    assert words_alone(other) == re.sub("[^a-z0-9]+", " ", other).strip()
