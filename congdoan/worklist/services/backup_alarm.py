"""Puts an old last backup onto the desk of those who administer the system, and takes it off when a new one is made."""

from typing import Final

from django.db import transaction

from congdoan.core import clock
from congdoan.core.backup.schedule import overdue_since
from congdoan.organisation.models import Post, Unit
from congdoan.organisation.roles import Role
from congdoan.worklist.models import WorkItem
from congdoan.worklist.services.items import NewWork, close_work, open_work

KIND: Final = "core.backup"
ACTION: Final = "settings.manage"
_ONLY: Final = 1  # there is one installation


@transaction.atomic
def watch_backups() -> None:
    """Open the alarm when the last good backup is older than the rule, close it when it is not."""
    since = overdue_since(clock.now())
    if since is None:
        close_work(KIND, [_ONLY])
        return
    if WorkItem.objects.filter(kind=KIND, state=WorkItem.State.OPEN).exists():
        return
    organ = _organ_of_administrators()
    if organ is not None:
        title = "Bản sao lưu tốt gần nhất đã quá cũ"
        open_work([_alarm(organ, title)])


def _alarm(organ: int, title: str) -> NewWork:
    return NewWork(
        kind=KIND,
        object_id=_ONLY,
        title=title,
        source="Sao lưu",
        unit_id=organ,
        action=ACTION,
        due=clock.today(),
        urgent=True,
    )


def _organ_of_administrators() -> int | None:
    """The highest organ in which somebody administers the system today."""
    today = clock.today()
    posts = Post.objects.filter(role=Role.SYSTEM_ADMINISTRATOR, starts_on__lte=today).exclude(ends_on__lt=today)
    post = posts.select_related("unit").order_by("unit__depth", "unit_id").first()
    unit: Unit | None = post.unit if post else None
    return unit.organ_id if unit else None
