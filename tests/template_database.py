"""A database with all migrations applied, made once and copied by each test process: migrating takes many seconds."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path

from django.apps import apps
from django.core.management import call_command
from django.db import connection
from psycopg import sql

PREFIX = "template_"
MAKING = 7_206_117  # any number: PostgreSQL's advisory lock of whoever makes the template


def template_database() -> str:
    """The name of the template for the migrations as they are now; made when it does not exist."""
    name = f"{PREFIX}{state_of_migrations()}"
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [MAKING])
        cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [PREFIX])
        existing = {row[0] for row in cursor.fetchall()}
        if name not in existing:
            for old in existing:
                cursor.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(old)))
            make_template(cursor, name)
    return name


def make_template(cursor, name: str) -> None:
    unfinished = f"{PREFIX}unfinished"
    cursor.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(unfinished)))
    with connected_to(unfinished):
        call_command("migrate", verbosity=0, interactive=False)
    cursor.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(unfinished), sql.Identifier(name)))


@contextmanager
def connected_to(name: str) -> Iterator[None]:
    own = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = own


def state_of_migrations() -> str:
    """A digest of all migration files and of the versions of the libraries that bring some."""
    digest = hashlib.sha256()
    for application in apps.get_app_configs():
        for path in sorted(Path(application.path, "migrations").glob("*.py")):
            digest.update(f"{application.label}/{path.name}".encode() + path.read_bytes())
    digest.update(metadata.version("procrastinate").encode())
    return digest.hexdigest()[:16]
