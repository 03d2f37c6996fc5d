"""A report becomes a paper with a number, and is read as that paper."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from congdoan.accounts.models import User
from congdoan.core.errors import NotFound
from congdoan.core.files.serve import file_response
from congdoan.core.finding import find
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.web import signed_in
from congdoan.organisation.rights import require
from congdoan.reporting.forms import IssueForm
from congdoan.reporting.models import IssuedReport, Report, ReportRequest
from congdoan.reporting.queries.sight import NO_REPORT, NO_REQUEST, own_organs, read_papers, report_for, request_for
from congdoan.reporting.services.issue import issue_composed, issue_report
from congdoan.reporting.services.lookup import FILL, SIGN
from congdoan.reporting.services.send import title_of


def issue(request: HttpRequest, report_id: int) -> HttpResponse:
    """A report that was signed and sent, by the unit's own people."""
    user = signed_in(request)
    report = report_for(user, report_id)
    if report.unit_id not in own_organs(user):
        raise NotFound(NO_REPORT)
    require(user, FILL, report.unit)

    def command(number: int | None, seen: int) -> IssuedReport:
        return issue_report(report_id=report.pk, by=user, number=number)

    return _with_number(request, report, command, reverse("reporting:report", args=[report.pk]))


def issue_whole(request: HttpRequest, request_id: int) -> HttpResponse:
    """What was made of the reports of those below, signed by who presses."""
    user = signed_in(request)
    asked = request_for(user, request_id)
    if asked.unit_id not in own_organs(user):
        raise NotFound(NO_REQUEST)
    require(user, SIGN, asked.unit)

    def command(number: int | None, seen: int) -> IssuedReport:
        return issue_composed(request_id=asked.pk, by=user, number=number, seen=seen)

    return _with_number(request, asked, command, reverse("reporting:request", args=[asked.pk]))


@require_GET
def paper_file(request: HttpRequest, paper_id: int) -> FileResponse:
    paper = find(read_papers(signed_in(request)), paper_id)
    if paper is None or paper.file is None:
        raise NotFound("Không có văn bản này, hoặc văn bản của đơn vị khác.")
    return file_response(paper.file, inline=True)


def _with_number(
    request: HttpRequest, about: Report | ReportRequest, command: Callable[[int | None, int], IssuedReport], back: str
) -> HttpResponse:
    """The form remembers how many papers there were, so that two people do not issue the same twice."""
    form = IssueForm(request.POST or None, initial={"seen": about.papers.count()})
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen"]
        paper = answered(form, lambda: command(form.cleaned_data["number"], int(seen) if seen.isdecimal() else 0))
        if paper:
            messages.success(request, f"Đã ban hành báo cáo số {paper.symbol}, lưu vào kho văn bản.")
            return redirect(back)
        form.has_seen(about.papers.count())
    context = {"form": form, "about": about, "unit": about.unit, "before": about.papers.first(), "back": back}
    context |= _signing(about, signed_in(request))
    return render(request, "reporting/issue.html", context, status=status_of(form))


def _signing(about: Report | ReportRequest, user: User) -> dict[str, Any]:
    """A report was signed when it was sent; what was composed is signed by who issues it."""
    if isinstance(about, Report):
        return {"verb": "Ban hành", "signer": about.signer, "signer_title": about.signer_title}
    return {"verb": "Ký, ban hành", "signer": user, "signer_title": title_of(about.unit, user)}
