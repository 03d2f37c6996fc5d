"""Rows of one plan as new rows of another."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.db import models

from congdoan.plans.models import Plan, Section, Target, Task

M = TypeVar("M", bound=models.Model)
OF_PAPER = {"start": None, "end": None}
"""Places in a paper that the new plan was not read from."""


def fresh(row: M, **changes: Any) -> M:
    """A new row with the values of another; `made_in` is left to the database."""
    kept = {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields if f.name not in ("id", "made_in")}
    return type(row)(**{**kept, **changes})


def copy_sections(sections: Iterable[Section], plan: Plan) -> dict[int | None, Section]:
    """The new sections, by the ids of the old ones."""
    made: dict[int | None, Section] = {s.pk: fresh(s, plan_id=plan.pk, **OF_PAPER) for s in sections}
    Section.objects.bulk_create(made.values())
    return made


def copy_tasks(
    tasks: Iterable[Task], plan: Plan, sections: Mapping[int | None, Section], **changes: Any
) -> dict[int | None, Task]:
    """The new tasks, by the ids of the old ones, in the same order of work.

    They carry out nothing, unless `changes` say so.
    """
    old = list(tasks)
    new: dict[str, Any] = {"revision": 1, "page": None, "carries_out_id": None, "after_id": None, **OF_PAPER, **changes}
    made: dict[int | None, Task] = {
        t.pk: fresh(t, plan_id=plan.pk, section_id=new_id(sections, t.section_id), **new) for t in old
    }
    Task.objects.bulk_create(made.values())
    followers = [t for t in old if t.after_id in made]
    for task in followers:
        made[task.pk].after_id = new_id(made, task.after_id)
    Task.objects.bulk_update([made[task.pk] for task in followers], ["after"])
    return made


def copy_targets(
    targets: Iterable[Target],
    plan: Plan,
    sections: Mapping[int | None, Section],
    tasks: Mapping[int | None, Task],
) -> None:
    Target.objects.bulk_create(
        fresh(t, plan_id=plan.pk, section_id=new_id(sections, t.section_id), task_id=new_id(tasks, t.task_id))
        for t in targets
    )


def new_id(made: "Mapping[int | None, M]", old: int | None) -> int | None:
    return made[old].pk if old in made else None
