"""Numbers of papers when many ask at once: none is lost, none is given twice, and they follow the order of commit."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest
from django.db import connection, transaction

from congdoan.core.numbering import next_number

REQUESTS, CONNECTIONS = 2_000, 32
SERIES = {"unit_id": 311, "series": "KH", "year": 2023}
TABLE = """
    create table number_taken (
        number bigint not null, committed_before bigint not null, highest_before bigint not null, session int not null
    )
"""
"""Each row is written by the transaction that took the number, with what is committed while it still holds it: since
it has not yet committed itself, whatever it sees was committed before."""
TAKE = """
    insert into number_taken
    select %s, count(*), coalesce(max(number), 0), pg_backend_pid() from number_taken
"""


class GivenUp(Exception):
    """Something failed after the number was taken: the transaction is rolled back."""


@pytest.fixture
def taken(transactional_db: None) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute(TABLE)
    yield
    with connection.cursor() as cursor:
        cursor.execute("drop table number_taken")


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_2000_requests_over_32_connections_get_numbers_without_gap_in_the_order_of_commit(taken: None) -> None:
    fails = [turn % 3 == 0 for turn in range(REQUESTS)]
    Random(2023).shuffle(fails)
    share = REQUESTS // CONNECTIONS + 1
    parts = [fails[start : start + share] for start in range(0, REQUESTS, share)]
    together = threading.Barrier(len(parts), timeout=30)
    with ThreadPoolExecutor(CONNECTIONS) as threads:
        kept = sum(threads.map(lambda part: _ask(part, together), parts))
    rows = _rows()
    assert len(parts) == CONNECTIONS == len({session for *_, session in rows})
    assert kept == fails.count(False) == len(rows)
    assert [number for number, *_ in rows] == list(range(1, kept + 1))
    assert [(before, highest) for _, before, highest, _ in rows] == [(n, n) for n in range(kept)]
    assert next_number(**SERIES) == kept + 1


def _ask(fails: list[bool], together: threading.Barrier) -> int:
    """Take a number for each entry on a connection of its own; where it says so, fail afterwards."""
    try:
        connection.ensure_connection()
        together.wait()
        return sum(_take_one(fail) for fail in fails)
    finally:
        connection.close()


def _take_one(fail: bool) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(TAKE, [next_number(**SERIES)])
            if fail:
                raise GivenUp
    except GivenUp:
        return False
    return True


def _rows() -> list[tuple[int, int, int, int]]:
    with connection.cursor() as cursor:
        cursor.execute("select number, committed_before, highest_before, session from number_taken order by number")
        return list(cursor.fetchall())
