"""A job whose worker died or lost the database is done again, and what it had done is not done twice."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from django.db import DatabaseError, connection, transaction
from procrastinate.contrib.django import app
from procrastinate.jobs import Job

from congdoan.core.again import Again, is_passing, once, take_up_stalled
from congdoan.core.jobs import finish_with, running
from congdoan.core.models import JobRun

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
LEFT = """
    insert into procrastinate_jobs (queue_name, task_name, status, lock, queueing_lock)
    values ('mail', 'outbox', 'doing', 'outbox', 'outbox'), ('mail', 'outbox', 'todo', 'outbox', 'outbox'),
           ('plans', 'issue', 'doing', null, null)
"""
"""The worker is gone; the clock has queued one of its jobs again, which waits for the lock."""


@pytest.fixture
def run() -> JobRun:
    return JobRun.objects.create(kind="test", title="Việc")


def a_job(**more: Any) -> Job:
    return Job(id=1, queue="plans", lock=None, queueing_lock=None, task_name="issue", **more)


def lose_the_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("select pg_terminate_backend(pg_backend_pid())")


def error_of(act: Callable[[], None]) -> Exception:
    with pytest.raises(DatabaseError) as raised:
        act()
    connection.close()
    return raised.value


def test_jobs_of_a_dead_worker_are_queued_again_though_one_of_them_has_been() -> None:
    with connection.cursor() as cursor:
        cursor.execute("delete from procrastinate_jobs")
        cursor.execute(LEFT)
        async_to_sync(take_up_stalled)(app)
        cursor.execute("select task_name, status::text from procrastinate_jobs order by 1")
        assert cursor.fetchall() == [("issue", "todo"), ("outbox", "todo")]


def test_a_job_that_loses_the_database_has_not_ended_and_is_done_again(run: JobRun) -> None:
    def work() -> None:
        with running(run.pk):
            lose_the_database()

    error = error_of(work)
    run.refresh_from_db()
    assert run.state == JobRun.State.RUNNING
    assert Again().get_retry_decision(exception=error, job=a_job())


def test_an_error_of_the_job_itself_is_no_reason_to_do_it_again() -> None:
    def work() -> None:
        with connection.cursor() as cursor:
            cursor.execute("select 1/0")

    assert not is_passing(error_of(work))
    assert not is_passing(ValueError())


def test_of_two_workers_that_do_the_same_job_one_undoes_what_it_did(run: JobRun) -> None:
    for _ in range(2):
        with running(run.pk), transaction.atomic():
            JobRun.objects.create(kind="work", title="Kết quả")
            finish_with(run.pk, done=1)
    assert JobRun.objects.filter(kind="work").count() == 1
    run.refresh_from_db()
    assert (run.state, run.result) == (JobRun.State.DONE, {"done": 1})


def test_a_run_that_has_ended_is_not_done_again_when_only_its_job_did_not_say_so(run: JobRun) -> None:
    done: list[str] = []
    context = SimpleNamespace(job=a_job(task_kwargs={"run_id": run.pk}))
    once(lambda: done.append("trước"), context, None)
    with running(run.pk):
        finish_with(run.pk)
    once(lambda: done.append("sau"), context, None)
    assert done == ["trước"]
