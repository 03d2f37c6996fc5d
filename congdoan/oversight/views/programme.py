"""A programme: its page, its facts, its way to approval and to its end."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from congdoan.core.audit.history import history_of
from congdoan.core.audit.latest import state_of
from congdoan.core.ui.asking import answered
from congdoan.core.ui.paging import NearestPage
from congdoan.core.web import signed_in
from congdoan.organisation.rights import may, require
from congdoan.oversight.forms import ChangeProgrammeForm, ProgrammeWords, WordsForm, first_days
from congdoan.oversight.models import ProgrammeState
from congdoan.oversight.queries.risk import RiskList
from congdoan.oversight.queries.sight import CONCLUDE, MANAGE, programme_for
from congdoan.oversight.services import programmes
from congdoan.oversight.views.asking import form_page, inspecting_unit, page_of_programme

_ON_PAGE, _SUGGESTED = 50, 5


def page(request: HttpRequest, programme_id: int) -> HttpResponse:
    user = signed_in(request)
    shown = programme_for(user, programme_id)
    rows = shown.inspections.select_related("unit", "lead", "plan").order_by("starts_on", "unit__sort_key", "pk")
    concludes = may(user, CONCLUDE, shown.unit)
    context = {
        "programme": shown,
        "state": f"programme_{shown.state}",
        "page_obj": NearestPage(rows, _ON_PAGE).page(request.GET.get("page", 1)),
        "suggested": RiskList(shown)[0:_SUGGESTED] if shown.is_editable else [],
        "may_decide": concludes and shown.state == ProgrammeState.SUBMITTED,
        "steps": list(shown.steps.select_related("by")),
        "history": history_of(shown) if may(user, "audit.view", shown.unit) else None,
    }
    return render(request, "oversight/programme.html", context)


def new(request: HttpRequest) -> HttpResponse:
    user, unit = signed_in(request), inspecting_unit(request)
    require(user, MANAGE, unit)
    form = ProgrammeWords(request.POST or None, initial=first_days())
    if form.is_valid():
        made = answered(form, lambda: programmes.create_programme(unit=unit, by=user, **form.cleaned_data))
        if made:
            messages.success(request, "Đã lập chương trình. Thêm đơn vị theo gợi ý hoặc tự chọn.")
            return redirect("oversight:programme", made.pk)
    back = {"back": "/kiem-tra/chuong-trinh/", "back_label": "Chương trình kiểm tra"}
    return form_page(request, form, title="Lập chương trình kiểm tra", verb="Lập chương trình", **back)


def change(request: HttpRequest, programme_id: int) -> HttpResponse:
    user = signed_in(request)
    shown = programme_for(user, programme_id)
    now = {name: getattr(shown, name) for name in programmes.FACTS}
    form = ChangeProgrammeForm(request.POST or None, initial=now | {"seen": state_of(shown, programmes.FACTS)})
    if form.is_valid():
        said = form.cleaned_data
        if answered(form, lambda: programmes.change_programme(programme_id=shown.pk, by=user, **said)):
            return redirect("oversight:programme", shown.pk)
        form.has_seen(state_of(programme_for(user, programme_id), programmes.FACTS))
    return form_page(request, form, title="Sửa chương trình", verb="Lưu", **page_of_programme(shown))


@require_POST
def submit(request: HttpRequest, programme_id: int) -> HttpResponse:
    user = signed_in(request)
    programmes.submit_programme(programme_id=programme_for(user, programme_id).pk, by=user)
    messages.success(request, "Đã trình duyệt chương trình.")
    return redirect("oversight:programme", programme_id)


@require_POST
def approve(request: HttpRequest, programme_id: int) -> HttpResponse:
    user = signed_in(request)
    programmes.approve_programme(programme_id=programme_for(user, programme_id).pk, by=user)
    messages.success(request, "Đã duyệt. Thông báo cho từng đơn vị ở trang cuộc kiểm tra.")
    return redirect("oversight:programme", programme_id)


def give_back(request: HttpRequest, programme_id: int) -> HttpResponse:
    user = signed_in(request)
    shown = programme_for(user, programme_id)
    require(user, CONCLUDE, shown.unit)
    form = WordsForm(request.POST or None)
    if form.is_valid():
        note = form.cleaned_data["note"]
        if answered(form, lambda: programmes.return_programme(programme_id=shown.pk, by=user, note=note)):
            messages.success(request, "Đã trả lại người soạn.")
            return redirect("oversight:programme", shown.pk)
    return form_page(request, form, title="Trả lại chương trình", verb="Trả lại", **page_of_programme(shown))


@require_POST
def close(request: HttpRequest, programme_id: int) -> HttpResponse:
    user = signed_in(request)
    programmes.close_programme(programme_id=programme_for(user, programme_id).pk, by=user)
    messages.success(request, "Đã kết thúc chương trình.")
    return redirect("oversight:programme", programme_id)
