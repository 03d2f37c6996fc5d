"""Difficulties that a person sees, and which of them wait for an answer from the person's unit."""

from django.db.models import Q, QuerySet

from congdoan.accounts.models import User
from congdoan.organisation.rights import scope
from congdoan.organisation.scoping import under_paths
from congdoan.plans.filters import words_in
from congdoan.plans.models import Assignment, Obstacle, ObstacleState
from congdoan.plans.models.obstacle import UNANSWERED

TO_ANSWER = "cho-toi"
STATES = {
    "": "Mọi vướng mắc",
    TO_ANSWER: "Chờ đơn vị tôi trả lời",
    "cho": "Chưa được trả lời",
    "da-tra-loi": "Đã trả lời",
    "da-rut": "Đã rút",
}


def obstacles_seen(user: User) -> QuerySet[Obstacle]:
    """On tasks that the person may see."""
    return Obstacle.objects.filter(assignment__in=Assignment.objects.visible_to(user, "tasks.view"))


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


def obstacle_list(user: User, *, state: str, words: str) -> QuerySet[Obstacle]:
    """The earliest due day first; of those answered the newest answer first."""
    found = words_in(obstacles_seen(user).filter(in_state(state, user)), words)
    order = ("-answered_on", "-pk") if state == "da-tra-loi" else ("due", "pk")
    return found.select_related("assignment__unit", "assignment__task", "assignment__plan", "routed_to").order_by(
        *order
    )
