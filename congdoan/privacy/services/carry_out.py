"""Carries out what was asked: one field corrected, or everything erased that need not stay."""

from typing import Any

from congdoan.accounts.held import sources_in_order
from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.organisation.models import Post
from congdoan.privacy.models import Datum
from congdoan.privacy.services.checks import check_value


def correct(person: User, datum: Datum, right: str) -> None:
    """Set the field; the caller holds the row's lock."""
    setattr(person, datum.value, check_value(datum, right))
    person.save(update_fields=[datum.value])


def erase(person: User) -> dict[str, Any]:
    """Let every package remove its part, and lock an account without a post.

    Returns what was removed ("gone": labels) and what stays with its reason ("stays": pairs), as the answer says it.
    """
    sources = sources_in_order()
    gone = [source.removed for source in sources if source.erase]
    for source in sources:
        if source.erase:
            source.erase(person)
    if not _holds_post(person):
        person.is_active = False
        person.save(update_fields=["is_active"])
        gone.append("Quyền đăng nhập: tài khoản đã khóa")
    return {"gone": gone, "stays": [[source.label, source.stays] for source in sources if source.stays]}


def _holds_post(person: User) -> bool:
    posts = Post.objects.filter(user=person)
    return posts.filter(ends_on=None).exists() or posts.filter(ends_on__gte=clock.today()).exists()
