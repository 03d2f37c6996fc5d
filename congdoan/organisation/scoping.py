"""`visible_to(user, action)`: the only way to read rows that belong to units."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, ClassVar, Self, TypeVar

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from collections.abc import Iterable

    from congdoan.accounts.models import User

M = TypeVar("M", bound=models.Model)


class ScopedQuerySet(models.QuerySet[M]):
    """Rows that lie at a unit; `path_field` leads to that unit's path."""

    path_field: ClassVar[str] = "unit__path"

    def visible_to(self, user: User, action: str) -> Self:
        """Rows at units where `user` has the right `action` today; none without such a right."""
        from congdoan.organisation.rights import paths

        return self.within(paths(user, action))

    def within(self, paths: Iterable[str]) -> Self:
        """For questions that are prepared: rows under what `rights.paths()` has said."""
        return self.filter(under_paths(self.path_field, paths))


def under_paths(field: str, paths: Iterable[str]) -> Q:
    """A condition: `field` begins with one of `paths`. Nothing matches when there are none."""
    conditions = [Q(**{f"{field}__startswith": path}) for path in sorted(paths)]
    return reduce(or_, conditions) if conditions else Q(pk__in=[])
