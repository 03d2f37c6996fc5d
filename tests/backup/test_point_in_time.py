"""Going back to a moment on a server of one's own, as docs/operate.md tells it: base backup, archived WAL, a target."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from congdoan.core.postgres.binaries import programs
from congdoan.core.postgres.home import Home
from congdoan.core.postgres.server import create_database, start, stop
from tests.runtime.server_process import comes_true


@pytest.fixture
def homes() -> Iterator[tuple[Home, Home, Path]]:
    """Two homes of servers and the folder of archived WAL."""
    folder = Path(tempfile.mkdtemp(prefix="congdoan-pitr-"))
    folder.chmod(0o755)
    made = [Home.within(folder / name) for name in ("first", "second")]
    for home in made:
        home.make()
    archive = folder / "wal"
    archive.mkdir()
    os.chown(archive, made[0].server_user, -1)
    yield made[0], made[1], archive
    for home in made:
        stop(home)
    shutil.rmtree(folder)


def connect(home: Home) -> psycopg.Connection:
    return psycopg.connect(host=str(home.socket), user="postgres", dbname="congdoan", autocommit=True)


def base_backup(source: Home, into: Home) -> None:
    owner = into.server_user
    command = [programs(os.geteuid()) / "pg_basebackup", "-D", into.data, "-h", source.socket, "-U", "postgres", "-c"]
    subprocess.run([*command, "fast"], check=True)
    for path in [into.data, *into.data.rglob("*")]:
        os.chown(path, owner, -1)


def test_a_server_goes_back_to_the_moment_before_a_mistake(homes: tuple[Home, Home, Path]) -> None:
    first, second, archive = homes
    keeping = f"test ! -f {archive}/%f && cp %p {archive}/%f"
    start(first, {"archive_mode": "on", "archive_command": keeping, "wal_level": "replica"})
    create_database(first, "congdoan")
    with connect(first) as at:
        at.execute("create table paper as select 1 as n")
        base_backup(first, second)
        at.execute("insert into paper values (2)")
        (moment,) = at.execute("select now()::text").fetchone()  # type: ignore[misc]
        at.execute("delete from paper")  # the mistake
        (segment,) = at.execute("select pg_walfile_name(pg_switch_wal())").fetchone()  # type: ignore[misc]
        assert comes_true(lambda: (archive / segment).exists())
    going_back = {"restore_command": f"cp {archive}/%f %p", "recovery_target_time": moment}
    (second.data / "recovery.signal").touch()
    start(second, {**going_back, "recovery_target_action": "promote"})
    with connect(second) as at:
        assert comes_true(lambda: at.execute("select pg_is_in_recovery()").fetchone() == (False,))
        assert at.execute("select n from paper order by n").fetchall() == [(1,), (2,)]
