"""One person for every role in every position, seen from the unit whose things the walk opens (LĐLĐ huyện Ba Tri)."""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY,
    AUTHENTICATION_METHODS_SESSION_KEY,
)
from django.test import Client

from congdoan.accounts.models import User
from congdoan.organisation.models import Unit
from congdoan.organisation.roles import Role
from tests.rights.matrix import Matrix
from tests.rights.oracle import Actor
from tests.world import make_post, make_user

TODAY = date(2023, 3, 15)
OF_POSITION = {"own": 3, "office": 2, "above": 2}
OWNER = (Role.UNIT_LEADER, "own")
ALWAYS = (OWNER, (Role.SYSTEM_ADMINISTRATOR, "own"))
"""Between them they have every right, so that each row is also asked by somebody who is allowed."""


@dataclass(frozen=True)
class Person:
    actor: Actor
    client: Client
    user: User | None = None


def people_of(matrix: Matrix, places: Mapping[str, Unit]) -> list[Person]:
    """Everybody, the anonymous visitor last."""
    found = [_person(role, position, places) for role in Role for position in matrix.positions]
    return [*found, Person(Actor("khách", is_anonymous=True), Client())]


def chosen(people: list[Person], turn: int, *, few: bool) -> list[Person]:
    """Some for one row of the matrix: those of ALWAYS, the visitor, and of each position those whose turn it is.

    `few`: one of each position. Over eight turns every role comes in every position; the long walk asks all.
    """
    return [person for person in people if _is_chosen(person.actor, turn, few=few)]


def _is_chosen(actor: Actor, turn: int, *, few: bool) -> bool:
    if actor.is_anonymous or (actor.role, actor.position) in ALWAYS:
        return True
    place = (Role.values.index(actor.role) - turn) % len(Role)
    return place < (1 if few else OF_POSITION.get(actor.position, 1))


def owner_of(people: list[Person]) -> User:
    return next(person.user for person in _signed_in(people) if person.actor.is_owner and person.user)


def _signed_in(people: list[Person]) -> Iterator[Person]:
    return (person for person in people if person.user)


def _person(role: Role, position: str, places: Mapping[str, Unit]) -> Person:
    username = f"{role.value}.{position}"
    user = make_user(username)
    unit = places.get(position, places["own"])
    if position == "ended":
        make_post(user, unit, role, ends_on=TODAY - timedelta(days=1))
    elif position in ("delegate", "lapsed"):
        _delegated(user, unit, role, until=TODAY + timedelta(days=1 if position == "delegate" else -1))
    else:
        make_post(user, unit, role)
    acts = position not in ("ended", "lapsed")
    organ = places["own"] if position == "office" else unit
    client = _browser(user)
    actor = Actor(
        username, role, position, unit if acts else None, organ if acts else None, is_owner=(role, position) == OWNER
    )
    return Person(actor, client, user)


def _browser(user: User) -> Client:
    """Signed in just now with the password, so that nothing asks for it again."""
    client = Client()
    client.force_login(user)
    session = client.session
    session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(user.pk)
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [
        {"method": "password", "at": time.time() + 24 * 3600, "reauthenticated": True}  # for as long as the walk takes
    ]
    session.save()
    return client


def _delegated(user: User, unit: Unit, role: Role, *, until: date) -> None:
    post = make_post(make_user(f"chinh.{user.username}"), unit, role)
    make_post(user, unit, role, starts_on=TODAY - timedelta(days=30), ends_on=until, delegated_from=post)
