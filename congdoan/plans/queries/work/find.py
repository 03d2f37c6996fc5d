"""Tasks found by words."""

import re
from collections.abc import Sequence
from typing import Final

from django.db.models import QuerySet
from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.core.prepared import prepared
from congdoan.core.search import Found
from congdoan.organisation.rights import paths
from congdoan.plans.filters import asked_by, having
from congdoan.plans.models import Task
from congdoan.plans.queries.listed import tasks_within

_NUMBER: Final = re.compile(r"\w{1,5}(\.\w{1,2}){1,5}")
"""A number as papers give it: "2.5.b", "III.2.c"."""


def find_tasks(user: User, words: str, limit: int) -> Sequence[Found]:
    """Tasks of issued plans in which a unit has a part that the person sees, by words or by number ("III.2.c").

    One query.
    """
    seen, number = paths(user, "tasks.view"), words.strip()
    if _NUMBER.fullmatch(number):
        found = _numbered(number, seen, most=limit)
    else:
        found = _having(asked_by(words), seen, most=limit)
    return [
        Found(
            task.title,
            f"Nhiệm vụ {task.number}, {task.plan}",
            reverse("plans:task", args=[task.plan_id, task.pk]),
            "list-check",
        )
        for task in found
    ]


@prepared
def _having(asked: str | None, seen: tuple[str, ...], *, most: int) -> QuerySet[Task]:
    return _in_order(having(tasks_within(seen), asked))[:most]


@prepared
def _numbered(number: str, seen: tuple[str, ...], *, most: int) -> QuerySet[Task]:
    return _in_order(tasks_within(seen).filter(number__iexact=number))[:most]


def _in_order(tasks: QuerySet[Task]) -> QuerySet[Task]:
    return tasks.select_related("plan").order_by("-plan__issued_on", "plan", "order")
