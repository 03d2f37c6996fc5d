"""One fact of one task: the form that opens in its cell, and what it sends."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from congdoan.accounts.models import User
from congdoan.core.errors import Conflict
from congdoan.core.finding import find
from congdoan.core.web import signed_in, whole_number
from congdoan.plans.forms_review import task_form
from congdoan.plans.models import PartyRole, Plan, Task
from congdoan.plans.queries.review.page import plan_to_review
from congdoan.plans.queries.review.tasks import PartyView, one_task
from congdoan.plans.queries.review.units import parse
from congdoan.plans.services.review.editing import told
from congdoan.plans.services.review.parties import set_parties
from congdoan.plans.services.review.tasks import edit_task
from congdoan.plans.views.review.answer import changed

_FIELDS = ("title", "text", "section", "due", "product", "competence", "carries_out", "after", "roll_up")
_ROLES = {"lead": PartyRole.LEAD, "cooperating": PartyRole.COOPERATING}


def cell(request: HttpRequest, plan_id: int, task_id: int, field: str) -> HttpResponse:
    """GET opens the form with what holds now; POST saves, or answers 422 with the form."""
    if field not in (*_FIELDS, *_ROLES):
        raise Http404
    user = signed_in(request)
    plan = plan_to_review(plan_id, user)
    if request.method != "POST":
        return _form(request, plan, _task(plan, task_id), field)
    revision = whole_number(request.POST.get("revision")) or 0
    if field in _ROLES:
        _save_parties(request, plan, task_id, revision, field, user)
        return changed(request, plan_id)
    form = task_form(field, _task(plan, task_id), request.POST)
    if not form.is_valid():
        return _form(request, plan, _task(plan, task_id), field, form, status=422)
    edit_task(plan_id=plan_id, task_id=task_id, by=user, revision=revision, facts=form.cleaned_data)  # type: ignore[arg-type]
    return changed(request, plan_id)


def _save_parties(request: HttpRequest, plan: Plan, task_id: int, revision: int, field: str, user: User) -> None:
    parties = parse(request.POST.getlist("party"))
    set_parties(plan_id=plan.pk, task_id=task_id, by=user, revision=revision, role=_ROLES[field], parties=parties)


def _task(plan: Plan, task_id: int) -> Task:
    task = find(
        plan.tasks.select_related("plan__unit", "carries_out", "after").prefetch_related("parties__unit"), task_id
    )
    if task is None:
        raise Conflict(f"Việc này không còn. {told(plan, 'task', task_id)}")
    return task


def _form(
    request: HttpRequest, plan: Plan, task: Task, field: str, form: object = None, status: int = 200
) -> HttpResponse:
    view = one_task(task)
    shown = view.leads if field == "lead" else view.cooperating
    context = {
        "plan": plan,
        "task": task,
        "field": field,
        "form": form or (task_form(field, task) if field in _FIELDS else None),
        "picked": [(_value(party), party.label) for party in shown if party.is_known],
        "unknown": [party.label for party in shown if not party.is_known],
        "now": _now(task, field, shown),
    }
    return render(request, "plans/review/_cell_form.html", context, status=status)


def _value(view: PartyView) -> str:
    return f"u{view.party.unit_id}" if view.party.unit_id else f"k:{view.party.audience}"


def _now(task: Task, field: str, parties: tuple[PartyView, ...]) -> str:
    """What holds now, in words, for somebody whose own words came too late."""
    if field in _ROLES:
        return ", ".join(party.label for party in parties) or "chưa giao"
    if field == "due":
        day = f"{task.due:%d/%m/%Y}" if task.due else "chưa có hạn"
        return f"{day} {task.get_recurrence_display()}".strip()
    if field == "section":
        return str(task.section) if task.section else "không thuộc mục nào"
    if field == "roll_up":
        return task.roll_up_words
    if field == "after":
        return f"sau mục {task.after.number}" if task.after else "không phải chờ việc nào"
    return str(getattr(task, field)) or "để trống"
