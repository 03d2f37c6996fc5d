from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from congdoan.accounts.models import User
from congdoan.core.ui.asking import answered
from congdoan.core.web import signed_in
from congdoan.plans.models import Obstacle, ProgressReport
from congdoan.plans.queries.work.assignment_page import assignment_page, visible_assignment
from congdoan.plans.services.local.collect import collect_results
from congdoan.plans.services.work.raise_obstacle import raise_obstacle
from congdoan.plans.services.work.report import report_progress
from congdoan.plans.services.work.save_draft import save_report_draft
from congdoan.plans.services.work.withdraw_report import withdraw_report as withdraw
from congdoan.plans.views.work.answers import on_task, to_task
from congdoan.plans.views.work.report_form import ReportForm
from congdoan.plans.views.work.task_context import task_context

_SENT = {
    ReportForm.DOING: "Đã gửi báo cáo.",
    ReportForm.DONE: "Đã gửi báo cáo và đề nghị xác nhận kết quả.",
    ReportForm.OBSTACLE: "Đã chuyển vướng mắc đến đơn vị điều phối.",
}
_KEPT = "Đã lưu nháp. Chưa ai khác thấy bản nháp này."


@require_GET
def report_page(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """The form on a page of its own, as a phone shows it."""
    user = signed_in(request)
    page = assignment_page(assignment_id, user)
    if not (page.allowed.report or page.allowed.raise_obstacle):
        return redirect("plans:assignment", assignment_id)
    task = page.assignment.task
    context = task_context(page, user)
    asked = request.GET.get("loai") == "vuong-mac"
    back = {
        "phone_back_url": reverse("plans:assignment", args=[assignment_id]),
        "phone_back_label": f"Nhiệm vụ {task.number}",
        "first_choice": ReportForm.OBSTACLE if asked else context["first_choice"],
        "asked": asked,
    }
    return render(request, "plans/work/report.html", context | back)


@require_POST
def send_report(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """Send what was entered, or take the difficulty to the coordinator; without the button to send, keep a draft."""
    user = signed_in(request)
    assignment = visible_assignment(assignment_id, user)
    form = ReportForm(request.POST, request.FILES, targets=assignment.targets.all())
    sends = request.POST.get("do") == "send"
    taken = partial(_send if sends else _keep, form, assignment_id, user)
    if form.is_valid() and answered(form, taken) is not None:
        return to_task(request, assignment_id, _SENT[form.cleaned_data["status"]] if sends else _KEPT)
    return on_task(request, assignment, form, "Gửi báo cáo" if sends else "Lưu nháp")


@require_POST
def collect(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """Begin the report with what the units below did."""
    collect_results(assignment_id=assignment_id, by=signed_in(request))
    said = "Đã đưa kết quả và minh chứng bên dưới vào bản nháp báo cáo. Xem lại rồi gửi."
    return to_task(request, assignment_id, said, place="#bao-cao")


@require_POST
def withdraw_report(request: HttpRequest, report_id: int) -> HttpResponse:
    report = withdraw(report_id=report_id, by=signed_in(request))
    return to_task(request, report.assignment_id, "Đã rút lại báo cáo.")


def _send(form: ReportForm, assignment_id: int, user: User) -> ProgressReport | Obstacle:
    entered = form.cleaned_data
    if entered["status"] == ReportForm.OBSTACLE:
        return raise_obstacle(assignment_id=assignment_id, by=user, text=entered["obstacle"])
    return report_progress(
        assignment_id=assignment_id,
        by=user,
        text=entered["text"],
        finishes=entered["status"] == ReportForm.DONE,
        figures=form.figures,
        files=entered["evidence"],
        dropped=form.dropped,
        sure=entered["sure"],
    )


def _keep(form: ReportForm, assignment_id: int, user: User) -> ProgressReport:
    entered = form.cleaned_data
    return save_report_draft(
        assignment_id=assignment_id,
        by=user,
        text=entered["text"],
        finishes=entered["status"] == ReportForm.DONE,
        figures=form.figures,
        files=entered["evidence"],
        dropped=form.dropped,
    )
