"""Background work: whoever waits for a work waits for a job that exists and that somebody does."""

from typing import Final

from congdoan.core.verify.checks import by_query, checks

_WITHOUT_JOB: Final = """
    select 'Việc chạy nền số ' || run.id || ': ' || run.title
      from core_jobrun run
     where run.state in ('waiting', 'running')
       and not exists (select from procrastinate_jobs job
                        where job.status in ('todo', 'doing') and job.args ->> 'run_id' = run.id::text)
"""
_STUCK: Final = """
    select 'Việc ' || job.task_name || ' số ' || job.id
      from procrastinate_jobs job
      left join procrastinate_workers worker on worker.id = job.worker_id
     where job.status = 'doing'
       and coalesce(worker.last_heartbeat, '-infinity') < now() - interval '10 minutes'
       and not exists (select from procrastinate_events begun
                        where begun.job_id = job.id and begun.type = 'started'
                          and begun.at > now() - interval '10 minutes')
"""


def register() -> None:
    checks.register("jobs.waited", by_query("Việc đang chờ hay đang chạy nào cũng còn trong hàng đợi", _WITHOUT_JOB))
    checks.register("jobs.stuck", by_query("Không việc nào dở dang mà không ai làm", _STUCK))
