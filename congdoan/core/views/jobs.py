"""Shows how far a long work is to the person who started it, and gives the file that it made."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from congdoan.core.errors import NotFound
from congdoan.core.exports.large import sheet_file
from congdoan.core.files.serve import file_response
from congdoan.core.finding import find
from congdoan.core.models.jobs import JobRun
from congdoan.core.web import signed_in


def job(request: HttpRequest, run_id: int) -> HttpResponse:
    run = _own_run(request, run_id)
    context = {"job": run, "poll_url": reverse("core:job", args=[run.pk])}
    template = "core/_job_progress.html" if request.headers.get("HX-Request") else "core/job.html"
    return render(request, template, context)


@require_GET
def job_file(request: HttpRequest, run_id: int) -> FileResponse:
    return file_response(sheet_file(_own_run(request, run_id)))


def _own_run(request: HttpRequest, run_id: int) -> JobRun:
    run = find(JobRun.objects.filter(started_by=signed_in(request)), run_id)
    if run is None:
        raise NotFound("Không có việc này, hoặc người khác đã bắt đầu nó.")
    return run
