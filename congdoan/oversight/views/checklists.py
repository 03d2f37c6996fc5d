"""The committee's checklists: the list, a new one, changing one."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from congdoan.core.audit.latest import state_of
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.ui.paging import NearestPage
from congdoan.core.web import signed_in
from congdoan.organisation.rights import may_anywhere, require
from congdoan.oversight.forms import ChecklistForm
from congdoan.oversight.queries.lists import checklists
from congdoan.oversight.queries.sight import MANAGE, checklist_for
from congdoan.oversight.services.checklists import FACTS, change_checklist, create_checklist
from congdoan.oversight.views.asking import inspecting_unit
from congdoan.oversight.views.lists import ON_PAGE


def checklist_list(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    page = NearestPage(checklists(user), ON_PAGE).page(request.GET.get("page", 1))
    context = {"tab": "checklists", "title": "Bảng kiểm tra", "page_obj": page, "manages": may_anywhere(user, MANAGE)}
    return render(request, "oversight/checklists.html", context)


def new(request: HttpRequest) -> HttpResponse:
    user, unit = signed_in(request), inspecting_unit(request)
    require(user, MANAGE, unit)
    form = ChecklistForm(request.POST or None, items=[])
    if form.is_valid():
        name = form.cleaned_data["name"]
        made = answered(form, lambda: create_checklist(unit=unit, by=user, name=name, questions=form.questions()))
        if made:
            messages.success(request, f"Đã soạn bảng “{made}”, {len(made.items)} câu hỏi.")
            return redirect("oversight:checklists")
    return _form(request, form, "Soạn bảng kiểm tra", "Soạn bảng")


def change(request: HttpRequest, checklist_id: int) -> HttpResponse:
    user = signed_in(request)
    shown = checklist_for(user, checklist_id)
    first = {"name": shown.name, "is_used": shown.is_used, "seen": state_of(shown, FACTS)}
    form = ChecklistForm(request.POST or None, items=shown.items, initial=first)
    if form.is_valid():
        said: dict[str, Any] = {name: form.cleaned_data[name] for name in ("name", "is_used", "seen")}
        said["questions"] = form.questions()
        if answered(form, lambda: change_checklist(checklist_id=shown.pk, by=user, **said)):
            messages.success(request, "Đã lưu. Cuộc kiểm tra đã thông báo giữ bảng cũ.")
            return redirect("oversight:checklists")
        form.has_seen(state_of(checklist_for(user, checklist_id), FACTS))
    return _form(request, form, "Sửa bảng kiểm tra", "Lưu bảng")


def _form(request: HttpRequest, form: ChecklistForm, title: str, verb: str) -> HttpResponse:
    context = {"form": form, "title": title, "verb": verb, "back": reverse("oversight:checklists")}
    return render(request, "oversight/checklist.html", context, status=status_of(form))
