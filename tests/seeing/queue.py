"""A queue in the state that a sentence needs."""

from django.db import connection


def a_worker(*, silent: int) -> None:
    """A worker that gave its last sign so many seconds ago."""
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into procrastinate_workers (last_heartbeat) values (now() - make_interval(secs => %s))",
            [silent],
        )


def a_waiting_job(*, waited: int, scheduled_in: int | None = None) -> None:
    """A job that was asked for so many seconds ago, perhaps for later."""
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into procrastinate_jobs (queue_name, task_name, scheduled_at) "
            "values ('upkeep', 'test', now() + make_interval(secs => %s)) returning id",
            [scheduled_in],
        )
        cursor.execute(
            "update procrastinate_events set at = now() - make_interval(secs => %s) where job_id = %s",
            [waited, cursor.fetchone()[0]],
        )
