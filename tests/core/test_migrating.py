"""Migrations draw few models at a time, and the tables are those that Django's own way makes."""

import re
import subprocess
from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.core.management.commands.migrate import Command as MigrateOfDjango
from django.db import connection
from psycopg import sql

from congdoan.core.backup.programs import running
from tests.template_database import connected_to, template_database

OF_THE_MOMENT = re.compile(r"^\\(?:un)?restrict .*$|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+\+\d\d", re.MULTILINE)
"""A word that pg_dump draws by lot, and the time at which a row was written."""


@pytest.fixture
def migrated_by_django(django_db_setup: None, django_db_blocker) -> Iterator[str]:
    name = f"of_django_{uuid4().hex[:8]}"
    database = sql.Identifier(name)
    with django_db_blocker.unblock():
        with connection._nodb_cursor() as cursor:
            cursor.execute(sql.SQL("CREATE DATABASE {}").format(database))
        with connected_to(name):
            call_command(MigrateOfDjango(), verbosity=0)
        yield name
        with connection._nodb_cursor() as cursor:
            cursor.execute(sql.SQL("DROP DATABASE {}").format(database))


def dumped(name: str) -> str:
    with connected_to(name), running("pg_dump", "--no-owner", stdout=subprocess.PIPE) as dump:
        text, _ = dump.communicate()
    return OF_THE_MOMENT.sub("", text.decode())


def test_the_tables_are_those_of_django(pytestconfig, request, django_db_setup, django_db_blocker):
    if not pytestconfig.getoption("--long"):
        pytest.skip("Django's own way takes more than a minute: ./test --long")
    of_django = request.getfixturevalue("migrated_by_django")
    with django_db_blocker.unblock():
        assert dumped(template_database()) == dumped(of_django)
