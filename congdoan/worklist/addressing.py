"""Whom a work item is for: the person it names, else those whose post gives the item's action where the item lies.

An item at a unit is for those with a post at that unit. Where a role's right reaches the whole organ (the office's
clerk, who issues the organ's plans), it is also for those in the organ's departments. Nobody gets the work of units
below.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from congdoan.accounts.models import User
from congdoan.organisation.kinds import INSIDE
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import grants_of, posts_of
from congdoan.organisation.roles import Role, rights_of
from congdoan.worklist.models import WorkItem

_IN_OFFICE: Final = "post.starts_on <= %s and (post.ends_on is null or post.ends_on >= %s)"
_ALLOWED: Final = "unnest(%s::text[], %s::text[], %s::bool[]) as allowed(role, action, whole_organ)"

# Common table expressions to follow a `work` (item_id, user_id, unit_id, action): one row for each item and person.
HOLDERS: Final = f"""
    allowed as (select * from {_ALLOWED}),
    holder as (
        select item_id, user_id from work where user_id is not null
        union
        select work.item_id, post.user_id from work
        join organisation_post post on post.unit_id = work.unit_id and {_IN_OFFICE}
        join allowed on allowed.role = post.role and allowed.action = work.action
        where work.user_id is null
        union
        select work.item_id, post.user_id from work
        join organisation_unit place on place.parent_id = work.unit_id and place.kind = any(%s)
        join organisation_post post on post.unit_id = place.id and {_IN_OFFICE}
        join allowed on allowed.role = post.role and allowed.action = work.action and allowed.whole_organ
        where work.user_id is null
    )
"""  # noqa: S608


def holders_params(on: date) -> list[Any]:
    """The parameters of HOLDERS for a day."""
    return [*_allowed_table(), on, on, list(INSIDE), on, on]


def actions_by_unit(user: User, on: date | None = None) -> dict[int, frozenset[str]]:
    """Unit id → the actions for which work addressed to that unit is this person's."""
    found: dict[int, set[str]] = defaultdict(set)
    for grant in grants_of(user, on):
        found[grant.post.unit_id].add(grant.action)
        if grant.reach == "organ":
            found[grant.post.unit.organ_id].add(grant.action)
    return {unit_id: frozenset(actions) for unit_id, actions in found.items()}


def units_of(user: User, on: date | None = None) -> list[Unit]:
    """The units in which the person works, the most important post first; administering the system is no such work."""
    units = {post.unit_id: post.unit for post in posts_of(user, on) if "tasks.view" in rights_of(post.role)}
    return list(units.values())


def giving_units_of(user: User, on: date | None = None) -> list[int]:
    """Ids of the units whose given work the person follows: their own, and the organ where they see its tasks."""
    own = {unit.pk for unit in units_of(user, on)}
    seen = {
        grant.post.unit.organ_id
        for grant in grants_of(user, on)
        if (grant.action, grant.reach) == ("tasks.view", "organ")
    }
    return sorted(own | seen)


@dataclass(frozen=True, slots=True)
class Mine:
    """Says of an item whether it is the person's own to do."""

    user_id: int
    actions: dict[int, frozenset[str]]

    @classmethod
    def of(cls, user: User, on: date) -> "Mine":
        return cls(user.pk, actions_by_unit(user, on))

    def __contains__(self, item: WorkItem) -> bool:
        if item.user_id is not None:
            return item.user_id == self.user_id
        return item.action in self.actions.get(item.unit_id, ())


@cache
def _allowed_table() -> tuple[list[str], list[str], list[bool]]:
    """The table of roles as columns: role, action, whether the right reaches the whole organ."""
    rows = [(role, action, reach == "organ") for role in Role.values for action, reach in rights_of(role).items()]
    return [row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows]
