"""Runs pg_dump, pg_restore and psql on the database of the product, whether embedded or named by DATABASE_URL."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import IO, Any

from django.db import connection

from congdoan.core.backup.errors import BackupFailed
from congdoan.core.postgres.binaries import programs
from congdoan.core.postgres.server import MAJOR

_KEPT = ("PATH", "HOME", "TZ")


@contextmanager
def running(program: str, *options: str, **streams: IO[bytes] | int) -> Iterator[subprocess.Popen[bytes]]:
    """A program of PostgreSQL at work; killed when the body fails. It gets no secret of ours but the database's."""
    with subprocess.Popen([path_of(program), *options], env=environment(), **streams) as process:  # type: ignore[call-overload]
        try:
            yield process
        except BaseException:
            process.kill()
            raise


def path_of(program: str) -> str:
    """The one that comes with the product, which speaks to every older server too; for a newer server the system's."""
    major = server_version() // 10_000
    if major <= int(MAJOR):
        return str(programs(os.geteuid()) / program)
    found = shutil.which(program)
    if found is None:
        raise BackupFailed(f"Cần chương trình {program} của PostgreSQL {major}; cài postgresql-client-{major}.")
    return found


def server_version() -> int:
    """Such as 180004."""
    with connection.cursor() as cursor:
        cursor.execute("select current_setting('server_version_num')::int")
        return int(cursor.fetchone()[0])


def address_of(database: str) -> list[str]:
    """The options that lead a program to `database` on our server."""
    arguments, _ = _told()
    return [*arguments[1:-1], "-d", database]


def environment() -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if name in _KEPT or name.startswith("PG")}
    return {**inherited, "LC_ALL": "C", **(_told()[1] or {})}


def _told() -> tuple[Sequence[str], dict[str, str] | None]:
    settings: dict[str, Any] = connection.settings_dict
    return connection.client_class.settings_to_cmd_args_env(settings, [])


def last_line(said: IO[bytes]) -> str:
    """What a program complained of last, from the file that took its complaints."""
    said.seek(0)
    lines = said.read().decode("utf-8", errors="replace").strip().splitlines()
    errors = [line for line in lines if "error:" in line.lower() or "fatal:" in line.lower()]
    return (errors or lines or ["không rõ"])[0][:300]
