"""What a form asks for, item by item, while it is being made."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from congdoan.core.audit.latest import state_of
from congdoan.core.errors import NotFound
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.web import signed_in
from congdoan.reporting.forms_design import ItemForm, first_of, item_form
from congdoan.reporting.models import ItemKind, ReportForm
from congdoan.reporting.services import items
from congdoan.reporting.services.lookup import item_of, section_of
from congdoan.reporting.views.sections import managed_form, way_of


def add(request: HttpRequest, form_id: int, section_id: int, kind: str) -> HttpResponse:
    user = signed_in(request)
    shown = managed_form(user, form_id)
    section = section_of(shown, section_id)
    if kind not in ItemKind.values:
        raise NotFound("Mẫu không có loại nội dung này.")
    form = item_form(kind)(request.POST or None, sections=shown.sections.all(), initial={"section": section.pk})
    if form.is_valid():
        into, facts = form.cleaned_data["section"].pk, form.facts()
        added = answered(
            form, lambda: items.add_item(form_id=form_id, section_id=into, by=user, kind=kind, facts=facts)
        )
        if added:
            messages.success(request, f"Đã thêm {added.code} “{added.label}”.")
            return redirect(_place(shown, added.section_id))
    return _form(request, shown, form, f"Thêm {ItemKind(kind).label.lower()}", "Thêm")


def change(request: HttpRequest, form_id: int, item_id: int) -> HttpResponse:
    user = signed_in(request)
    shown = managed_form(user, form_id)
    item = item_of(shown, item_id)
    first = first_of(item) | {"seen": state_of(item, items.FACTS)}
    form = item_form(item.kind)(request.POST or None, sections=shown.sections.all(), initial=first)
    if form.is_valid():
        said = {"section_id": form.cleaned_data["section"].pk, "seen": form.cleaned_data["seen"]}
        facts = form.facts()
        if answered(form, lambda: items.change_item(form_id=form_id, item_id=item_id, by=user, facts=facts, **said)):
            return redirect(_place(shown, said["section_id"]))
        form.has_seen(state_of(item_of(shown, item_id), items.FACTS))
    return _form(request, shown, form, f"Sửa {item.get_kind_display().lower()} {item.code}", "Lưu")


@require_POST
def move(request: HttpRequest, form_id: int, item_id: int) -> HttpResponse:
    shown = managed_form(signed_in(request), form_id)
    items.move_item(form_id=form_id, item_id=item_id, by=signed_in(request), way=way_of(request))
    return redirect(_place(shown, item_of(shown, item_id).section_id))


@require_POST
def remove(request: HttpRequest, form_id: int, item_id: int) -> HttpResponse:
    shown = managed_form(signed_in(request), form_id)
    removed = items.remove_item(form_id=form_id, item_id=item_id, by=signed_in(request))
    messages.success(request, f"Đã xóa {removed.code} “{removed.label}”.")
    return redirect(_place(shown, removed.section_id))


def _place(shown: ReportForm, section_id: int) -> str:
    return reverse("reporting:form", args=[shown.pk]) + f"#phan-{section_id}"


def _form(request: HttpRequest, shown: ReportForm, form: ItemForm, title: str, verb: str) -> HttpResponse:
    figures = shown.items.filter(kind=ItemKind.FIGURE)
    context = {
        "form": form,
        "title": title,
        "verb": verb,
        "back": reverse("reporting:form", args=[shown.pk]),
        "back_label": shown.name,
        "figures": figures if "formula" in form.fields else (),
    }
    return render(request, "reporting/form.html", context, status=status_of(form))
