"""Addresses for calendar programs: made and taken back by the person whose work they show."""

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.worklist.models import CalendarFeed
from congdoan.worklist.queries.feeds import units_of


@transaction.atomic
def make_feed(*, by: User, unit_id: int | None = None) -> CalendarFeed:
    """The address of the person's own work, or of a unit where they hold a post; an existing one is kept."""
    unit = next((unit for unit in units_of(by) if unit.pk == unit_id), None)
    if unit_id is not None and unit is None:
        raise NotFound("Chỉ lấy được lịch của đơn vị đang giữ chức vụ.")
    feed, _ = CalendarFeed.objects.get_or_create(user=by, unit=unit, revoked_at=None)
    return feed


@transaction.atomic
def revoke_feed(*, by: User, feed_id: int) -> CalendarFeed:
    """Nothing is read from the address any more."""
    feed = find(CalendarFeed.objects.select_for_update(of=("self",)).filter(user=by, revoked_at=None), feed_id)
    if feed is None:
        raise NotFound("Địa chỉ lịch này đã được thu hồi.")
    feed.revoked_at = clock.now()
    feed.save(update_fields=["revoked_at"])
    return feed
