"""Very long sheets, made by the worker, and their end."""

from typing import Any

from django.db import transaction
from procrastinate.contrib.django import app

from congdoan.core.audit.context import audit_context
from congdoan.core.exports.large import KIND, Asked, as_result, drop_old_sheets, keep_sheet, running_for, sheet_for
from congdoan.core.jobs import running, start_job
from congdoan.core.models import JobRun


@app.task(queue="sheets", lock="sheets", name="congdoan.core.make_sheet")
def make_sheet(run_id: int, request: str) -> None:
    """One at a time, so that other work goes on beside it."""
    with running(run_id) as progress:
        keep_sheet(run_id, request=request, progress=progress)


@app.periodic(cron="35 * * * *")
@app.task(queue="upkeep", queueing_lock="drop-sheets", lock="drop-sheets", name="congdoan.core.drop_sheets")
def drop_sheets(timestamp: int) -> None:
    """Files that nobody will take any more."""
    with audit_context(user_id=None, origin="job:drop_sheets"):
        drop_old_sheets()


@transaction.atomic
def start_sheet(*, by: Any, asked: Asked, request: str) -> JobRun:
    """Make the sheet for the person; the run that is already making the same one, when there is such."""
    sheet = sheet_for(by, asked)
    there = running_for(by, asked)
    if there is not None:
        return there
    title = f"Tệp Excel: {sheet.name}, {sheet.title}"[:300]
    run = start_job(make_sheet, kind=KIND, title=title, by_id=by.pk, request=request)
    run.result = as_result(asked)
    run.save(update_fields=["result"])
    return run
