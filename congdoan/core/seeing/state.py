"""The state of the installation in figures, each asked once: database, worker, queue, disk, what packages add."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from time import perf_counter
from typing import Final

from django.conf import settings
from django.db import connection
from django.utils import timezone

from congdoan.core.backup.schedule import last_good, overdue_since
from congdoan.core.registry import Registry

QUEUE: Final = """
    select
        (select extract(epoch from now() - max(last_heartbeat)) from procrastinate_workers),
        (select extract(epoch from now() - min(greatest(event.at, job.scheduled_at)))
            from procrastinate_jobs job
            join procrastinate_events event on event.job_id = job.id and event.type = 'deferred'
            where job.status = 'todo' and coalesce(job.scheduled_at, '-infinity') <= now()),
        (select coalesce(jsonb_object_agg(status, jobs), '{}')
            from (select status, count(*) as jobs from procrastinate_jobs group by status) as queue),
        pg_database_size(current_database())
"""


@dataclass(frozen=True, slots=True)
class Gauge:
    """A figure that a package adds: `label` for people, `name` and `help` for machines."""

    name: str
    label: str
    help: str
    ask: Callable[[], int]


gauges: Registry[Gauge] = Registry("figure of the installation")


@dataclass(frozen=True, slots=True)
class State:
    """Seconds and bytes. `worker_silent` and `oldest_waiting` are None without a worker, without a waiting job."""

    database_ms: float
    worker_silent: float | None
    oldest_waiting: float | None
    jobs: dict[str, int]
    database_bytes: int
    disk_free: int
    disk_total: int
    backup_age: float | None
    backup_overdue: bool
    added: dict[str, int] = field(default_factory=dict)


def state_now() -> State:
    """Ask everything. Raises what the database driver raises when it cannot be reached."""
    begun = perf_counter()
    with connection.cursor() as cursor:
        cursor.execute(QUEUE)
        silent, oldest, jobs, size = cursor.fetchone()
    milliseconds = (perf_counter() - begun) * 1000
    disk = shutil.disk_usage(settings.DATA)
    return State(
        database_ms=round(milliseconds, 1),
        worker_silent=_number(silent),
        oldest_waiting=_number(oldest),
        jobs=_as_dict(jobs),
        database_bytes=size,
        disk_free=disk.free,
        disk_total=disk.total,
        backup_age=backup_age(),
        backup_overdue=overdue_since(timezone.now()) is not None,
        added={name: gauge.ask() for name, gauge in gauges.items()},
    )


def backup_age() -> float | None:
    """Seconds since the last good backup that is still kept was finished; None when there is none."""
    newest = last_good()
    return (timezone.now() - newest).total_seconds() if newest else None


def _number(value: object) -> float | None:
    return None if value is None else round(float(str(value)), 1)


def _as_dict(value: dict[str, int] | str) -> dict[str, int]:
    return json.loads(value) if isinstance(value, str) else value
