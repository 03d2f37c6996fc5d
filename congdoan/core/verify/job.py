"""Verification in the background: asked for by an administrator, or once a week at night."""

from dataclasses import asdict
from datetime import timedelta
from typing import Any, Final

from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django import app

from congdoan.core import clock
from congdoan.core.alarms import end_alarm, raise_alarm
from congdoan.core.audit.hardening.weaknesses import is_hardened
from congdoan.core.audit.sealing.seal import seal_new
from congdoan.core.errors import Conflict
from congdoan.core.jobs import finish_with, running, start_job
from congdoan.core.models import JobRun
from congdoan.core.verify.run import verify

KIND: Final = "core.verify"
WEEK: Final = timedelta(days=7)
NIGHT: Final = range(1, 5)
"""Hours of the day, in Vietnam, at which a weekly run begins; a machine that is off then begins a day later."""


@app.task(queue="upkeep", lock="verify", name="congdoan.core.verify")
def verify_in_background(run_id: int) -> None:
    """Everything that must hold, and an alarm where it does not."""
    seal_new()
    with running(run_id) as progress:
        results = list(verify(progress=progress))
        wrong = [result for result in results if not result.holds]
        if wrong:
            raise_alarm(KIND, f"Kiểm tra dữ liệu: {len(wrong)} điều không đúng, trước hết: {wrong[0].sentence.lower()}")
        else:
            end_alarm(KIND)
        finish_with(
            run_id,
            url=reverse("core:verify"),
            results=[asdict(result) for result in results],
            wrong=len(wrong),
            hardened=is_hardened(),
        )


@app.periodic(cron="7 * * * *")
@app.task(queue="upkeep", queueing_lock="verify-weekly", lock="verify-weekly", name="congdoan.core.verify_weekly")
def verify_weekly(timestamp: int) -> None:
    """Asked every hour; begins a run when the last one is a week old."""
    last = JobRun.objects.filter(kind=KIND).order_by("-pk").values_list("created_at", flat=True).first()
    age = clock.now() - last if last else WEEK
    at_night = timezone.localtime(clock.now()).hour in NIGHT
    if age >= WEEK and (at_night or age >= WEEK + timedelta(days=1)):
        start_verifying(by_id=None)


def start_verifying(*, by_id: int | None) -> JobRun:
    """Raises Conflict while one is under way."""
    if JobRun.objects.filter(kind=KIND, state__in=(JobRun.State.WAITING, JobRun.State.RUNNING)).exists():
        raise Conflict("Đang có một lần kiểm tra chạy. Xem kết quả khi nó xong.")
    return start_job(verify_in_background, kind=KIND, title="Kiểm tra dữ liệu", by_id=by_id)


def last_run() -> JobRun | None:
    """The latest run that came to its end, or that is under way."""
    return JobRun.objects.filter(kind=KIND).select_related("started_by").order_by("-pk").first()


def last_result() -> dict[str, Any]:
    """What the latest finished run found, first what is wrong; empty when there was none."""
    runs = JobRun.objects.filter(kind=KIND, state=JobRun.State.DONE).order_by("-pk")
    run = runs.first()
    if run is None:
        return {}
    in_order = sorted(run.result["results"], key=lambda result: result["found"] == 0)
    return {**run.result, "results": in_order, "at": run.updated_at}
