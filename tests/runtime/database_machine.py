"""A PostgreSQL server as on a machine of its own: reached over the network, with a password."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from congdoan.core.postgres.home import Home
from congdoan.core.postgres.server import initialise, start, stop
from tests.runtime.command import free_port

PASSWORD = "mat-khau-cua-may-chu"


@contextmanager
def database_machine() -> Iterator[str]:
    """The DATABASE_URL of an empty database of a server that nobody's program keeps running."""
    folder = Path(tempfile.mkdtemp(prefix="congdoan-database-"))
    home, port = Home.within(folder), free_port()
    home.make()
    initialise(home)
    network = {"listen_addresses": "127.0.0.1", "port": str(port), "fsync": "off", "shared_buffers": "16MB"}
    start(home, network)
    try:
        yield _open(home, port)
    finally:
        stop(home)
        shutil.rmtree(folder, ignore_errors=True)


def _open(home: Home, port: int) -> str:
    """A role that owns a database and may sign in over the network."""
    address = {"host": str(home.socket), "port": port, "user": "postgres"}
    with psycopg.connect(**address, dbname="postgres", autocommit=True) as connection:
        connection.execute(f"create role congdoan login password '{PASSWORD}'")
        connection.execute("create database congdoan owner congdoan")
        hba = connection.execute("show hba_file").fetchone()
        assert hba
        rules = home.data / "pg_hba.conf"
        rules.write_text(rules.read_text() + "host all all 127.0.0.1/32 scram-sha-256\n")
        connection.execute("select pg_reload_conf()")
    return f"postgres://congdoan:{PASSWORD}@127.0.0.1:{port}/congdoan"
