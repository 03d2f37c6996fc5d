"""Tasks that come one after the other: no two of them may wait for each other, however long the way round."""

from collections.abc import Mapping

Order = Mapping[int, int | None]
"""Task id → id of the task that must be done before it."""


def closes_circle(order: Order, task: int, first: int) -> bool:
    """Whether `first` already waits for `task`, itself or through others, so that `task` cannot wait for it."""
    at: int | None = first
    passed: set[int] = set()
    while at is not None and at not in passed:
        if at == task:
            return True
        passed.add(at)
        at = order.get(at)
    return False


def waiting_for(order: Order, task: int) -> set[int]:
    """The task itself and all that come after it: what it cannot wait for."""
    return {one for one in {*order, task} if closes_circle(order, task, one)}
