"""Every address, called by every role in every position, answers what `matrix.toml` says."""

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace

import pytest

from tests.rights.addresses import addresses, views
from tests.rights.matrix import Row, matrix
from tests.rights.oracle import ALLOWED
from tests.rights.people import Person, chosen
from tests.rights.walk import ask, without_words
from tests.rights.world import World

pytestmark = pytest.mark.django_db


def test_every_address_of_the_product_has_a_row_in_the_matrix_and_every_row_an_address() -> None:
    assert sorted(addresses()) == sorted(matrix().urls)


def test_what_changes_something_does_not_do_so_when_it_is_only_opened(world: World) -> None:
    """A link in a mail or a picture's address makes a browser open a page with the person's cookies."""
    owner = next(person for person in world.people if person.actor.is_owner)
    only_sent = [row for row in world.matrix.rows if {one.method for one in world.matrix.rows_of(row.url)} == {"POST"}]
    opened = {row.url: ask(replace(row, method="GET"), world.things[row.thing], owner.client) for row in only_sent}
    assert {url: answer for url, answer in opened.items() if answer != "405"} == {}


def test_every_form_of_the_sign_in_library_is_sent_as_well_as_opened() -> None:
    """Its views are classes that take a form without saying so in the addresses."""
    forms = {name for name, view in views().items() if hasattr(getattr(view, "view_class", None), "post")}
    assert forms - {row.url for row in matrix().rows if row.method == "POST"} == set()


@pytest.mark.parametrize("url", matrix().urls)
def test_an_address_answers_each_person_as_the_matrix_says(world: World, url: str, pytestconfig: pytest.Config) -> None:
    everybody: bool = pytestconfig.getoption("--long")
    asked = [(row, _asked(world, row, everybody=everybody)) for row in world.matrix.rows_of(url)]
    assert [line for row, people in asked for line in _differences(world, row, people)] == []


def _asked(world: World, row: Row, *, everybody: bool) -> list[Person]:
    """Pages that everybody has for themselves, and those of sign-in, are asked for by a few in any case."""
    is_own = not row.thing and not row.right
    if everybody and not is_own:
        return list(world.people)
    return chosen(world.people, world.matrix.rows.index(row), few=is_own)


def _differences(world: World, row: Row, people: list[Person]) -> Iterator[str]:
    """In words, where an answer is not the written one. The first page that somebody gets is read to its end."""
    seen = False
    for person in people:
        wanted = world.oracle.answer(row, person.actor)
        in_full = wanted == ALLOWED and not seen
        with nullcontext() if in_full else without_words():
            got = ask(row, world.things[row.thing], person.client)
        seen = seen or in_full
        if got != wanted:
            yield f"{row.method} {row.thing} {row.query}, {person.actor.name}: {got}, theo bảng: {wanted}"
