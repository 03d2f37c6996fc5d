"""The way of a report: handed in, signed, given back, corrected."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from congdoan.accounts.models import User
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.web import signed_in
from congdoan.organisation.rights import require
from congdoan.reporting.forms import WordsForm
from congdoan.reporting.models import Report
from congdoan.reporting.queries.sight import report_for
from congdoan.reporting.services import send
from congdoan.reporting.services.lookup import ASK, FILL, SIGN


@require_POST
def hand_in_report(request: HttpRequest, report_id: int) -> HttpResponse:
    report = send.hand_in(report_id=report_for(signed_in(request), report_id).pk, by=signed_in(request))
    messages.success(request, f"Đã trình lãnh đạo {report.unit} ký gửi.")
    return redirect("reporting:report", report_id)


@require_POST
def sign(request: HttpRequest, report_id: int) -> HttpResponse:
    report = send.sign_and_send(report_id=report_for(signed_in(request), report_id).pk, by=signed_in(request))
    messages.success(request, f"Đã ký và gửi {report.request.unit}.")
    return redirect("reporting:report", report_id)


def give_back(request: HttpRequest, report_id: int) -> HttpResponse:
    report = report_for(signed_in(request), report_id)
    require(signed_in(request), SIGN, report.unit)
    return _with_words(request, report, "Trả lại người lập", send.send_back, "Đã trả lại người lập.")


def return_to_unit(request: HttpRequest, report_id: int) -> HttpResponse:
    report = report_for(signed_in(request), report_id)
    require(signed_in(request), ASK, report.request.unit)
    return _with_words(request, report, "Trả lại đơn vị", send.return_report, f"Đã trả lại {report.unit}.")


def correct_report(request: HttpRequest, report_id: int) -> HttpResponse:
    report = report_for(signed_in(request), report_id)
    require(signed_in(request), FILL, report.unit)
    said = "Đang lập bản đính chính. Cấp trên vẫn đọc bản đã gửi đến khi bản này được ký gửi."
    return _with_words(request, report, "Đính chính", send.correct, said)


def _with_words(
    request: HttpRequest, report: Report, title: str, command: Callable[..., Report], said: str
) -> HttpResponse:
    """A reason, then the command."""
    by: User = signed_in(request)
    form = WordsForm(request.POST or None)
    if form.is_valid():
        note = form.cleaned_data["note"]
        if answered(form, lambda: command(report_id=report.pk, by=by, note=note)):
            messages.success(request, said)
            return redirect("reporting:report", report.pk)
    context = {
        "form": form,
        "title": f"{title}: {report.request}",
        "verb": title,
        "back": reverse("reporting:report", args=[report.pk]),
        "back_label": str(report.unit),
    }
    return render(request, "reporting/form.html", context, status=status_of(form))
