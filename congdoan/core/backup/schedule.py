"""When a backup is due, when the last good one is too old, and starting one."""

from datetime import datetime, timedelta
from typing import Any, Final

from django.conf import settings
from django.db import connection
from django.utils import timezone

from congdoan.core import clock
from congdoan.core.alarms import end_alarm, raise_alarm
from congdoan.core.errors import Invalid
from congdoan.core.models import Backup
from congdoan.core.rules import rule_on

ALARM: Final = "core.backup"
HOURS_RULE: Final = "core.backup.hours"
AGAIN_AFTER: Final = timedelta(hours=1)
_MADE: Final = (Backup.Result.GOOD, Backup.Result.DAMAGED)


def last_good() -> datetime | None:
    """When the last backup ended in which nothing is missing and that is still kept."""
    made = Backup.objects.exclude(kind=Backup.Kind.RESTORED).filter(result=Backup.Result.GOOD, removed_at=None)
    return made.values_list("finished_at", flat=True).first()


def is_due(now: datetime) -> bool:
    """Whether the scheduled backup should start: once after the hour of each day, an hour after a failure again."""
    if not settings.BACKUP_FOLDER:
        return False
    local = timezone.localtime(now)
    hour = local.replace(hour=settings.BACKUP_HOUR, minute=0, second=0, microsecond=0)
    if hour > local:
        hour -= timedelta(days=1)
    tried = Backup.objects.filter(kind=Backup.Kind.SCHEDULED, started_at__gte=hour)
    return not tried.filter(result__in=_MADE).exists() and not tried.filter(started_at__gt=now - AGAIN_AFTER).exists()


def overdue_since(now: datetime) -> datetime | None:
    """The end of the last good backup when it is older than the rule allows; before any, the installation's start."""
    last = last_good() or _installed_at()
    return last if last < now - timedelta(hours=allowed_hours()) else None


def watch_backups() -> None:
    """Say to the administrators that the last good backup is old, until there is a new one."""
    since = overdue_since(clock.now())
    if since is None:
        end_alarm(ALARM)
    elif last_good() is None:
        raise_alarm(ALARM, "Chưa có bản sao lưu nào")
    else:
        raise_alarm(ALARM, f"Bản sao lưu tốt gần nhất đã quá cũ (lúc {timezone.localtime(since):%H:%M %d/%m/%Y})")


def allowed_hours() -> int:
    try:
        return int(rule_on(HOURS_RULE, clock.real_today()))
    except Invalid:
        return 30


def is_hours(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value <= 8760


def _installed_at() -> datetime:
    with connection.cursor() as cursor:
        cursor.execute("select coalesce(min(applied), now()) from django_migrations where app = 'core'")
        at: datetime = cursor.fetchone()[0]
    return at
