"""The steps of a plan that are one press of a button, or a reason and a button."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from congdoan.core import clock
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.web import signed_in
from congdoan.organisation.rights import require
from congdoan.plans.forms import ReasonForm, ReplaceForm
from congdoan.plans.models import AssignmentState, Plan
from congdoan.plans.models.assignment import OPEN
from congdoan.plans.queries.plans import plan_for
from congdoan.plans.services.lifecycle import approve as approving
from congdoan.plans.services.lifecycle import end
from congdoan.plans.services.lifecycle import replace as replacing
from congdoan.plans.services.lifecycle import submit as submitting


@require_POST
def submit(request: HttpRequest, plan_id: int) -> HttpResponse:
    plan = submitting.submit_plan(plan_id=_seen(request, plan_id), by=signed_in(request), on=clock.today())
    return _done(request, plan, f"Đã trình {plan.subject} cho lãnh đạo {plan.unit}.")


@require_POST
def recall(request: HttpRequest, plan_id: int) -> HttpResponse:
    plan = submitting.recall_plan(plan_id=_seen(request, plan_id), by=signed_in(request), on=clock.today())
    return _done(request, plan, "Đã rút lại để sửa.")


@require_POST
def approve(request: HttpRequest, plan_id: int) -> HttpResponse:
    plan = approving.approve_plan(plan_id=_seen(request, plan_id), by=signed_in(request), on=clock.today())
    return _done(request, plan, f"Đã duyệt. {plan.kind_name} chờ ban hành.")


@require_POST
def close(request: HttpRequest, plan_id: int) -> HttpResponse:
    plan = end.close_plan(plan_id=_seen(request, plan_id), by=signed_in(request), on=clock.today())
    return _done(request, plan, f"Đã kết thúc {plan.noun}.")


def send_back(request: HttpRequest, plan_id: int) -> HttpResponse:
    plan, form = _asked(request, plan_id, "plans.approve"), ReasonForm(request.POST or None)
    if form.is_valid() and _taken(request, plan, form, approving.return_plan, **form.cleaned_data):
        return _done(request, plan, "Đã trả lại người soạn.")
    context: dict[str, object] = {
        "heading": f"Trả lại {plan.noun}",
        "verb": "Trả lại",
        "note": "Người soạn nhận lại bản này kèm lý do.",
    }
    return _ask(request, plan, form, context)


def withdraw(request: HttpRequest, plan_id: int) -> HttpResponse:
    plan, form = plan_for(signed_in(request), plan_id), ReasonForm(request.POST or None)
    require(signed_in(request), "plans.approve" if plan.issued_on else "plans.submit", plan.unit)
    if form.is_valid() and _taken(request, plan, form, end.withdraw_plan, **form.cleaned_data):
        return _done(request, plan, "Đã bỏ bản nháp." if plan.is_editable else f"Đã rút {plan.noun}.")
    parts = plan.assignments.filter(state__in=(*OPEN, AssignmentState.PAUSED)).count()
    note = f"{parts} phần việc chưa xong sẽ không còn trên bàn làm việc của các đơn vị." if parts else ""
    verb = "Bỏ bản nháp" if plan.is_editable else f"Rút {plan.noun}"
    return _ask(request, plan, form, {"heading": verb, "verb": verb, "note": note, "danger": True})


def replace(request: HttpRequest, plan_id: int) -> HttpResponse:
    plan = _asked(request, plan_id, "plans.approve")
    form = ReplaceForm(request.POST or None, plan=plan, tasks=replacing.open_tasks(plan))
    if form.is_valid():
        successor, how = form.cleaned_data["successor"], form.cleaned_data["how"]
        said = {
            "successor_id": successor.pk,
            "how": how,
            "moved": [task.pk for task in form.cleaned_data.get("moved", ())],
        }
        if _taken(request, plan, form, replacing.replace_plan, **said):
            ended = "bị bãi bỏ bởi" if how == "repealed" else "được thay bằng"
            return _done(request, plan, f"{plan} đã {ended} {successor}.")
    note = "Nhiệm vụ chưa xong mà không chuyển sang văn bản mới sẽ không còn trên bàn làm việc của các đơn vị."
    heading = f"Thay thế, bãi bỏ {plan.noun}"
    return _ask(request, plan, form, {"heading": heading, "verb": "Thay thế, bãi bỏ", "note": note, "danger": True})


def _seen(request: HttpRequest, plan_id: int) -> int:
    """The id, once the person is known to see the plan: to others it does not exist."""
    return plan_for(signed_in(request), plan_id).pk


def _asked(request: HttpRequest, plan_id: int, action: str) -> Plan:
    """The plan of a form, which opens only for those who may do what it asks."""
    plan = plan_for(signed_in(request), plan_id)
    require(signed_in(request), action, plan.unit)
    return plan


def _taken(request: HttpRequest, plan: Plan, form: BaseForm, step: Callable[..., Plan], **said: Any) -> bool:
    """Whether the step was taken; if not, the form says why."""
    taken = partial(step, plan_id=plan.pk, by=signed_in(request), on=clock.today(), **said)
    return answered(form, taken) is not None


def _ask(request: HttpRequest, plan: Plan, form: BaseForm, context: dict[str, object]) -> HttpResponse:
    context = {"plan": plan, "form": form, **context}
    return render(request, "plans/lifecycle/step.html", context, status=status_of(form))


def _done(request: HttpRequest, plan: Plan, text: str) -> HttpResponse:
    messages.success(request, text)
    return redirect("plans:plan", plan_id=plan.pk)
