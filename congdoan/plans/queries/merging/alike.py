"""Which tasks of several papers say the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from congdoan.plans.queries.answers.alike import SAME, likeness, words_of


@dataclass(frozen=True, slots=True)
class Words:
    """A task of a paper, and what it says."""

    task_id: int
    plan_id: int
    text: str


def same_tasks(tasks: Sequence[Words]) -> dict[int, int]:
    """Id of a task → id of the task of an earlier paper that says the same; each takes at most one of each paper."""
    found: dict[int, int] = {}
    firsts: list[tuple[Words, frozenset[str]]] = []
    taken: set[tuple[int, int]] = set()
    for task in tasks:
        words = words_of(task.text)
        others = [one for one in firsts if one[0].plan_id != task.plan_id]
        free = [one for one in others if (one[0].task_id, task.plan_id) not in taken]
        nearest = max(free, key=lambda one: likeness(one[1], words), default=None)
        if nearest is not None and likeness(nearest[1], words) >= SAME:
            found[task.task_id] = nearest[0].task_id
            taken.add((nearest[0].task_id, task.plan_id))
        else:
            firsts.append((task, words))
    return found
