"""What calendar programs read, and whose."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from congdoan.accounts.models import User
from congdoan.core.finding import find
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import posts_of
from congdoan.worklist.models import CalendarFeed, WorkItem
from congdoan.worklist.queries.piles import Pile, Where, my_work, unit_work

MOST: Final = 1000
"""The nearest due days; calendar programs give up on very long feeds."""


def units_of(user: User) -> list[Unit]:
    """The units where the person holds a post, each once."""
    return list({post.unit_id: post.unit for post in posts_of(user)}.values())


def feeds_of(user: User) -> list[CalendarFeed]:
    return list(CalendarFeed.objects.filter(user=user, revoked_at=None).select_related("unit").order_by("pk"))


def feed_in_force(feed_id: int) -> CalendarFeed | None:
    """None when it was taken back, when its person is locked out, or holds no post at the unit any more."""
    feed = find(CalendarFeed.objects.select_related("user", "unit").filter(revoked_at=None), feed_id)
    if feed is None or not feed.user.is_active:
        return None
    if feed.unit_id and feed.unit_id not in {unit.pk for unit in units_of(feed.user)}:
        return None
    return feed


def dated_work(feed: CalendarFeed, on: date) -> Sequence[WorkItem]:
    """Open work with a due day, the nearest first."""
    pile: Pile = unit_work([feed.unit_id]) if feed.unit_id else my_work(feed.user, on)
    return pile.narrowed(Where("due is not null")).page(offset=0, limit=MOST)
