"""Amending an issued plan: choose the tasks, say what changes and why."""

from collections.abc import Sequence
from functools import partial

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from congdoan.core import clock
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.web import signed_in, whole_number
from congdoan.organisation.rights import require
from congdoan.plans.exports.task_rows import due_words, party_names
from congdoan.plans.forms_amend import ExistingTaskForm, NewTaskForm, ReasonOfAmendment
from congdoan.plans.forms_sequence import tasks_in_force
from congdoan.plans.models import PartyRole, Plan
from congdoan.plans.queries.plans import plan_for
from congdoan.plans.services.lifecycle.amend import amend_plan

AT_MOST = 20
"""Tasks amended in one go; more would be a page nobody can read."""


def amend(request: HttpRequest, plan_id: int) -> HttpResponse:
    user = signed_in(request)
    plan = plan_for(user, plan_id)
    require(user, "plans.issue", plan.unit)
    chosen = [pk for text in request.GET.getlist("nv") if (pk := whole_number(text)) is not None][:AT_MOST]
    adds = "them" in request.GET
    if not chosen and not adds:
        return render(
            request, "plans/lifecycle/amend_choose.html", {"plan": plan, "rows": _rows(plan), "most": AT_MOST}
        )
    data = request.POST if request.method == "POST" else None
    tasks = plan.tasks.filter(pk__in=chosen, withdrawn_on=None).prefetch_related("parties")
    among = tasks_in_force(plan)
    forms = [ExistingTaskForm(data, task=task, among=among) for task in tasks]
    new = NewTaskForm(data, plan=plan, among=among) if adds else None
    reason = ReasonOfAmendment(data)
    parts: list[ExistingTaskForm | NewTaskForm] = [*forms, *([new] if new else [])]
    if request.method == "POST" and all([reason.is_valid(), *(part.is_valid() for part in parts)]):
        changes = [change for part in parts for change in part.changes]
        given = {**reason.cleaned_data, "changes": changes, "on": clock.today()}
        if answered(reason, partial(amend_plan, plan_id=plan.pk, by=user, seen=_seen(request), **given)):
            messages.success(request, f"Đã điều chỉnh {plan}. Các đơn vị liên quan thấy thay đổi trên bàn làm việc.")
            _warn(request, plan, [form.task.pk for form in forms])
            return redirect("plans:plan", plan_id=plan.pk)
        plan.refresh_from_db(fields=["version"])
    context = {"plan": plan, "forms": forms, "new": new, "reason": reason}
    return render(request, "plans/lifecycle/amend.html", context, status=status_of(reason, *parts))


def _warn(request: HttpRequest, plan: Plan, changed: Sequence[int]) -> None:
    """What was saved, and cannot be kept as it is: a day before that of the task that comes first."""
    near = plan.tasks.filter(Q(pk__in=changed) | Q(after__in=changed), withdrawn_on=None).select_related("after")
    for task in near:
        if task.is_due_before_first and task.after:
            messages.warning(
                request,
                f"Mục {task.number} có hạn {task.due:%d/%m/%Y}, trước hạn {task.after.due:%d/%m/%Y} của mục "
                f"{task.after.number} mà việc này phải chờ.",
            )


def _seen(request: HttpRequest) -> int | None:
    """The version of the plan with which the form was opened."""
    return whole_number(request.POST.get("seen"))


def _rows(plan: Plan) -> list[dict[str, object]]:
    tasks = plan.tasks.filter(withdrawn_on=None).prefetch_related("parties__unit")
    return [{"task": task, "lead": party_names(task, PartyRole.LEAD), "due": due_words(task)} for task in tasks]
