"""A report form as a whole: its head, its versions, in use and out of it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from congdoan.core.audit.latest import state_of
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.web import signed_in
from congdoan.organisation.current import current_unit
from congdoan.organisation.rights import require, require_anywhere
from congdoan.reporting.forms_design import HeadForm
from congdoan.reporting.queries.sight import form_for
from congdoan.reporting.services import forms
from congdoan.reporting.services.lookup import ASK


def new(request: HttpRequest) -> HttpResponse:
    """A form of the organ that the person works in now."""
    user = signed_in(request)
    require_anywhere(user, ASK)
    unit = current_unit(request)
    assert unit is not None, "whoever has a right has a post"
    require(user, ASK, unit.organ)
    form = HeadForm(request.POST or None)
    if form.is_valid():
        said = {name: form.cleaned_data[name] for name in forms.HEAD}
        made = answered(form, lambda: forms.create_form(unit=unit.organ, by=user, **said))
        if made:
            messages.success(request, "Đã lập mẫu. Thêm nội dung vào từng phần, rồi đưa mẫu vào dùng.")
            return redirect("reporting:form", made.pk)
    return _form(request, form, "Lập mẫu báo cáo", "Lập mẫu", reverse("reporting:forms"), "Mẫu báo cáo")


def change(request: HttpRequest, form_id: int) -> HttpResponse:
    user = signed_in(request)
    shown = form_for(user, form_id)
    require(user, ASK, shown.unit)
    now = {name: getattr(shown, name) for name in forms.HEAD}
    form = HeadForm(request.POST or None, initial=now | {"seen": state_of(shown, forms.HEAD)})
    if form.is_valid():
        changed = answered(form, lambda: forms.change_head(form_id=shown.pk, by=user, **form.cleaned_data))
        if changed:
            return redirect("reporting:form", shown.pk)
        form.has_seen(state_of(form_for(user, form_id), forms.HEAD))
    back = reverse("reporting:form", args=[shown.pk])
    return _form(request, form, "Sửa thông tin mẫu", "Lưu", back, shown.name)


@require_POST
def begin(request: HttpRequest, form_id: int) -> HttpResponse:
    draft = forms.begin_version(form_id=form_for(signed_in(request), form_id).pk, by=signed_in(request))
    said = f"Đang sửa bản {draft.version}. Bản đang dùng, báo cáo theo bản đó giữ nguyên đến khi đưa bản này vào dùng."
    messages.success(request, said)
    return redirect("reporting:form", draft.pk)


@require_POST
def ready(request: HttpRequest, form_id: int) -> HttpResponse:
    form = forms.take_into_use(form_id=form_for(signed_in(request), form_id).pk, by=signed_in(request))
    messages.success(request, "Đã đưa mẫu vào dùng. Yêu cầu báo cáo được theo mẫu này.")
    return redirect("reporting:form", form.pk)


@require_POST
def retire(request: HttpRequest, form_id: int) -> HttpResponse:
    form = forms.retire_form(form_id=form_for(signed_in(request), form_id).pk, by=signed_in(request))
    messages.success(request, "Đã ngừng dùng mẫu. Báo cáo đã yêu cầu vẫn giữ; có thể đưa vào dùng lại.")
    return redirect("reporting:form", form.pk)


@require_POST
def discard(request: HttpRequest, form_id: int) -> HttpResponse:
    forms.delete_draft(form_id=form_for(signed_in(request), form_id).pk, by=signed_in(request))
    messages.success(request, "Đã bỏ bản đang soạn.")
    return redirect("reporting:forms")


def _form(request: HttpRequest, form: HeadForm, title: str, verb: str, back: str, back_label: str) -> HttpResponse:
    context = {"form": form, "title": title, "verb": verb, "back": back, "back_label": back_label}
    return render(request, "reporting/form.html", context, status=status_of(form))
