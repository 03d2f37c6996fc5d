"""One field of a report, kept as soon as it is typed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from congdoan.core.errors import NotFound
from congdoan.core.ui.asking import again, answered
from congdoan.core.web import signed_in
from congdoan.organisation.rights import require
from congdoan.reporting.forms import value_form
from congdoan.reporting.queries.report_page import Filled, filled
from congdoan.reporting.queries.sight import report_for
from congdoan.reporting.services.lookup import FILL
from congdoan.reporting.services.write import refill, save_value, state_of_value
from congdoan.reporting.views.report import form_of


@require_POST
def save(request: HttpRequest, report_id: int, item_id: int) -> HttpResponse:
    """Without scripts the whole page comes anew; with them the field, and what follows from it."""
    user = signed_in(request)
    report = report_for(user, report_id)
    require(user, FILL, report.unit)
    field = filled(report).field_of(item_id)
    if field is None or form_of(field) is None:
        raise NotFound("Báo cáo không có nội dung này.")
    form = value_form(field.item, field.rows, request.POST, auto_id=f"f{item_id}_%s")
    if form.is_valid():
        said = form.said()
        if answered(form, lambda: save_value(report_id=report_id, item_id=item_id, by=user, **said)) is not None:
            return _kept(request, filled(report_for(user, report_id)), item_id)
    now = filled(report_for(user, report_id)).field_of(item_id)
    form.has_seen(state_of_value(now.value if now else None))
    if request.htmx:  # type: ignore[attr-defined]
        context = {"report": report, "field": now, "form": form}
        return render(request, "reporting/_field.html", context, status=422)
    back = reverse("reporting:report", args=[report_id])
    return again(request, form, title=str(field.item), verb="Lưu", back=back, back_label=str(report))


@require_POST
def take_anew(request: HttpRequest, report_id: int) -> HttpResponse:
    report = report_for(signed_in(request), report_id)
    changed = refill(report_id=report.pk, by=signed_in(request))
    messages.success(
        request, f"Đã lấy lại số liệu, {changed} chỗ thay đổi." if changed else "Số liệu đã đúng với hệ thống."
    )
    return redirect("reporting:report", report_id)


def _kept(request: HttpRequest, shown: Filled, item_id: int) -> HttpResponse:
    if not request.htmx:  # type: ignore[attr-defined]
        return redirect(reverse("reporting:report", args=[shown.report.pk]) + f"#o-{item_id}")
    field = shown.field_of(item_id)
    assert field is not None
    following = [one for one in shown.fields if one.is_computed or one.item.kind == "check"]
    context = {"report": shown.report, "field": field, "form": form_of(field), "following": following, "shown": shown}
    return render(request, "reporting/_kept.html", context | {"kept": True})
