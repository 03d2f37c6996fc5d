"""Posts give rights: which actions a person has, at which units, and because of which post."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import QuerySet, prefetch_related_objects

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import NotAllowed
from congdoan.core.prepared import prepared
from congdoan.organisation.models import Post, Unit
from congdoan.organisation.roles import ACTIONS, Reach, rights_of


@dataclass(frozen=True, slots=True)
class Scope:
    """Where an action is allowed: the units named by the posts (`unit_ids`), and all under `paths`."""

    paths: frozenset[str]
    unit_ids: frozenset[int]

    def covers(self, unit: Unit) -> bool:
        return any(unit.path.startswith(path) for path in self.paths)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What is left of a person's rights when a program acts for them: these actions, and all or under one path."""

    actions: frozenset[str]
    path: str = "/"

    def left_of(self, grant: "Grant") -> "Grant | None":
        """The grant as far as it is left; None when it is not."""
        if grant.action not in self.actions:
            return None
        if grant.path.startswith(self.path):
            return grant
        return replace(grant, path=self.path) if self.path.startswith(grant.path) else None


@dataclass(frozen=True, slots=True)
class Grant:
    """Why an action is allowed: the post, and how far it reaches."""

    post: Post
    action: str
    reach: Reach
    path: str


def posts_of(user: User, on: date | None = None) -> list[Post]:
    """The posts that the person holds on the day (today), most important first. Kept with the user object."""
    day = on or clock.today()
    kept: dict[date, list[Post]] = user.__dict__.setdefault("_posts_held", {})
    if day not in kept:
        kept[day] = sorted((post for post in _held(user.pk, day) if post.unit.exists_on(day)), key=_importance)
        prefetch_related_objects([post for post in kept[day] if post.delegated_from_id], "delegated_from__user")
    return kept[day] if user.is_active else []


@prepared
def _held(user: int, day: date) -> QuerySet[Post]:
    return Post.objects.filter(user=user).held(day).select_related("unit__parent").order_by()


def _importance(post: Post) -> tuple[float, int, date, int]:
    """What was delegated comes first. Few rows are put in order here, not by a question asked for every page."""
    return post.delegated_from_id or math.inf, post.rank, post.starts_on, post.pk


def scope(user: User, action: str, on: date | None = None) -> Scope:
    """Where the person may do `action` on the day."""
    grants = _grants(user, on).get(action, [])
    return Scope(
        frozenset(_outermost(grant.path for grant in grants)),
        frozenset(int(grant.path.rstrip("/").rsplit("/", 1)[1]) for grant in grants),
    )


def paths(user: User, action: str) -> tuple[str, ...]:
    """Under which paths the person may do `action` today, in order."""
    return tuple(sorted(scope(user, action).paths))


def grants_of(user: User, on: date | None = None) -> list[Grant]:
    """Every right of every post; several posts add up. Where the person was narrowed, what is left of them."""
    return [grant for grants in _grants(user, on).values() for grant in grants]


def _grants(user: User, on: date | None) -> dict[str, list[Grant]]:
    """By their action. Kept with the user object as the posts are: a page asks some twenty times what is allowed."""
    posts, day = posts_of(user, on), on or clock.today()
    if not posts:
        return {}
    kept: dict[date, dict[str, list[Grant]]] = user.__dict__.setdefault("_grants_held", {})
    if day not in kept:
        kept[day] = _by_action(posts, user.__dict__.get("_narrowed"))
    return kept[day]


def _by_action(posts: Iterable[Post], narrowing: Narrowing | None) -> dict[str, list[Grant]]:
    found: dict[str, list[Grant]] = {}
    for post in posts:
        for action, reach in rights_of(post.role).items():
            grant = Grant(post, action, reach, post.unit.path if reach == "unit" else post.unit.organ_path)
            if left := narrowing.left_of(grant) if narrowing else grant:
                found.setdefault(action, []).append(left)
    return found


def narrow(user: User, narrowing: Narrowing) -> None:
    """From now on this object of the person has no more rights than `narrowing` leaves."""
    user.__dict__["_narrowed"] = narrowing
    user.__dict__.pop("_grants_held", None)


def may(user: User, action: str, unit: Unit) -> bool:
    return scope(user, action).covers(unit)


def may_anywhere(user: User, action: str) -> bool:
    return bool(scope(user, action).paths)


def require(user: User, action: str, unit: Unit) -> None:
    """Raises NotAllowed unless one of the person's posts allows `action` at `unit`."""
    if not may(user, action, unit):
        raise NotAllowed(f"Chức vụ hiện nay không có quyền “{ACTIONS[action]}” tại {unit}.")


def require_anywhere(user: User, action: str) -> None:
    """Raises NotAllowed unless one of the person's posts allows `action` at all."""
    if not may_anywhere(user, action):
        raise NotAllowed(f"Chức vụ hiện nay không có quyền “{ACTIONS[action]}”.")


def why(user: User, action: str, unit: Unit, on: date | None = None) -> list[Grant]:
    """The grants by which the person may do `action` at `unit`; empty when they may not."""
    return [grant for grant in _grants(user, on).get(action, []) if unit.path.startswith(grant.path)]


def _outermost(paths: Iterable[str]) -> list[str]:
    """Leaves out paths that lie under another one."""
    kept: list[str] = []
    for path in sorted(set(paths)):
        if not (kept and path.startswith(kept[-1])):
            kept.append(path)
    return kept
