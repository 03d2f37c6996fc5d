"""What a crash cut off is done again: the worker's jobs when their worker has died, or lost the database under them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

import psycopg
from django.db import InterfaceError, close_old_connections
from procrastinate.exceptions import ConnectorException, UniqueViolation
from procrastinate.jobs import Status
from procrastinate.retry import BaseRetryStrategy, RetryDecision

from congdoan.core.models.jobs import JobRun

if TYPE_CHECKING:
    import procrastinate
    from procrastinate.jobs import Job

HEARTBEAT: Final = 5.0
SILENT: Final = 20.0
"""Seconds after which a worker that has not said that it lives counts as dead, and its jobs are taken up by others."""
LONGEST_WAIT: Final = 60
_CONFLICTS: Final = ("40001", "40P01")  # serialisation, deadlock: the other one went on, now it is our turn
_GONE: Final = ("08", "57P")  # classes of PostgreSQL's codes: connection lost, server stopping, starting or crashed


def is_passing(error: BaseException | None) -> bool:
    """Whether the same will work when the database is back, or when others are done."""
    return any(_says_so(one) for one in _origins(error))


class Again(BaseRetryStrategy):
    """A job that lost the database is done again, later each time, until it is done; the clock's jobs come anyway."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        if job.queueing_lock or not is_passing(exception):
            return None
        return RetryDecision(retry_in={"seconds": min(1 + 2 * job.attempts, LONGEST_WAIT)})


def once(call: Callable[[], Any], context: Any, _: Any) -> Any:
    """Around each job: a connection that works; and nothing when the run has ended and only its job did not say so."""
    close_old_connections()
    run_id = context.job.task_kwargs.get("run_id")
    if run_id and JobRun.objects.filter(pk=run_id, state__in=(JobRun.State.DONE, JobRun.State.FAILED)).exists():
        return None
    return call()


async def keep_taking_up(app: procrastinate.App) -> None:
    """Look every few seconds for jobs of dead workers."""
    while True:
        with suppress(ConnectorException):  # the worker itself notices that the database is away
            await take_up_stalled(app)
        await asyncio.sleep(HEARTBEAT)


async def take_up_stalled(app: procrastinate.App) -> None:
    """Queue the jobs of dead workers again, except where the same work has been queued meanwhile."""
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=SILENT):
        try:
            await app.job_manager.retry_job(job)
        except UniqueViolation:
            await app.job_manager.finish_job(job, status=Status.FAILED, delete_job=True)


def _origins(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _says_so(error: BaseException) -> bool:
    if isinstance(error, psycopg.Error):
        code = error.sqlstate
        lost = code is None and isinstance(error, psycopg.OperationalError | psycopg.InterfaceError)
        return lost or (code or "").startswith((*_CONFLICTS, *_GONE))
    return isinstance(error, InterfaceError)
