"""What difficulties and published answers give to the lower floors: navigation, search, the page of a paper."""

from collections.abc import Iterator, Sequence

from django.db.models import Q
from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.core.navigation import NavigationEntry, entries
from congdoan.core.search import Finder, Found, finders
from congdoan.core.templatetags.ui import date_vn
from congdoan.core.web import signed_in
from congdoan.documents.following import Related, followers
from congdoan.documents.models import Document
from congdoan.organisation.rights import may_anywhere
from congdoan.plans.queries.answers.published import answer_list, find_answers
from congdoan.plans.queries.answers.waiting import obstacles_seen

_ON_A_PAPER = 10


def register() -> None:
    entries.register(
        "answers",
        NavigationEntry(
            "Hỏi đáp",
            "message-question",
            "answers:list",
            order=40,
            allowed=lambda request: may_anywhere(signed_in(request), "tasks.view"),
        ),
    )
    finders.register("answers", Finder("Hỏi đáp", _find, order=40))
    followers.register("answers", answers_on)
    followers.register("obstacles", obstacles_on)


def _find(user: User, words: str, limit: int) -> Sequence[Found]:
    return [
        Found(
            answer.question,
            f"{answer.unit} trả lời ngày {date_vn(answer.published_on)}",
            reverse("answers:one", args=[answer.pk]),
            "message-question",
        )
        for answer in find_answers(user, words, limit)
    ]


def answers_on(document: Document, user: User) -> Iterator[Related]:
    """What was answered about the paper."""
    for answer in answer_list(user).filter(document=document)[:_ON_A_PAPER]:
        yield Related("Trả lời", answer.question, reverse("answers:one", args=[answer.pk]))


def obstacles_on(document: Document, user: User) -> Iterator[Related]:
    """Difficulties with the plan that the paper is, and with its tasks, the newest first."""
    about = Q(plan__document=document) | Q(assignment__plan__document=document)
    for obstacle in obstacles_seen(user).filter(about).order_by("-pk")[:_ON_A_PAPER]:
        yield Related(
            f"Vướng mắc: {obstacle.get_state_display().lower()}",
            str(obstacle),
            reverse("plans:obstacle", args=[obstacle.pk]),
        )
