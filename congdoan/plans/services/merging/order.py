"""What comes after what, when tasks of several papers become those of one."""

from collections.abc import Mapping, Sequence

from congdoan.plans.models import Task
from congdoan.plans.sequence import closes_circle


def keep_order(old: Sequence[Task], made: Mapping[int | None, Task], same: Mapping[int, int]) -> None:
    """A task of the draft waits for what one of its old tasks waited for, wherever that has gone; never in a circle.

    `made` are the new tasks by id of the old ones, `same` says which old task became one with which. Of two old tasks
    that waited for different ones, the first one's order holds. What is done already is waited for no more.
    """
    into = {task.pk: made[same.get(task.pk, task.pk)] for task in old}
    order = {task.pk: task.after_id for task in made.values()}
    changed: list[Task] = []
    for task in old:
        now, first = into[task.pk], into.get(task.after_id or 0)
        if first is None or now.after_id is not None or closes_circle(order, now.pk, first.pk):
            continue
        now.after_id = order[now.pk] = first.pk
        changed.append(now)
    Task.objects.bulk_update(changed, ["after"])
