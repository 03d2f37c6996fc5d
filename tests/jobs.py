"""Runs what is queued for the worker, inside the test's own transaction."""

from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob


def run_queued_jobs(limit: int = 100) -> int:
    """Run each waiting job once, also those that jobs queue; returns how many ran."""
    done: set[int] = set()
    while len(done) < limit:
        job = ProcrastinateJob.objects.filter(status="todo").exclude(pk__in=done).order_by("id").first()
        if job is None:
            break
        app.tasks[job.task_name].func(**job.args)
        done.add(job.pk)
    return len(done)
