"""Whatever a browser, a program or somebody with bad intent sends to an address, the product never falls over."""

from copy import deepcopy
from dataclasses import replace

import pytest
from django.core.cache import cache
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.rights.matrix import matrix
from tests.rights.people import Person
from tests.rights.walk import ask
from tests.rights.wild import Request, names_looked_at, wild_requests
from tests.rights.world import World

pytestmark = pytest.mark.django_db

SENDERS = ("unit_leader.own", "system_administrator.own", "grassroots_officer.own")
"""The first owns what the walk's things are, and so comes furthest into each address."""
EXAMPLES, LONG_EXAMPLES = 4, 300


@pytest.mark.parametrize("url", matrix().urls)
def test_an_address_never_fails_whatever_it_is_sent(world: World, url: str, pytestconfig: pytest.Config) -> None:
    written = world.matrix.rows_of(url)
    rows = [*written, *(replace(row, method="POST") for row in written[:1] if row.method == "GET")]
    senders = [person for name in SENDERS for person in world.people if person.actor.name == name]
    with names_looked_at() as names:
        for row in rows:
            ask(row, world.things[row.thing], senders[0].client)
    strategy = st.sampled_from(rows).flatmap(lambda row: wild_requests(row, world.things[row.thing], sorted(names)))
    known = {row.ok for row in written}
    long: bool = pytestconfig.getoption("--long")

    @settings(
        max_examples=LONG_EXAMPLES if long else EXAMPLES,
        derandomize=not long,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(request=strategy, sender=st.sampled_from(senders))
    def holds(request: Request, sender: Person) -> None:
        status = _status(request, sender)
        assert status < 500 or status in known

    holds()


def _status(request: Request, sender: Person) -> int:
    """Of the answer, read to its end. An error that no page was made of is raised; changes are taken back."""
    cache.clear()  # nobody is told to wait
    cookies = deepcopy(sender.client.cookies)
    with transaction.atomic():
        answer = sender.client.generic(
            request.method, request.address, request.body, request.content_type, headers=dict(request.headers)
        )
        answer.getvalue()
        transaction.set_rollback(True)
    sender.client.cookies = cookies
    return answer.status_code
