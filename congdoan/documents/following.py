"""What upper packages made of a paper and let one do with it: each registers functions; the paper's page asks them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from congdoan.core.registry import Registry

if TYPE_CHECKING:
    from congdoan.accounts.models import User
    from congdoan.documents.models import Document


@dataclass(frozen=True, slots=True)
class Related:
    """`what` says what it is to the paper ("Kế hoạch đọc từ văn bản này")."""

    what: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class PaperAction:
    """A button on the page of a paper."""

    label: str
    url: str
    icon: str


paper_actions: "Registry[Callable[[Document, User], Iterable[PaperAction]]]" = Registry("action on papers")
followers: "Registry[Callable[[Document, User], Iterable[Related]]]" = Registry("follower of papers")


def related_to(document: "Document", user: "User") -> list[Related]:
    """Everything that packages made of the paper and the person may see."""
    return [related for find in followers for related in find(document, user)]


def actions_on(document: "Document", user: "User") -> list[PaperAction]:
    """What the person may do with the paper beyond reading it."""
    return [action for offer in paper_actions for action in offer(document, user)]
