"""What plans add to the page of a paper."""

from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.documents.following import PaperAction, Related, followers, paper_actions
from congdoan.documents.models import Document
from congdoan.plans.models.kind import DIRECTION
from congdoan.plans.queries.leading import leads_an_organ
from congdoan.plans.queries.plans import visible_plans


def register() -> None:
    followers.register("plans", plans_of)
    paper_actions.register("plans", give_work)


def plans_of(document: Document, user: User) -> Iterator[Related]:
    """Plans that were read from the paper, or issued as it, and what leaders ordered because of it."""
    ordered = Q(kind=DIRECTION, document__citations__cited=document)
    for plan in visible_plans(user).filter(Q(document=document) | ordered).distinct():
        address = "plans:review" if plan.is_editable else "plans:plan"
        yield Related(plan.get_state_display(), str(plan), reverse(address, args=[plan.pk]))


def give_work(document: Document, user: User) -> Iterator[PaperAction]:
    """Leaders give work because of the paper."""
    if leads_an_organ(user):
        yield PaperAction("Giao việc", f"{reverse('plans:give')}?van-ban={document.pk}", "send")
