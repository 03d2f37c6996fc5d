"""What plans add to the page of a paper."""

from collections.abc import Iterator

from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.documents.following import Related, followers
from congdoan.documents.models import Document
from congdoan.plans.queries.plans import visible_plans


def register() -> None:
    followers.register("plans", plans_of)


def plans_of(document: Document, user: User) -> Iterator[Related]:
    """Plans that were read from the paper, or issued as it."""
    for plan in visible_plans(user).filter(document=document):
        address = "plans:review" if plan.is_editable else "plans:plan"
        yield Related(plan.get_state_display(), str(plan), reverse(address, args=[plan.pk]))
