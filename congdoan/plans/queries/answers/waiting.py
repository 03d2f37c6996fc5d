"""Difficulties that a person sees, and which of them wait for an answer from the person's unit."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from congdoan.accounts.models import User
from congdoan.organisation.rights import scope
from congdoan.organisation.scoping import under_paths
from congdoan.plans.filters import words_in
from congdoan.plans.models import Obstacle, ObstacleState, Plan
from congdoan.plans.models.obstacle import UNANSWERED

TO_ANSWER = "cho-toi"
_SHOWN = 3
ABOUT = ("assignment__unit", "assignment__task", "assignment__plan", "unit", "plan", "section", "routed_to")
"""What the words of a difficulty need: who asks, about what, whom."""
STATES = {
    "": "Mọi vướng mắc",
    TO_ANSWER: "Chờ đơn vị tôi trả lời",
    "cho": "Chưa được trả lời",
    "da-tra-loi": "Đã trả lời",
    "da-rut": "Đã rút",
}


def obstacles_seen(user: User) -> QuerySet[Obstacle]:
    """On tasks that the person may see, and those that units whose tasks they see raised alone."""
    paths = scope(user, "tasks.view").paths
    return Obstacle.objects.filter(under_paths("assignment__unit__path", paths) | under_paths("unit__path", paths))


def touching(plan: Plan) -> Q:
    """With the paper itself or one of its tasks."""
    return Q(plan=plan) | Q(assignment__plan=plan)


@dataclass(frozen=True, slots=True)
class Asked:
    """Difficulties that touch a paper: how many, how many without an answer, and the first of these."""

    total: int
    waiting: int
    first: Sequence[Obstacle]


def asked_about(plan: Plan, user: User) -> Asked:
    """Those that the person may see; two queries at most."""
    found = obstacles_seen(user).filter(touching(plan))
    counted = found.aggregate(total=Count("pk"), waiting=Count("pk", filter=Q(state__in=UNANSWERED)))
    waiting = found.filter(state__in=UNANSWERED).select_related(*ABOUT).order_by("due", "pk")
    return Asked(counted["total"], counted["waiting"], list(waiting[:_SHOWN]) if counted["waiting"] else [])


def to_answer(user: User) -> Q:
    """Unanswered and sent to a unit for which the person answers."""
    return Q(state__in=UNANSWERED) & under_paths("routed_to__path", scope(user, "plans.coordinate").paths)


def in_state(name: str, user: User) -> Q:
    return {
        TO_ANSWER: to_answer(user),
        "cho": Q(state__in=UNANSWERED),
        "da-tra-loi": Q(state=ObstacleState.ANSWERED),
        "da-rut": Q(state=ObstacleState.WITHDRAWN),
    }.get(name, Q())


def obstacle_list(user: User, *, state: str, words: str, plan: Plan | None = None) -> QuerySet[Obstacle]:
    """The earliest due day first; of those answered the newest answer first. Of one paper with its tasks, or of all."""
    found = words_in(obstacles_seen(user).filter(in_state(state, user)), words)
    if plan is not None:
        found = found.filter(touching(plan))
    order = ("-answered_on", "-pk") if state == "da-tra-loi" else ("due", "pk")
    return found.select_related(*ABOUT).order_by(*order)
