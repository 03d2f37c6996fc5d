"""Giao việc: a leader gives work at once, from a paper's page or on its own."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import NotAllowed, NotFound
from congdoan.core.finding import find
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.web import signed_in, whole_number
from congdoan.documents.models import Document
from congdoan.documents.queries.store import papers_seen_by
from congdoan.organisation.current import current_unit
from congdoan.organisation.models import Unit
from congdoan.plans.forms_direct import DirectForm, task_forms
from congdoan.plans.queries.kinds import direct_kinds
from congdoan.plans.queries.leading import led_organs
from congdoan.plans.services.direct.give import give_directly


def give(request: HttpRequest) -> HttpResponse:
    user, today = signed_in(request), clock.today()
    unit = _unit(request, user)
    paper = _paper(request, user)
    data = request.POST if request.method == "POST" else None
    form = DirectForm(data, kinds=direct_kinds(unit, on=today))
    tasks = task_forms(data, unit)
    if data is not None and all([form.is_valid(), *(one.is_valid() for one in tasks)]):
        given = [one.given for one in tasks if one.has_changed()]
        said: dict[str, Any] = {"unit": unit, "on": today, "tasks": given, "paper_id": paper.pk if paper else None}
        plan = answered(form, partial(give_directly, by=user, **said, **form.cleaned_data))
        if plan:
            units = plan.assignments.values("unit").distinct().count()
            messages.success(request, f"Đã giao {len(given)} việc cho {units} đơn vị.")
            return redirect("plans:plan", plan_id=plan.pk)
    context = {"form": form, "tasks": tasks, "unit": unit, "paper": paper}
    return render(request, "plans/direct/give.html", context, status=status_of(form, *tasks))


def _unit(request: HttpRequest, user: User) -> Unit:
    """The organ in which the person works now, if they lead it; else the first that they lead."""
    led = led_organs(user)
    here = current_unit(request)
    found = [unit for unit in led if here and unit.pk == here.organ_id] or led
    if not found:
        raise NotAllowed("Chỉ lãnh đạo đơn vị giao việc trực tiếp được.")
    return found[0]


def _paper(request: HttpRequest, user: User) -> Document | None:
    asked = request.GET.get("van-ban")
    if not asked:
        return None
    paper = find(papers_seen_by(user), whole_number(asked) or 0)
    if paper is None:
        raise NotFound("Không có văn bản này trong kho được xem.")
    return paper
