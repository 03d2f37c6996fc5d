"""What upper packages made of a paper: each registers a function; the paper's page shows what they find."""

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


followers: "Registry[Callable[[Document, User], Iterable[Related]]]" = Registry("follower of papers")


def related_to(document: "Document", user: "User") -> list[Related]:
    """Everything that packages made of the paper and the person may see."""
    return [related for find in followers for related in find(document, user)]
