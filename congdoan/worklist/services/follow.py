"""What lies on the desks of a unit that is no more goes to its successor; packages then place what they know better."""

from congdoan.core import clock
from congdoan.organisation.models import Post, Reorganisation, Unit
from congdoan.organisation.succession import succession_of
from congdoan.worklist.models import CalendarFeed, WorkItem


def open_below(path: str) -> int:
    return CalendarFeed.objects.filter(unit__path__startswith=path, revoked_at=None).count()


def follow(done: Reorganisation) -> None:
    succession = succession_of(done)
    for old in sorted(succession.ended):
        heir = succession.heirs.get(old)
        _feeds(old, heir)
        if heir is not None:
            _items(old, heir)


def _items(old: int, heir: int) -> None:
    """A person without a post at the heir is no longer the one to do it: everyone there is, who may."""
    held = WorkItem.objects.filter(state=WorkItem.State.OPEN)
    organ = Unit.objects.get(pk=heir).organ_path
    there = Post.objects.held(clock.today()).filter(unit__path__startswith=organ).values("user")
    lying = held.filter(unit=old)
    lying.filter(user__isnull=False).exclude(user__in=there).update(user=None)
    lying.update(unit=heir)
    held.filter(given_by_unit=old).update(given_by_unit=heir)


def _feeds(old: int, heir: int | None) -> None:
    """A calendar of the unit goes on with the work of its heir; who has one of that already keeps one."""
    feeds = CalendarFeed.objects.filter(unit=old, revoked_at=None)
    if heir is not None:
        has = list(CalendarFeed.objects.filter(unit=heir, revoked_at=None).values_list("user", flat=True))
        feeds.exclude(user__in=has).update(unit=heir)
    CalendarFeed.objects.filter(unit=old, revoked_at=None).update(revoked_at=clock.now())
