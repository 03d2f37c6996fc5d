"""Backups that the worker makes: each night, and when the administrator asks."""

from django.db.models import Q
from django.urls import reverse
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from congdoan.core import clock
from congdoan.core.access import deciders
from congdoan.core.audit.context import audit_context
from congdoan.core.backup.folder import back_up_into_folder
from congdoan.core.backup.schedule import is_due, watch_backups
from congdoan.core.errors import Conflict, NotAllowed
from congdoan.core.jobs import finish_with, running, start_job
from congdoan.core.models import Backup, JobRun

ACTION = "settings.manage"
NAME = "congdoan.core.back_up"


@app.periodic(cron="*/10 * * * *")
@app.task(queue="upkeep", queueing_lock="backup-when-due", name="congdoan.core.back_up_when_due")
def back_up_when_due(timestamp: int) -> None:
    """Start the backup of the night unless one is waiting or running."""
    if is_due(clock.now()) and not _is_under_way():
        start_job(back_up, kind="core.backup", title="Sao lưu theo lịch", by_id=None, how=Backup.Kind.SCHEDULED.value)


@app.periodic(cron="*/10 * * * *")
@app.task(queue="upkeep", queueing_lock="watch-backups", name="congdoan.core.watch_backups")
def watch(timestamp: int) -> None:
    """Raise the alarm when the last good backup is old, end it when it is not."""
    with audit_context(user_id=None, origin="job:watch_backups"):
        watch_backups()


@app.task(queue="backup", lock="backup", name=NAME)
def back_up(run_id: int, how: str = Backup.Kind.ASKED.value) -> None:
    """Make an archive in the folder of this installation."""
    with running(run_id) as progress:
        _require_right(run_id)
        kept = back_up_into_folder(Backup.Kind(how), progress)
        finish_with(run_id, url=reverse("core:backups"), place=str(kept.path), content=kept.made.manifest.content)


def ask_for_backup(by_id: int) -> JobRun:
    """Start one now. Raises Conflict while another is waiting or running."""
    if _is_under_way():
        raise Conflict("Một bản sao lưu khác đang được tạo. Đợi xong rồi bấm lại.")
    return start_job(back_up, kind="core.backup", title="Sao lưu ngay", by_id=by_id, how=Backup.Kind.ASKED.value)


def _is_under_way() -> bool:
    return ProcrastinateJob.objects.filter(Q(status="todo") | Q(status="doing"), task_name=NAME).exists()


def _require_right(run_id: int) -> None:
    by = JobRun.objects.select_related("started_by").get(pk=run_id).started_by
    if by is not None and not any(decide(by, ACTION) for decide in deciders):
        raise NotAllowed("Chức vụ hiện nay không có quyền sao lưu.")
