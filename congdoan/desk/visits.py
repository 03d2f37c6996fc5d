"""Since when there is something new for a person."""

from datetime import datetime

from django.db import connection

from congdoan.accounts.models import User

_LOOK = """
    insert into desk_deskvisit as visit (user_id, seen_at) values (%s, now())
    on conflict (user_id) do update set
        before_at = case when visit.seen_at < now() - interval '30 minutes' then visit.seen_at else visit.before_at end,
        seen_at = now()
    returning before_at
"""


def look(user: User) -> datetime | None:
    """Note that the person looks now; gives when they looked before this visit, nothing at the first one."""
    with connection.cursor() as cursor:
        cursor.execute(_LOOK, [user.pk])
        before: datetime | None = cursor.fetchone()[0]
        return before
