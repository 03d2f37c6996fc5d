"""Tasks found by words."""

import re
from collections.abc import Sequence
from typing import Final

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.core.search import Found
from congdoan.organisation.rights import scope
from congdoan.organisation.scoping import under_paths
from congdoan.plans.filters import words_in
from congdoan.plans.models import Assignment, Task
from congdoan.plans.models.plan import PUBLIC

_NUMBER: Final = re.compile(r"\w{1,5}(\.\w{1,2}){1,5}")
"""A number as papers give it: "2.5.b", "III.2.c"."""


def find_tasks(user: User, words: str, limit: int) -> Sequence[Found]:
    """Tasks of issued plans in which a unit has a part that the person sees, by words or by number ("III.2.c").

    One query.
    """
    given = Assignment.objects.visible_to(user, "tasks.view").filter(task=OuterRef("pk"))
    own = under_paths("plan__unit__path", scope(user, "tasks.view").paths)
    seen = Task.objects.filter(Q(own) | Exists(given), plan__state__in=PUBLIC, withdrawn_on=None)
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
