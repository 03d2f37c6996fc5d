"""Papers that not everybody reads who sees the papers of their unit: the package that made them says who does."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.db.models import Q

from congdoan.core.registry import Registry

if TYPE_CHECKING:
    from congdoan.accounts.models import User

readers: "Registry[Callable[[User], Q]]" = Registry("readers of papers")
"""By `Document.readers`: the condition on documents that the person may read."""


def read_by(user: "User") -> Q:
    """The papers of all such packages that the person may read."""
    found = Q(pk__in=[])
    for name, condition in readers.items():
        found |= Q(readers=name) & condition(user)
    return found
