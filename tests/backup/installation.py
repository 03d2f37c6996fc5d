"""Installations to save and to restore into: a database of their own, a data folder of their own, real commands."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.db import connection
from django.test import override_settings
from psycopg import sql

from congdoan.core.backup.content import TableContent, tables_content
from congdoan.core.backup.database import standing_in
from congdoan.core.backup.moment import own_connection
from tests.runtime.command import command_line

FILL = "import django; django.setup(); from tests.backup.world import fill; fill()"


@dataclass(frozen=True)
class Installation:
    name: str
    folder: Path

    @property
    def url(self) -> str:
        there = connection.get_connection_params()
        who = quote(there["user"]) + (f":{quote(there['password'])}" if there.get("password") else "")
        port = f":{there['port']}" if there.get("port") else ""
        return f"postgres://{who}@{quote(str(there.get('host', '')), safe='')}{port}/{self.name}"

    def environment(self, **changes: str) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "CONGDOAN_"))}
        own = {"CONGDOAN_DATA": str(self.folder), "DATABASE_URL": self.url}
        return {**kept, **own, "DJANGO_SETTINGS_MODULE": "congdoan.config.settings", **changes}

    def run(self, *arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
        """A command of the product, as the operator gives it."""
        return self._run(command_line(*arguments), changes)

    def fill(self) -> None:
        done = self._run([sys.executable, "-c", FILL], {})
        assert done.returncode == 0, done.stderr

    def _run(self, command: list[str], changes: dict[str, str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            env=self.environment(**changes),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=600,  # only that a test ends; a slow machine takes minutes for an old version
            stdin=subprocess.DEVNULL,
        )

    @contextmanager
    def inside(self) -> Iterator[None]:
        """The test itself works in this installation."""
        storages = {**settings.STORAGES, "default": {**settings.STORAGES["default"]}}
        storages["default"]["OPTIONS"] = {"location": self.folder / "files"}
        with override_settings(DATA=self.folder, STORAGES=storages), standing_in(self.name):
            yield

    def state(self) -> tuple[dict[str, TableContent], dict[str, int]]:
        """Everything in it: all tables, all files in the data folder."""
        with own_connection(self.name) as at:
            tables = tables_content(at)
        found = (path for path in sorted(self.folder.rglob("*")) if path.is_file())
        return tables, {str(path.relative_to(self.folder)): path.stat().st_size for path in found}

    def rows(self, question: str) -> list[Any]:
        with own_connection(self.name) as at:
            return at.execute(question).fetchall()


def make(name: str, folder: Path, template: str) -> Installation:
    """An installation whose database is a copy of `template`."""
    folder.mkdir(parents=True, exist_ok=True)
    with server() as at:
        for statement in ("drop database if exists {}", "create database {} template " + template):
            at.execute(sql.SQL(statement).format(sql.Identifier(name)))
    return Installation(name, folder)


def copy(source: Installation, name: str, folder: Path) -> Installation:
    shutil.copytree(source.folder, folder)
    return make(name, folder, source.name)


def databases(of: str) -> set[str]:
    """Those of the installation with this database, what a restore makes beside it included."""
    with server() as at:
        return {name for (name,) in at.execute("select datname from pg_database").fetchall() if name.startswith(of)}


def drop(name: str) -> None:
    with server() as at:
        at.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))


def server() -> Any:
    return own_connection("postgres")
