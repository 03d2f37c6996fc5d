"""One moment of the database, seen by several connections and programs while people go on working."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from psycopg import Connection

BACKING_UP = 7_206_118
"""PostgreSQL's advisory lock, shared by backups: while one is held, no bytes are removed from the storage."""

_AS_TEXT = """
    set datestyle to 'ISO, YMD'; set intervalstyle to 'postgres'; set timezone to 'UTC'; set extra_float_digits to 1;
    set bytea_output to 'hex'; set statement_timeout to 0; set idle_in_transaction_session_timeout to 0;
"""


@contextmanager
def own_connection(database: str | None = None) -> Iterator[Connection[Any]]:
    """A connection besides Django's, in which values have one form as text, on any server."""
    parameters = connection.get_connection_params()
    if database is not None:
        parameters["dbname"] = database
    opened: Connection[Any] = connection.get_new_connection(parameters)
    try:
        opened.autocommit = True
        opened.execute(_AS_TEXT)
        yield opened
    finally:
        opened.close()


@contextmanager
def files_kept() -> Iterator[None]:
    """While the body runs, the bytes of files stay in the storage even when their rows go."""
    with own_connection() as held:
        held.execute("select pg_advisory_lock_shared(%s)", [BACKING_UP])
        yield


@contextmanager
def one_moment() -> Iterator[tuple[Connection[Any], Connection[Any], str]]:
    """Two connections that stand at one moment, and the name by which programs join them."""
    with own_connection() as one, own_connection() as other:
        one.execute("begin isolation level repeatable read, read only")
        found = one.execute("select pg_export_snapshot()").fetchone()
        assert found is not None
        other.execute("begin isolation level repeatable read, read only")
        other.execute(f"set transaction snapshot '{found[0]}'")  # from the server itself; takes no parameter
        yield one, other, found[0]
