"""A real PostgreSQL server of its own, with a role for the application and one for the owner of the tables."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from congdoan.core.postgres.binaries import HERE, run
from congdoan.core.postgres.home import Home, private_folder
from tests.runtime.command import congdoan, environment

APP, OWNER = "congdoan_app", "congdoan_owner"


@dataclass
class Server:
    """`folder` is the data folder of the product; the server lies beside it."""

    folder: Path
    home: Home

    def url(self, role: str) -> str:
        return f"postgres://{role}@{str(self.home.socket).replace('/', '%2F')}/congdoan"

    def connect(self, role: str = "postgres") -> psycopg.Connection[Any]:
        return psycopg.connect(host=str(self.home.socket), user=role, dbname="congdoan", autocommit=True)

    def congdoan(self, *arguments: str, owner: bool = False) -> subprocess.CompletedProcess[str]:
        """A command of the product, as the application's role; with the owner's address when asked."""
        owners = {"CONGDOAN_OWNER_URL": self.url(OWNER)} if owner else {}
        return congdoan(*arguments, data_folder=self.folder, DATABASE_URL=self.url(APP), **owners)

    def python(self, module: str) -> subprocess.CompletedProcess[str]:
        """A module of ours as a process of the application's role."""
        settings = {"DATABASE_URL": self.url(APP), "DJANGO_SETTINGS_MODULE": "congdoan.config.settings"}
        return subprocess.run(
            [sys.executable, "-m", module],
            env=environment(self.folder, **settings),
            capture_output=True,
            text=True,
            timeout=120,
        )


@contextmanager
def server_with_two_roles() -> Iterator[Server]:
    folder = Path(tempfile.mkdtemp(prefix="congdoan-roles-"))
    home = Home.within(folder / "server")
    home.make()
    private_folder(home.data, owner=home.server_user, mode=0o700)
    run(home, "initdb", "-D", HERE, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C")
    options = "-k ../socket -c listen_addresses= -c fsync=off -c shared_buffers=32MB"
    started = run(home, "pg_ctl", "-D", HERE, "-w", "-s", "-l", "server.log", "-o", options, "start")
    assert started.returncode == 0, started.stdout
    try:
        with psycopg.connect(host=str(home.socket), user="postgres", dbname="postgres", autocommit=True) as admin:
            admin.execute(f"create role {APP} login")
            admin.execute(f"create role {OWNER} login")
            admin.execute(f"create database congdoan owner {APP}")
        yield Server(folder, home)
    finally:
        run(home, "pg_ctl", "-D", HERE, "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)
