"""What every test may ask for."""

import gc
import time
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY,
    AUTHENTICATION_METHODS_SESSION_KEY,
)
from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest
from pytest_django.plugin import blocking_manager_key

from congdoan.accounts.models import User
from congdoan.core import clock
from tests.template_database import template_database
from tests.world import Federation, build_federation

gc.disable()  # until the tests are collected


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="also what takes minutes: every hostile file, 200 crashes")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None, django_db_blocker: Any) -> None:
    """On the embedded server, test databases are copies of one that is already migrated."""
    if settings.EMBEDDED_POSTGRES:
        with django_db_blocker.unblock():
            connection.settings_dict["TEST"]["TEMPLATE"] = template_database()


def pytest_collection_finish() -> None:
    """The product and five thousand tests stay to the end: nobody needs to look through them for what can go."""
    gc.freeze()
    gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """What migrations wrote is there again after tests that empty all tables, in whatever order tests are run."""
    yield
    if empties_tables(item) and nextitem is not None and not empties_tables(nextitem):
        with item.config.stash[blocking_manager_key].unblock():
            connection.creation.deserialize_db_from_string(connection._test_serialized_contents)  # type: ignore[attr-defined]


def empties_tables(item: pytest.Item) -> bool:
    """Whether the test is not undone by rolling back; a fixture or the mark says so."""
    mark = item.get_closest_marker("django_db")
    fixtures = getattr(item, "fixturenames", ())
    return "transactional_db" in fixtures or "live_server" in fixtures or bool(mark and mark.kwargs.get("transaction"))


@pytest.fixture(autouse=True)
def _clock_of_the_test() -> Iterator[None]:
    clock.forget()
    yield
    clock.forget()


@pytest.fixture(autouse=True)
def _limits_of_the_test() -> None:
    """What others have tried in the same minute does not count: limits are kept in the cache."""
    cache.clear()


@pytest.fixture(autouse=True)
def _who_is_let_in_has_just_signed_in() -> Iterator[None]:
    """`force_login` stands for a sign-in with the password a moment ago: nothing asks for it again."""
    user_logged_in.connect(let_in, dispatch_uid="tests.let-in")
    yield
    user_logged_in.disconnect(dispatch_uid="tests.let-in")


def let_in(request: HttpRequest, user: User, **_: Any) -> None:
    if request.method is None:  # no request at all
        request.session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(user.pk)
        request.session[AUTHENTICATION_METHODS_SESSION_KEY] = [
            {"method": "password", "at": time.time(), "reauthenticated": True}
        ]


@pytest.fixture
def federation(db: None) -> Federation:
    """The federation of `tests/world.py`, on 15/03/2023."""
    clock.set_today(date(2023, 3, 15))
    return build_federation()
