"""Migrations draw few models at a time, and the tables are those that Django's own way makes."""

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any
from uuid import uuid4

from django.core.management import call_command
from django.core.management.commands.migrate import Command as MigrateOfDjango
from django.db import connection
from psycopg import sql

from congdoan.core.backup.programs import address_of, running
from congdoan.core.postgres.migrating import few_models_drawn
from tests.template_database import connected_to

OF_THE_MOMENT = re.compile(r"^\\(?:un)?restrict .*$|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+\+\d\d", re.MULTILINE)
"""A word that pg_dump draws by lot, and the time at which a row was written."""


@contextmanager
def an_empty_database() -> Iterator[str]:
    name = f"migrated_{uuid4().hex[:8]}"
    with connection._nodb_cursor() as cursor:
        cursor.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    with connected_to(name):
        yield name
    with connection._nodb_cursor() as cursor:
        cursor.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(name)))


def tables_made(drawing: Any, *part: str) -> str:
    with an_empty_database() as name:
        with drawing:
            call_command(MigrateOfDjango(), *part, verbosity=0)
        with running("pg_dump", *address_of(name), "--no-owner", stdout=subprocess.PIPE) as dump:
            text, _ = dump.communicate()
    return OF_THE_MOMENT.sub("", text.decode())


def test_the_tables_are_those_of_django(pytestconfig, django_db_setup, django_db_blocker):
    """All of them in more than a minute; else those up to units and posts."""
    part = () if pytestconfig.getoption("--long") else ("organisation",)
    with django_db_blocker.unblock():
        ours, of_django = tables_made(few_models_drawn(), *part), tables_made(nullcontext(), *part)
    assert "organisation_post" in ours
    assert ours == of_django
