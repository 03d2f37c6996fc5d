"""Long work: started in the transaction that caused it, done by the worker, watched by whoever started it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction

from congdoan.core.again import is_passing
from congdoan.core.audit.context import audit_context
from congdoan.core.audit.sealing.seal import seal_new
from congdoan.core.errors import DomainError
from congdoan.core.files.doubtful import settle_all
from congdoan.core.models.jobs import JobRun
from congdoan.core.seeing.failures import keep_job_failure

if TYPE_CHECKING:
    import procrastinate
    from django.db.backends.base.base import BaseDatabaseWrapper

log = logging.getLogger("congdoan.jobs")
Progress = Callable[[str, int, int], None]


def on_app_ready(app: procrastinate.App) -> None:
    """What this floor does by the clock; called when the queue is ready."""

    @app.periodic(cron="*/10 * * * *")
    @app.task(queue="upkeep", queueing_lock="seal", lock="seal", name="congdoan.core.seal_audit")
    def seal_audit(timestamp: int) -> None:
        seal_new()

    @app.periodic(cron="*/10 * * * *")
    @app.task(queue="upkeep", queueing_lock="settle-files", lock="settle-files", name="congdoan.core.settle_files")
    def settle_files(timestamp: int) -> None:
        settle_all()


class AlreadyDone(Exception):
    """Somebody else ended the run."""


@transaction.atomic
def start_job(
    task: Any,
    *,
    kind: str,
    title: str,
    by_id: int | None,
    object_kind: str = "",
    object_id: int | None = None,
    **arguments: Any,
) -> JobRun:
    """Queue `task(run_id=..., **arguments)` in this transaction and return the row that shows its progress."""
    run = JobRun.objects.create(
        kind=kind, title=title, started_by_id=by_id, object_kind=object_kind, object_id=object_id
    )
    task.defer(run_id=run.pk, **arguments)
    return run


@contextmanager
def running(run_id: int) -> Iterator[Progress]:
    """Around the body of a job: gives a function that reports (stage, done, total), and records how it ended.

    A DomainError ends the run as failed with its message; anything else is logged, recorded and raised. When the
    database went away nothing has ended: the worker does the job again.
    """
    run, reporter = JobRun.objects.get(pk=run_id), _Reporter(run_id)
    _move(run_id, JobRun.State.RUNNING, error="")
    try:
        with audit_context(user_id=run.started_by_id, origin=f"job:{run.kind}"):
            yield reporter
    except AlreadyDone:
        log.warning("job was done by another worker", extra={"job": run_id})
    except DomainError as error:
        _move(run_id, JobRun.State.FAILED, error=error.message)
    except Exception as error:
        if is_passing(error):
            raise
        log.exception("job failed", extra={"job": run_id})
        keep_job_failure(error, run_id=run_id, kind=run.kind, user_id=run.started_by_id)
        _move(run_id, JobRun.State.FAILED, error="Có lỗi khi xử lý. Thử lại, hoặc báo quản trị viên kèm số việc này.")
        raise
    else:
        _move(run_id, JobRun.State.DONE)
    finally:
        reporter.close()


def finish_with(run_id: int, *, url: str = "", **result: Any) -> None:
    """End the run, in the transaction of its work: what the person gets who waits, where to go on, and any figures.

    Raises AlreadyDone when another worker did the same job, taking this one for dead; the work here is then undone.
    """
    if not _move(run_id, JobRun.State.DONE, result=result, result_url=url):
        raise AlreadyDone


def _move(run_id: int, state: JobRun.State, **fields: Any) -> int:
    """Say how the run goes on or ended; nothing changes what is done. Returns how many runs changed."""
    return JobRun.objects.filter(pk=run_id).exclude(state=JobRun.State.DONE).update(state=state, **fields)


class _Reporter:
    """Writes progress over a connection of its own, so that it is seen while the work's transaction is still open."""

    def __init__(self, run_id: int) -> None:
        self._run_id = run_id
        self._connection: BaseDatabaseWrapper | None = None

    def __call__(self, stage: str, done: int, total: int) -> None:
        if self._connection is None:
            self._connection = connection.copy()
        with self._connection.cursor() as cursor:
            cursor.execute(
                "update core_jobrun set stage = %s, done = %s, total = %s, updated_at = now() where id = %s",
                [stage, done, total, self._run_id],
            )

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
