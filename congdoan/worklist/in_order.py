"""Sends what waits for receivers outside: each one's in order, several receivers at once."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from django.db import connection, connections

IN_ONE_ROUND: Final = 1000
Stop = Callable[[], bool]


def send_in_order(
    receivers: Sequence[int], send_first: Callable[[int], bool], *, at_once: int, should_stop: Stop
) -> int:
    """`send_first` sends the oldest that waits for a receiver (its id) and says whether that was taken.

    Returns how many were taken. One that is not taken keeps back those after it.
    """

    def all_of(receiver: int) -> int:
        sent = 0
        while sent < IN_ONE_ROUND and not should_stop() and send_first(receiver):
            sent += 1
        return sent

    def in_thread(receiver: int) -> int:
        try:
            return all_of(receiver)
        finally:
            connections.close_all()

    if len(receivers) <= 1:
        return sum(map(all_of, receivers))
    with ThreadPoolExecutor(at_once, thread_name_prefix="outside") as pool:
        return sum(pool.map(in_thread, receivers))


def is_alone(lock: int, receiver: int) -> bool:
    """Whether no other worker is at this receiver, until the end of the transaction. `lock` is of the kind."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_try_advisory_xact_lock(%s, %s)", [lock, receiver % 2**31])
        return bool(cursor.fetchone()[0])
