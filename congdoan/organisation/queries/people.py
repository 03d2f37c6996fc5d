"""Finds persons by name, with and without tones, where the asker may see officers."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Exists, OuterRef, Q, QuerySet

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.core.models import JobRun
from congdoan.core.prepared import prepared
from congdoan.core.text import fold
from congdoan.organisation.models import Post
from congdoan.organisation.rights import may_anywhere, paths


@dataclass(frozen=True, slots=True)
class PersonFound:
    pk: int
    full_name: str
    post_words: str


def find_people(user: User, words: str, limit: int) -> list[PersonFound]:
    """Active persons with a post at a unit that `user` may see; all of them for who opens accounts."""
    people = _named(
        tuple(fold(words).split()),
        paths(user, "units.view"),
        user.pk,
        all_accounts=may_anywhere(user, "people.manage"),
        most=limit,
    )
    posts = posts_in_words(person.pk for person in people)
    return [PersonFound(person.pk, person.full_name, posts.get(person.pk, "")) for person in people]


def visible_people(user: User) -> QuerySet[User]:
    """Persons whom `user` may see: those with a post in sight, and everyone without any post for who opens accounts."""
    return _people_within(paths(user, "units.view"), user.pk, all_accounts=may_anywhere(user, "people.manage"))


def _people_within(paths: tuple[str, ...], asker: int, *, all_accounts: bool) -> QuerySet[User]:
    visible = Post.objects.within(paths).filter(user=OuterRef("pk"))
    condition = Q(Exists(visible)) | Q(pk=asker)
    if all_accounts:
        condition |= ~Q(Exists(Post.objects.filter(user=OuterRef("pk"))))
    return User.objects.filter(condition)


@prepared
def _named(
    words: tuple[str, ...], paths: tuple[str, ...], asker: int, *, all_accounts: bool, most: int
) -> QuerySet[User]:
    people = _people_within(paths, asker, all_accounts=all_accounts).filter(is_active=True)
    return _having(people, words).order_by("sort_key")[:most]


def jobs_of_people_seen(user: User, runs: QuerySet[JobRun]) -> QuerySet[JobRun]:
    """Background jobs that nobody started, or somebody whom `user` may see."""
    return runs.filter(Q(started_by=None) | Q(started_by__in=visible_people(user)))


def post_in_sight(user: User, post_id: int) -> Post:
    """Raises NotFound unless the post is the person's own or at a unit that they may see."""
    seen = Q(pk__in=Post.objects.visible_to(user, "units.view").filter(pk=post_id).values("pk")) | Q(user=user)
    post = find(Post.objects.filter(seen).select_related("unit__parent", "user", "delegated_from__user"), post_id)
    if post is None:
        raise NotFound("Không tìm thấy chức vụ.")
    return post


def people_to_pick(user: User) -> QuerySet[User]:
    """Persons whom `user` may name in a form."""
    return visible_people(user).filter(is_active=True)


def matching_name(people: QuerySet[User], words: str) -> QuerySet[User]:
    """Those whose name or user name has every word, without tones."""
    return _having(people, fold(words).split())


def _having(people: QuerySet[User], words: Iterable[str]) -> QuerySet[User]:
    for word in words:
        people = people.filter(Q(folded__contains=word) | Q(username__contains=word))
    return people


def posts_in_words(user_ids: Iterable[int]) -> dict[int, str]:
    """What each person is today, in words: "Chủ tịch, LĐLĐ huyện Ba Tri; ..."."""
    words: dict[int, list[str]] = defaultdict(list)
    for post in _held_by(clock.today(), tuple(dict.fromkeys(user_ids))):
        words[post.user_id].append(str(post))
    return {user_id: "; ".join(parts) for user_id, parts in words.items()}


@prepared
def _held_by(day: date, users: tuple[int, ...]) -> QuerySet[Post]:
    held = Post.objects.held(day).filter(user__in=users, delegated_from=None)
    return held.select_related("unit").order_by("rank", "starts_on", "pk")


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One line of the list of accounts."""

    user: User
    posts: str
    state: str


def people_list(user: User, *, words: str, state: str, role: str, under: str = "") -> QuerySet[User]:
    """Accounts that `user` may see, by name; `state` is active, locked, invited (no password yet) or empty for all."""
    people = matching_name(visible_people(user), words)
    if state:
        people = people.filter(_STATES[state])
    if role or under:
        posts = Post.objects.held(clock.today()).filter(user=OuterRef("pk"), unit__path__startswith=under or "/")
        people = people.filter(Exists(posts.filter(role=role) if role else posts))
    return people.order_by("sort_key", "pk")


def people_lines(people: Iterable[User]) -> list[PersonLine]:
    found = list(people)
    posts = posts_in_words(person.pk for person in found)
    return [PersonLine(person, posts.get(person.pk, ""), state_in_words(person)) for person in found]


def state_in_words(user: User) -> str:
    if not user.is_active:
        return "Đã khóa"
    return "Đang dùng" if user.has_usable_password() else "Chờ đặt mật khẩu"


_STATES = {
    "active": Q(is_active=True) & ~Q(password__startswith=UNUSABLE_PASSWORD_PREFIX),
    "invited": Q(is_active=True, password__startswith=UNUSABLE_PASSWORD_PREFIX),
    "locked": Q(is_active=False),
}
