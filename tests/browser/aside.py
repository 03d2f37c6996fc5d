"""The database beside a browser: it is not asked in the thread of the test."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from django.db import connections

T = TypeVar("T")


def aside(act: Callable[[], T]) -> T:
    """What `act` gives, done in a thread of its own."""

    def done() -> T:
        try:
            return act()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(done).result()
