"""Tasks found by words."""

import re
from collections.abc import Sequence
from typing import Final

from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.core.search import Found
from congdoan.plans.filters import words_in
from congdoan.plans.queries.listed import seen_tasks

_NUMBER: Final = re.compile(r"\w{1,5}(\.\w{1,2}){1,5}")
"""A number as papers give it: "2.5.b", "III.2.c"."""


def find_tasks(user: User, words: str, limit: int) -> Sequence[Found]:
    """Tasks of issued plans in which a unit has a part that the person sees, by words or by number ("III.2.c").

    One query.
    """
    seen = seen_tasks(user)
    meant = seen.filter(number__iexact=words.strip()) if _NUMBER.fullmatch(words.strip()) else words_in(seen, words)
    found = meant.select_related("plan").order_by("-plan__issued_on", "plan", "order")[:limit]
    return [
        Found(
            task.title,
            f"Nhiệm vụ {task.number}, {task.plan}",
            reverse("plans:task", args=[task.plan_id, task.pk]),
            "list-check",
        )
        for task in found
    ]
