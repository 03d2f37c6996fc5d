"""Shows how far a long work is to the person who started it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.core.models.jobs import JobRun
from congdoan.core.web import signed_in


def job(request: HttpRequest, run_id: int) -> HttpResponse:
    run = find(JobRun.objects.filter(started_by=signed_in(request)), run_id)
    if run is None:
        raise NotFound("Không có việc này, hoặc người khác đã bắt đầu nó.")
    context = {"job": run, "poll_url": reverse("core:job", args=[run.pk])}
    template = "core/_job_progress.html" if request.headers.get("HX-Request") else "core/job.html"
    return render(request, template, context)
