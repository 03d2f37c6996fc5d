"""When a backup is due, when the last good one is too old, and starting one."""

from datetime import datetime, timedelta
from typing import Any, Final

from django.conf import settings
from django.db import connection
from django.utils import timezone

from congdoan.core import clock
from congdoan.core.errors import Invalid
from congdoan.core.models import Backup
from congdoan.core.rules import rule_on

HOURS_RULE: Final = "core.backup.hours"
AGAIN_AFTER: Final = timedelta(hours=1)
_GOOD: Final = (Backup.Result.GOOD, Backup.Result.DAMAGED)


def last_good() -> datetime | None:
    """When the last backup ended that was made."""
    made = Backup.objects.exclude(kind=Backup.Kind.RESTORED).filter(result__in=_GOOD)
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
    return not tried.filter(result__in=_GOOD).exists() and not tried.filter(started_at__gt=now - AGAIN_AFTER).exists()


def overdue_since(now: datetime) -> datetime | None:
    """The end of the last good backup when it is older than the rule allows; before any, the installation's start."""
    last = last_good() or _installed_at()
    return last if last < now - timedelta(hours=allowed_hours()) else None


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
