"""Sections of a form that is being made."""

from typing import Literal

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from congdoan.accounts.models import User
from congdoan.core.audit.latest import state_of
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.web import signed_in
from congdoan.organisation.rights import require
from congdoan.reporting.forms_design import SectionForm
from congdoan.reporting.models import ReportForm
from congdoan.reporting.queries.sight import form_for
from congdoan.reporting.services import sections
from congdoan.reporting.services.lookup import ASK, section_of


def add(request: HttpRequest, form_id: int) -> HttpResponse:
    user = signed_in(request)
    shown = managed_form(user, form_id)
    form = SectionForm(request.POST or None)
    if form.is_valid():
        title = form.cleaned_data["title"]
        added = answered(form, lambda: sections.add_section(form_id=shown.pk, by=user, title=title))
        if added:
            return redirect(_place(shown, added.pk))
    return _form(request, shown, form, "Thêm phần", "Thêm")


def change(request: HttpRequest, form_id: int, section_id: int) -> HttpResponse:
    user = signed_in(request)
    shown = managed_form(user, form_id)
    section = section_of(shown, section_id)
    first = {"title": section.title, "seen": state_of(section, ("title",))}
    form = SectionForm(request.POST or None, initial=first)
    if form.is_valid():
        said = form.cleaned_data
        if answered(form, lambda: sections.name_section(form_id=form_id, section_id=section_id, by=user, **said)):
            return redirect(_place(shown, section_id))
        form.has_seen(state_of(section_of(shown, section_id), ("title",)))
    return _form(request, shown, form, "Sửa tên phần", "Lưu")


@require_POST
def move(request: HttpRequest, form_id: int, section_id: int) -> HttpResponse:
    shown = managed_form(signed_in(request), form_id)
    sections.move_section(form_id=form_id, section_id=section_id, by=signed_in(request), way=way_of(request))
    return redirect(_place(shown, section_id))


@require_POST
def remove(request: HttpRequest, form_id: int, section_id: int) -> HttpResponse:
    shown = managed_form(signed_in(request), form_id)
    sections.remove_section(form_id=form_id, section_id=section_id, by=signed_in(request))
    messages.success(request, "Đã xóa phần.")
    return redirect("reporting:form", shown.pk)


def managed_form(user: User, form_id: int) -> ReportForm:
    """Raises NotFound when out of sight, NotAllowed without the right."""
    shown = form_for(user, form_id)
    require(user, ASK, shown.unit)
    return shown


def way_of(request: HttpRequest) -> Literal["up", "down"]:
    return "down" if request.POST.get("do") == "down" else "up"


def _place(shown: ReportForm, section_id: int) -> str:
    return reverse("reporting:form", args=[shown.pk]) + f"#phan-{section_id}"


def _form(request: HttpRequest, shown: ReportForm, form: SectionForm, title: str, verb: str) -> HttpResponse:
    back = reverse("reporting:form", args=[shown.pk])
    context = {"form": form, "title": title, "verb": verb, "back": back, "back_label": shown.name}
    return render(request, "reporting/form.html", context, status=status_of(form))
