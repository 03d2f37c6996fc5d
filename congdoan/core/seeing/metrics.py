"""Figures for Prometheus: what all processes of this machine have counted, and the state of the installation."""

import os
from collections.abc import Iterator
from typing import Any, Final

from django.conf import settings
from django.db import DatabaseError, InterfaceError
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector

from congdoan.core.seeing.state import State, gauges, state_now

SECONDS: Final = (0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1.0, 2.0, 5.0, 10.0)

_own = CollectorRegistry()
_requests = Counter("congdoan_requests", "Answered requests", ["page", "status"], registry=_own)
_seconds = Histogram("congdoan_request_seconds", "Time to answer", ["page"], buckets=SECONDS, registry=_own)
_turned_away = Counter("congdoan_turned_away", "Requests answered 503 because too many waited", registry=_own)
_failed_sign_ins = Counter("congdoan_sign_ins_failed", "Sign-ins with a wrong name or password", registry=_own)


def count_request(page: str, status: int, seconds: float) -> None:
    if settings.METRICS_TOKEN:
        _requests.labels(page, status).inc()
        _seconds.labels(page).observe(seconds)


def count_turned_away() -> None:
    if settings.METRICS_TOKEN:
        _turned_away.inc()


def count_failed_sign_in(**_: Any) -> None:
    """Listens to Django's own signal."""
    if settings.METRICS_TOKEN:
        _failed_sign_ins.inc()


def exposition() -> bytes:
    """All figures in the text format of Prometheus."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return generate_latest(_own) + generate_latest(_with(_Now()))
    registry = _with(_Now())
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return generate_latest(registry)


def _with(collector: Any) -> CollectorRegistry:
    registry = CollectorRegistry()
    registry.register(collector)
    return registry


class _Now:
    """Asks the state of the installation when the figures are fetched."""

    def describe(self) -> list[Metric]:
        return []

    def collect(self) -> Iterator[Metric]:
        try:
            now = state_now()
        except (DatabaseError, InterfaceError):
            yield GaugeMetricFamily("congdoan_database_up", "1 when the database answers", value=0)
            return
        yield GaugeMetricFamily("congdoan_database_up", "1 when the database answers", value=1)
        queue = GaugeMetricFamily("congdoan_jobs", "Jobs in the queue", labels=["state"])
        for state, jobs in now.jobs.items():
            queue.add_metric([state], jobs)
        yield queue
        for name, text, value in _single(now):
            if value is not None:
                yield GaugeMetricFamily(name, text, value=value)


def _single(now: State) -> Iterator[tuple[str, str, float | None]]:
    yield "congdoan_oldest_job_seconds", "How long the oldest job has waited", now.oldest_waiting or 0.0
    yield "congdoan_worker_silent_seconds", "Since the last sign of a worker", now.worker_silent
    yield "congdoan_disk_free_bytes", "Free on the disk of the data folder", now.disk_free
    yield "congdoan_disk_total_bytes", "Size of the disk of the data folder", now.disk_total
    yield "congdoan_database_bytes", "Size of the database", now.database_bytes
    yield "congdoan_backup_age_seconds", "Since the last good backup", now.backup_age
    for name, gauge in gauges.items():
        yield f"congdoan_{gauge.name}", gauge.help, now.added[name]
