"""Accounts as personal records: their names, and who administers whose."""

from collections.abc import Iterable
from typing import Any, Final

from django.db.models import Exists, OuterRef, QuerySet

from congdoan.accounts.models import User
from congdoan.core.record_access import RecordKind, record_kinds
from congdoan.organisation.models import Post
from congdoan.organisation.rights import may_anywhere

KIND: Final = "accounts.user"


def register() -> None:
    record_kinds.register(KIND, RecordKind("Tài khoản", names_of, lambda user: user.pk, people_in_charge))


def names_of(ids: Iterable[int]) -> dict[int, str]:
    return {person.pk: str(person) for person in User.objects.filter(pk__in=list(ids))}


def people_in_charge(user: User) -> QuerySet[Any]:
    """Ids of the persons whose administrator `user` is: those with a post, past or not, where `user` manages people.

    Whoever has no post at all is everybody's who manages people anywhere.
    """
    managed = Post.objects.visible_to(user, "people.manage").filter(user=OuterRef("pk"))
    people = User.objects.filter(Exists(managed))
    if may_anywhere(user, "people.manage"):
        people = people | User.objects.filter(~Exists(Post.objects.filter(user=OuterRef("pk"))))
    return people.values("pk")
