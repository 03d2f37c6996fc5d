"""The world of the walk: a district with things in every state, under a province, over a grassroots union, beside
another district."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.organisation.models import Unit
from congdoan.organisation.roles import Role
from tests.rights import inspection_things, office_things, plan_things, report_things, work_things
from tests.rights.matrix import Matrix, matrix
from tests.rights.oracle import Oracle
from tests.rights.people import TODAY, Person, owner_of, people_of
from tests.world import build_federation, make_post, make_unit, make_user

Things = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class World:
    """`things`: name in the matrix → what its addresses and forms take."""

    matrix: Matrix
    oracle: Oracle
    people: list[Person]
    things: Things


def build_world() -> World:
    clock.set_today(TODAY)
    federation = build_federation()
    office = make_unit("Văn phòng Ba Tri", "department", federation.ba_tri)
    places = {
        "own": federation.ba_tri,
        "office": office,
        "above": federation.province,
        "below": federation.an_thuy,
        "sister": federation.cho_lach,
    }
    people = people_of(matrix(), places)
    owner, colleague = owner_of(people), _colleague(federation.ba_tri)
    return World(matrix(), Oracle(matrix(), places), people, _things(places, owner, colleague))


def _colleague(unit: Unit) -> User:
    colleague = make_user("dongnghiep", "Đồng Nghiệp")
    make_post(colleague, unit, Role.SPECIALIST)
    return colleague


def _things(places: Mapping[str, Unit], owner: User, colleague: User) -> Things:
    own = places["own"]
    common = {"unit_id": own.pk, "colleague": colleague.pk, "signer": owner.pk}
    found = {
        **office_things.things(own, owner, colleague),
        **plan_things.things(own, places["below"], owner),
        **work_things.things(places, owner, colleague),
        **report_things.things(places, owner),
        **inspection_things.things(places, owner),
    }
    return {name: common | values for name, values in found.items()} | {"": common}
