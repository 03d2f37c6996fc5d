"""What a person has been told."""

from datetime import datetime

from django.db.models import QuerySet

from congdoan.accounts.models import User
from congdoan.worklist.models import Notice

_MOST_SHOWN = 99


def notices_of(user: User, *, unread: bool = False) -> QuerySet[Notice]:
    """The person's notices, newest first."""
    found = Notice.objects.filter(user=user).order_by("-pk")
    return found.filter(read_at=None) if unread else found


def notices_since(user: User, moment: datetime | None) -> QuerySet[Notice]:
    """What the person has been told after the moment."""
    found = notices_of(user)
    return found.filter(created_at__gt=moment) if moment else found


def unread_count(user: User, most: int = _MOST_SHOWN) -> int:
    """How many notices the person has not read; `most` + 1 stands for more."""
    return Notice.objects.filter(user=user, read_at=None)[: most + 1].count()


def unread_words(user: User) -> str:
    """The bare number for the top bar; nothing when there is nothing new."""
    count = unread_count(user)
    return "" if not count else f"{_MOST_SHOWN}+" if count > _MOST_SHOWN else str(count)
