"""What every test may ask for."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from congdoan.core import clock
from tests.template_database import template_database
from tests.world import Federation, build_federation


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="also what takes minutes: every hostile file")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None, django_db_blocker: Any) -> None:
    """On the embedded server, test databases are copies of one that is already migrated."""
    if settings.EMBEDDED_POSTGRES:
        with django_db_blocker.unblock():
            connection.settings_dict["TEST"]["TEMPLATE"] = template_database()


@pytest.fixture(autouse=True)
def _clock_of_the_test() -> Iterator[None]:
    clock.forget()
    yield
    clock.forget()


@pytest.fixture
def federation(db: None) -> Federation:
    """The federation of `tests/world.py`, on 15/03/2023."""
    clock.set_today(date(2023, 3, 15))
    return build_federation()
