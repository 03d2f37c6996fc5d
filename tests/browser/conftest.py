"""A running office with the small federation in it, and a browser."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from playwright.sync_api import Browser, sync_playwright

from tests.browser.people import Office
from tests.world import Federation

_ALONE = ("background-networking", "component-update", "gpu", "quic", "sync")


@pytest.fixture
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--no-first-run", *(f"--disable-{part}" for part in _ALONE)]
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=flags)
        yield browser
        browser.close()


@pytest.fixture
def empty_queue(transactional_db: None) -> None:
    """Emptying the tables passes over the queue's, which no model of ours manages: jobs of another test would run."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs CASCADE")


@pytest.fixture
def office(
    live_server: Any,
    django_db_serialized_rollback: None,
    empty_queue: None,
    federation: Federation,
    chromium: Browser,
) -> Office:
    """The browser closes before the tables are emptied; what migrations wrote is there again for the next test."""
    return Office(chromium, live_server.url, federation)
