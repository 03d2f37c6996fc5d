"""What a person has been told."""

from datetime import datetime

from django.db.models import QuerySet

from congdoan.accounts.models import User
from congdoan.worklist.models import Notice
from congdoan.worklist.queries.piles import Sql, numbers

_MOST_SHOWN = 99


def notices_of(user: User, *, unread: bool = False) -> QuerySet[Notice]:
    """The person's notices, newest first."""
    found = Notice.objects.filter(user=user).order_by("-pk")
    return found.filter(read_at=None) if unread else found


def notices_since(user: User, moment: datetime | None) -> QuerySet[Notice]:
    """What the person has been told after the moment."""
    found = notices_of(user)
    return found.filter(created_at__gt=moment) if moment else found


def unread_count(user: User) -> int:
    """How many notices the person has not read; one more than is shown stands for more."""
    return numbers({"unread": unread_sql(user)})["unread"]


def unread_sql(user: User) -> Sql:
    """The statement for `unread_count`, to be asked together with other numbers."""
    text = (
        "(select count(*) from (select 1 from worklist_notice where user_id = %s and read_at is null limit %s) unread)"
    )
    return Sql(text, [user.pk, _MOST_SHOWN + 1])


def unread_words(count: int) -> str:
    """The bare number for the top bar; nothing when there is nothing new."""
    return "" if not count else f"{_MOST_SHOWN}+" if count > _MOST_SHOWN else str(count)
