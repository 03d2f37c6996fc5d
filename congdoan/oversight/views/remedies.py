"""What must be put right: written down, reported, checked again."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from congdoan.core.audit.latest import state_of
from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.core.ui.asking import answered, offer
from congdoan.core.web import signed_in
from congdoan.organisation.rights import require
from congdoan.oversight.forms import RecheckForm, RemedyForm, ReportRemedyForm
from congdoan.oversight.models import Finding, FindingKind, Inspection, Remedy
from congdoan.oversight.queries.page import inspection_page
from congdoan.oversight.queries.sight import EXPLAIN, MANAGE, inspection_for
from congdoan.oversight.services import remedies
from congdoan.oversight.views.asking import form_page, page_of


def add(request: HttpRequest, inspection_id: int) -> HttpResponse:
    user = signed_in(request)
    shown = inspection_for(user, inspection_id)
    require(user, MANAGE, shown.programme.unit)
    form = _form(request, shown, {})
    if form.is_valid():
        said = {name: form.cleaned_data[name] for name in remedies.FACTS}
        if answered(form, lambda: remedies.add_remedy(inspection_id=shown.pk, by=user, **said)):
            messages.success(request, "Đã thêm kiến nghị vào dự thảo kết luận.")
            return redirect("oversight:inspection", shown.pk)
    return form_page(request, form, title="Thêm kiến nghị khắc phục", verb="Thêm kiến nghị", **page_of(shown))


def change(request: HttpRequest, inspection_id: int, remedy_id: int) -> HttpResponse:
    user = signed_in(request)
    shown = inspection_for(user, inspection_id)
    require(user, MANAGE, shown.programme.unit)
    found = _remedy(shown, remedy_id)
    now = {name: getattr(found, name) for name in remedies.FACTS}
    form = _form(request, shown, now | {"seen": state_of(found, remedies.FACTS)})
    if form.is_valid():
        said = form.cleaned_data | {"inspection_id": shown.pk, "remedy_id": found.pk}
        if answered(form, lambda: remedies.change_remedy(by=user, **said)):
            return redirect("oversight:inspection", shown.pk)
        form.has_seen(state_of(_remedy(shown, remedy_id), remedies.FACTS))
    return form_page(request, form, title=f"Sửa kiến nghị {found.order}", verb="Lưu", **page_of(shown))


@require_POST
def remove(request: HttpRequest, inspection_id: int, remedy_id: int) -> HttpResponse:
    user = signed_in(request)
    shown = inspection_for(user, inspection_id)
    require(user, MANAGE, shown.programme.unit)
    remedies.remove_remedy(inspection_id=shown.pk, remedy_id=remedy_id, by=user)
    messages.success(request, "Đã xóa kiến nghị.")
    return redirect("oversight:inspection", shown.pk)


def report(request: HttpRequest, inspection_id: int, remedy_id: int) -> HttpResponse:
    user = signed_in(request)
    shown = inspection_for(user, inspection_id)
    require(user, EXPLAIN, shown.unit)
    found = next((one for one in inspection_page(shown, user).remedies if one.pk == remedy_id), None)
    if found is None:
        raise NotFound("Không có kiến nghị này, hoặc kết luận chưa ký.")
    sent = request.method == "POST"
    form = ReportRemedyForm(request.POST if sent else None, request.FILES if sent else None)
    if form.is_valid():
        said = form.cleaned_data | {"inspection_id": shown.pk, "remedy_id": found.pk}
        if answered(form, lambda: remedies.report_remedy(by=user, **said)):
            messages.success(request, f"Đã báo cáo, chờ {shown.programme.unit} phúc tra.")
            return redirect("oversight:inspection", shown.pk)
    return form_page(
        request, form, title="Báo cáo kết quả khắc phục", verb="Gửi báo cáo", about=found, **page_of(shown)
    )


def recheck(request: HttpRequest, inspection_id: int, remedy_id: int) -> HttpResponse:
    user = signed_in(request)
    shown = inspection_for(user, inspection_id)
    require(user, MANAGE, shown.programme.unit)
    found = _remedy(shown, remedy_id)
    form = RecheckForm(request.POST or None)
    if form.is_valid():
        said = form.said() | {"inspection_id": shown.pk, "remedy_id": found.pk}
        if done := answered(form, lambda: remedies.recheck_remedy(by=user, **said)):
            messages.success(request, f"Đã ghi phúc tra: {done.get_state_display().lower()}.")
            return redirect("oversight:inspection", shown.pk)
    return form_page(request, form, title="Phúc tra", verb="Ghi kết quả phúc tra", about=found, **page_of(shown))


def _form(request: HttpRequest, shown: Inspection, first: dict[str, Any]) -> RemedyForm:
    form = RemedyForm(request.POST or None, initial=first)
    offer(form, "finding", Finding.objects.filter(inspection=shown).exclude(kind=FindingKind.GOOD))
    return form


def _remedy(shown: Inspection, remedy_id: int) -> Remedy:
    found = find(shown.remedies, remedy_id)
    if found is None:
        raise NotFound("Cuộc kiểm tra không có kiến nghị này, hoặc kiến nghị đã bị xóa.")
    return found
