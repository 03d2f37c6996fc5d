"""A report goes onward: asking units below the same, and composing the own answer from what they sent."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from congdoan.core.web import signed_in
from congdoan.reporting.services.onward import compose_answer, pass_on


@require_POST
def ask_below(request: HttpRequest, report_id: int) -> HttpResponse:
    form = pass_on(report_id=report_id, by=signed_in(request))
    if form.is_editable:
        said = "Mẫu hỏi cấp dưới, cùng nội dung với mẫu của cấp trên. Xem lại, đưa vào dùng rồi yêu cầu."
        messages.success(request, said)
    return redirect("reporting:form", form.pk)


@require_POST
def compose(request: HttpRequest, request_id: int) -> HttpResponse:
    done = compose_answer(request_id=request_id, by=signed_in(request))
    kept = f" {done.kept} nội dung đã nhập tay giữ nguyên." if done.kept else ""
    messages.success(request, f"Đã tổng hợp báo cáo của {done.units} đơn vị vào {done.taken} nội dung.{kept}")
    return redirect("reporting:report", done.report.pk)
