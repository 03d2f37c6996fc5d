"""Hệ thống: what the last verification found, and beginning another one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from congdoan.core.access import require_use
from congdoan.core.verify.job import last_result, last_run, start_verifying
from congdoan.core.web import signed_in

ACTION = "settings.manage"


def page(request: HttpRequest) -> HttpResponse:
    require_use(request, ACTION)
    if request.method == "POST":
        start_verifying(by_id=signed_in(request).pk)
        messages.success(request, "Đã bắt đầu kiểm tra.")
        return redirect("core:verify")
    run = last_run()
    under_way = run if run and not run.is_over else None
    own = under_way and under_way.started_by_id == signed_in(request).pk
    context = {
        "result": last_result(),
        "run": run,
        "under_way": under_way,
        "job": under_way if own else None,
        "poll_url": reverse("core:job", args=[under_way.pk]) if own and under_way else "",
    }
    return render(request, "core/verify.html", context)
