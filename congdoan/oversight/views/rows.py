"""The units on a programme: put on it, changed, taken off."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from congdoan.core.audit.latest import state_of
from congdoan.core.ui.asking import answered, offer
from congdoan.core.web import signed_in
from congdoan.organisation.rights import require
from congdoan.oversight.forms import ChangeRowForm, RowForm, WordsForm
from congdoan.oversight.queries.reach import assignments_at, inspected_under, inspectors_at, plans_given_to
from congdoan.oversight.queries.sight import MANAGE, inspection_for, programme_for
from congdoan.oversight.services import rows
from congdoan.oversight.views.asking import form_page, page_of, page_of_programme


def add(request: HttpRequest, programme_id: int) -> HttpResponse:
    user = signed_in(request)
    shown = programme_for(user, programme_id)
    form = RowForm(request.POST or None, initial={"starts_on": shown.starts_on, "ends_on": shown.ends_on})
    offer(form, "unit", inspected_under(shown.unit))
    offer(form, "lead", inspectors_at(shown.unit))
    if form.is_valid():
        made = answered(form, lambda: rows.add_row(programme_id=shown.pk, by=user, **form.cleaned_data))
        if made:
            messages.success(request, f"Đã thêm {made.unit} vào chương trình.")
            return redirect("oversight:programme", shown.pk)
    return form_page(request, form, title="Thêm đơn vị", verb="Thêm đơn vị", **page_of_programme(shown))


def change(request: HttpRequest, inspection_id: int) -> HttpResponse:
    user = signed_in(request)
    shown = inspection_for(user, inspection_id)
    require(user, MANAGE, shown.programme.unit)
    now = {name: getattr(shown, name) for name in rows.ROW} | {"assignments": list(shown.assignments.all())}
    form = ChangeRowForm(request.POST or None, initial=now | {"seen": state_of(shown, rows.ROW)})
    offer(form, "lead", inspectors_at(shown.programme.unit))
    offer(form, "plan", plans_given_to(shown.unit))
    offer(form, "assignments", assignments_at(shown.unit))
    if form.is_valid():
        if answered(form, lambda: rows.change_row(inspection_id=shown.pk, by=user, **form.cleaned_data)):
            return redirect("oversight:inspection", shown.pk)
        form.has_seen(state_of(inspection_for(user, inspection_id), rows.ROW))
    return form_page(request, form, title=f"Sửa: {shown}", verb="Lưu", **page_of(shown))


@require_POST
def remove(request: HttpRequest, inspection_id: int) -> HttpResponse:
    user = signed_in(request)
    shown = inspection_for(user, inspection_id)
    programme = rows.remove_row(inspection_id=shown.pk, by=user)
    messages.success(request, f"Đã bỏ {shown.unit} khỏi chương trình.")
    return redirect("oversight:programme", programme.pk)


def cancel_row(request: HttpRequest, inspection_id: int) -> HttpResponse:
    user = signed_in(request)
    shown = inspection_for(user, inspection_id)
    require(user, MANAGE, shown.programme.unit)
    form = WordsForm(request.POST or None)
    if form.is_valid():
        note = form.cleaned_data["note"]
        if answered(form, lambda: rows.cancel(inspection_id=shown.pk, by=user, note=note)):
            messages.success(request, f"Đã hủy cuộc kiểm tra {shown.unit}.")
            return redirect("oversight:inspection", shown.pk)
    return form_page(request, form, title=f"Hủy: {shown}", verb="Hủy cuộc kiểm tra", **page_of(shown))
