"""Whoever gets another person's phone number from any address of the product is in the log of accesses."""

from collections.abc import Iterator

import pytest

from congdoan.accounts.models import User
from congdoan.core.models import RecordAccess
from tests.rights.people import Person
from tests.rights.test_nothing_leaks import opened_rows, parts_of, person_named
from tests.rights.walk import looked_at
from tests.rights.world import World

pytestmark = pytest.mark.django_db
PHONE = "0909 777 555"
LOOKERS = ("unit_leader.own", "system_administrator.own")


@pytest.fixture
def numbered(world: World) -> World:
    """Everybody but the two who look has the marked number."""
    User.objects.exclude(username__in=LOOKERS).update(phone=PHONE)
    return world


def test_every_address_that_shows_a_persons_phone_number_logs_who_looked(numbered: World) -> None:
    shown = [found for name in LOOKERS for found in _showing(numbered, person_named(numbered, name))]
    assert {"organisation:person", "organisation:people?xuat=csv", "organisation:unit-people?xuat=csv"} <= dict(
        shown
    ).keys()
    assert [address for address, was_logged in shown if not was_logged] == []


def _showing(world: World, person: Person) -> Iterator[tuple[str, bool]]:
    """Each address that gives the number, and whether the log has it."""
    for row in opened_rows(world):
        with looked_at(row, world.things[row.thing], person.client) as body:
            if any(PHONE.encode() in part for part in parts_of(body)):
                assert person.user is not None
                yield f"{row.url}{row.query}", RecordAccess.objects.filter(by=person.user).exists()
