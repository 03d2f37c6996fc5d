"""Two people on the same object: the second is told who was first and keeps what they typed; see `at_once.toml`."""

import html
import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.http.response import HttpResponseBase

from congdoan.core import clock
from tests.rights.matrix import Row, matrix
from tests.rights.oracle import ALLOWED
from tests.rights.people import Person
from tests.rights.walk import FRAGMENT, ask, send
from tests.rights.wild import names_looked_at
from tests.rights.world import World

pytestmark = pytest.mark.django_db

TABLE: dict[str, dict[str, Any]] = tomllib.loads(Path(__file__).with_name("at_once.toml").read_text())
WORDS, GONE, ALONE, PLAIN = TABLE["words"], TABLE["gone"], TABLE["alone"], set(TABLE["buttons"]["fields"])
POSTS = list(dict.fromkeys(row.url for row in matrix().rows if row.method == "POST"))
BUTTONS = [url for url in POSTS if url not in WORDS and url not in ALONE]
SAID_AT = re.compile(r"\d\d:\d\d ngày (\d\d/\d\d/\d{4})")
REMEMBERED = re.compile(r'<input type="hidden" name="(seen)" value="([^"]*)"')


def test_each_form_of_the_table_is_an_address_that_changes_something() -> None:
    assert [url for url in (*WORDS, *GONE, *ALONE) if url not in POSTS] == []
    assert WORDS.keys() & ALONE.keys() == set()


def test_whatever_is_not_in_the_table_reads_nothing_that_somebody_typed(world: World) -> None:
    typed = [f"{url}: {', '.join(names)}" for url in BUTTONS if (names := sorted(_names_read(world, url) - PLAIN))]
    assert not typed, "give these addresses a line in at_once.toml\n" + "\n".join(typed)


@pytest.mark.parametrize("url", WORDS)
@pytest.mark.parametrize("headers", [{}, FRAGMENT], ids=["page", "fragment"])
def test_whoever_comes_second_is_told_who_was_first_and_keeps_the_words(
    world: World, url: str, headers: Mapping[str, str]
) -> None:
    asked, row = WORDS[url], _row(url)
    thing = world.things[row.thing]
    first, second = _two(world, row, asked)
    cache.clear()
    with _undone():
        remembered = _remembered(row, thing, second) if asked.get("opens") else {}
        assert send(_first(row, asked), thing, first.client).status_code in (200, 204, 302)
        late = replace(row, data={**row.data, **remembered, **asked["typed"]}, ok=0)
        answer = send(late, thing, second.client, headers)
        said = _words(answer)
    assert answer.status_code in (409, 422)
    assert str(first.user) in said
    assert set(SAID_AT.findall(said)) <= {f"{clock.today():%d/%m/%Y}"}
    assert headers or [words for words in asked["typed"].values() if words not in said] == []
    assert not headers or _leaves_the_form(answer, said, asked["typed"])


@pytest.mark.parametrize("url", GONE)
@pytest.mark.parametrize("headers", [{}, FRAGMENT], ids=["page", "fragment"])
def test_whoever_types_about_what_another_takes_away_is_told_who_did_and_keeps_the_words(
    world: World, url: str, headers: Mapping[str, str]
) -> None:
    asked = GONE[url]
    row = replace(_row(url), thing=asked.get("thing", _row(url).thing))
    first, second = _two(world, row, asked)
    with _undone():
        assert send(_first(row, asked), world.things[row.thing], first.client).status_code in (200, 204, 302)
        late = replace(row, data={**row.data, **asked["typed"]})
        answer = send(late, world.things[row.thing], second.client, headers)
        said = _words(answer)
    assert answer.status_code == 409
    assert str(first.user) in said
    assert set(SAID_AT.findall(said)) == {f"{clock.today():%d/%m/%Y}"}
    assert headers or [words for words in asked["typed"].values() if words not in said] == []
    assert not headers or "<form" not in said


@pytest.mark.parametrize("url", GONE)
def test_whoever_could_not_see_it_is_told_nothing_of_what_was_taken_away(world: World, url: str) -> None:
    asked = GONE[url]
    row = replace(_row(url), thing=asked.get("thing", _row(url).thing))
    first, _ = _two(world, row, asked)
    out_of_sight = [one for one in world.people if one.user and world.oracle.answer(row, one.actor) == "404"]
    with _undone():
        send(_first(row, asked), world.things[row.thing], first.client)
        late = replace(row, data={**row.data, **asked["typed"]})
        got = {str(one.user): send(late, world.things[row.thing], one.client) for one in out_of_sight[:4]}
        told = [who for who, answer in got.items() if answer.status_code != 404 or str(first.user) in _words(answer)]
    assert out_of_sight
    assert told == []


def _words(answer: HttpResponseBase) -> str:
    return html.unescape(answer.getvalue().decode())


def _names_read(world: World, url: str) -> set[str]:
    with names_looked_at() as names:
        for row in world.matrix.rows_of(url):
            if row.method == "POST":
                person = next(iter(_allowed(world, row)), world.people[0])
                ask(row, world.things[row.thing], person.client)
    return names


def _leaves_the_form(answer: HttpResponseBase, said: str, typed: Mapping[str, str]) -> bool:
    """A part of a page says what is wrong beside the form, or brings the form anew with the words."""
    return "<form" not in said or all(words in said for words in typed.values())


def _row(url: str) -> Row:
    rows = [row for row in matrix().rows_of(url) if row.method == "POST"]
    command = WORDS.get(url, {}).get("row")
    return next(row for row in rows if command is None or row.args.get("command") == command)


def _first(row: Row, asked: Mapping[str, Any]) -> Row:
    """What the first person sends: the row itself, unless the table says what else."""
    other = asked.get("first")
    if other is None:
        return row
    found = row if other["url"] == row.url else _post_of(other["url"], row)
    return replace(found, data={**found.data, **other.get("data", {})})


def _post_of(url: str, like: Row) -> Row:
    """The POST of the address, to the thing of the other row."""
    found = next(row for row in matrix().rows_of(url) if row.method == "POST")
    return replace(found, thing=like.thing)


def _two(world: World, row: Row, asked: Mapping[str, Any]) -> list[Person]:
    """Two people of whom each may do both."""
    rows = (row, _first(row, asked))
    both = [person for person in _allowed(world, row) if all(person in _allowed(world, one) for one in rows)]
    return both[:2]


def _allowed(world: World, row: Row) -> list[Person]:
    return [person for person in world.people if person.user and world.oracle.answer(row, person.actor) == ALLOWED]


def _remembered(row: Row, thing: dict[str, Any], person: Person) -> dict[str, str]:
    """What the form that is opened now sends along by itself."""
    opened = send(replace(row, method="GET"), thing, person.client, {})
    return dict(REMEMBERED.findall(opened.getvalue().decode()))


@contextmanager
def _undone() -> Iterator[None]:
    """What happens inside is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
