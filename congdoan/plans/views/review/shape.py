"""Which tasks and headings there are: merged, split, added, removed, moved."""

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from congdoan.core.errors import Conflict, Invalid
from congdoan.core.finding import find
from congdoan.core.ui.asking import status_of
from congdoan.core.web import signed_in, whole_number
from congdoan.plans.forms_review import NewTaskForm, SectionWordsForm
from congdoan.plans.queries.review.page import plan_to_review
from congdoan.plans.services.local.take_in import take_in
from congdoan.plans.services.review import reshape, sections
from congdoan.plans.services.review.editing import told
from congdoan.plans.services.review.undo import undo_last_change
from congdoan.plans.views.review.answer import changed


def _number(request: HttpRequest, plan_id: int, name: str) -> int:
    """What the page sends by itself; asked for only of whoever sees the plan."""
    plan_to_review(plan_id, signed_in(request))
    number = whole_number(request.POST.get(name))
    if number is None:
        raise Invalid("Thiếu chỗ trong văn bản. Tải lại trang rồi thử lại.")
    return number


@require_POST
def merge(request: HttpRequest, plan_id: int, task_id: int) -> HttpResponse:
    revision = _number(request, plan_id, "revision")
    reshape.merge_tasks(plan_id=plan_id, task_id=task_id, by=signed_in(request), revision=revision)
    return changed(request, plan_id)


@require_POST
def split(request: HttpRequest, plan_id: int, task_id: int) -> HttpResponse:
    at, revision = _number(request, plan_id, "at"), _number(request, plan_id, "revision")
    reshape.split_task(plan_id=plan_id, task_id=task_id, by=signed_in(request), revision=revision, at=at)
    return changed(request, plan_id)


@require_POST
def remove(request: HttpRequest, plan_id: int, task_id: int) -> HttpResponse:
    revision = _number(request, plan_id, "revision")
    reshape.remove_task(plan_id=plan_id, task_id=task_id, by=signed_in(request), revision=revision)
    return changed(request, plan_id)


@require_POST
def add_from_text(request: HttpRequest, plan_id: int) -> HttpResponse:
    start, end = _number(request, plan_id, "start"), _number(request, plan_id, "end")
    reshape.add_task_from_text(plan_id=plan_id, by=signed_in(request), start=start, end=end)
    return changed(request, plan_id)


@require_POST
def take_given(request: HttpRequest, plan_id: int, task_id: int) -> HttpResponse:
    """Put a task that the superior gave into the draft."""
    take_in(plan_id=plan_to_review(plan_id, signed_in(request)).pk, task_id=task_id, by=signed_in(request))
    return changed(request, plan_id)


def add_task(request: HttpRequest, plan_id: int, section_id: int | None = None) -> HttpResponse:
    plan = plan_to_review(plan_id, signed_in(request))
    form = NewTaskForm(request.POST or None, auto_id="words_%s")
    if request.method == "POST" and form.is_valid():
        reshape.add_task(plan_id=plan_id, by=signed_in(request), section_id=section_id, **form.cleaned_data)
        return changed(request, plan_id)
    return _form(request, form, "Thêm nhiệm vụ", context={"plan": plan})


def add_section(request: HttpRequest, plan_id: int) -> HttpResponse:
    plan = plan_to_review(plan_id, signed_in(request))
    form = SectionWordsForm(request.POST or None, auto_id="words_%s")
    if request.method == "POST" and form.is_valid():
        sections.add_section(plan_id=plan_id, by=signed_in(request), **form.cleaned_data)
        return changed(request, plan_id)
    return _form(request, form, "Thêm mục", context={"plan": plan})


def edit_section(request: HttpRequest, plan_id: int, section_id: int) -> HttpResponse:
    plan = plan_to_review(plan_id, signed_in(request))
    section = find(plan.sections, section_id)
    if section is None:
        raise Conflict(f"Mục này không còn. {told(plan, 'section', section_id)}")
    seen = (section.number, section.title)
    initial = {"number": section.number, "title": section.title}
    form = SectionWordsForm(request.POST or None, initial=initial, auto_id="words_%s")
    if request.method == "POST" and form.is_valid():
        seen = (request.POST.get("seen_number", ""), request.POST.get("seen_title", ""))
        sections.edit_section(
            plan_id=plan_id, section_id=section_id, by=signed_in(request), seen=seen, **form.cleaned_data
        )
        return changed(request, plan_id)
    return _form(request, form, "Lưu", context={"plan": plan, "seen": seen})


@require_POST
def move_section(request: HttpRequest, plan_id: int, section_id: int) -> HttpResponse:
    up = request.POST.get("up") == "1"
    sections.move_section(plan_id=plan_id, section_id=section_id, by=signed_in(request), up=up)
    return changed(request, plan_id)


@require_POST
def remove_section(request: HttpRequest, plan_id: int, section_id: int) -> HttpResponse:
    sections.remove_section(plan_id=plan_id, section_id=section_id, by=signed_in(request))
    return changed(request, plan_id)


@require_POST
def undo(request: HttpRequest, plan_id: int) -> HttpResponse:
    undo_last_change(plan_id=plan_id, by=signed_in(request))
    return changed(request, plan_id)


def _form(request: HttpRequest, form: BaseForm, verb: str, *, context: dict[str, object]) -> HttpResponse:
    context = {**context, "form": form, "verb": verb}
    return render(request, "plans/review/_words_form.html", context, status=status_of(form))
