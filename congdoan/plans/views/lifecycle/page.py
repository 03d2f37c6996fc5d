"""The page of one plan: what it orders, where it stands, what the person may do with it next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.audit.history import history_of
from congdoan.core.web import signed_in
from congdoan.organisation.rights import may
from congdoan.plans.actions import actions_for
from congdoan.plans.exports.task_rows import due_words, party_names
from congdoan.plans.models import AmendmentChange, Assignment, CheckedReading, PartyRole, Plan, Task
from congdoan.plans.queries.plans import figures_of, plan_for


def plan_page(request: HttpRequest, plan_id: int) -> HttpResponse:
    user = signed_in(request)
    plan = plan_for(user, plan_id)
    actions = actions_for(plan, user)
    return render(
        request,
        "plans/lifecycle/plan.html",
        {
            "plan": plan,
            "state": f"plan_{plan.state}",
            "groups": _groups(plan),
            "targets": plan.targets.filter(task=None),
            "figures": figures_of([plan], user, on=clock.today())[plan.pk] if plan.is_public else None,
            "next_step": actions[0] if actions else None,
            "other_steps": actions[1:],
            "steps": plan.steps.select_related("by"),
            "changes": _changes(plan, user),
            "tab": request.GET.get("phan", "noi-dung"),
            "checked": may(user, "readings.view", plan.unit) and CheckedReading.objects.filter(plan=plan).exists(),
        },
    )


def plan_history(request: HttpRequest, plan_id: int) -> HttpResponse:
    plan = plan_for(signed_in(request), plan_id)
    return render(request, "plans/lifecycle/history.html", {"plan": plan, "entries": history_of(plan)})


def _groups(plan: Plan) -> list[dict[str, object]]:
    """Sections that have tasks, each with its rows."""
    tasks = plan.tasks.filter(withdrawn_on=None).select_related("section").prefetch_related("parties__unit")
    groups: list[dict[str, object]] = []
    last: object = object()
    for task in tasks:
        if task.section_id != last:
            groups.append({"section": task.section, "rows": []})
            last = task.section_id
        rows = groups[-1]["rows"]
        assert isinstance(rows, list)
        rows.append(_row(task))
    return groups


def _row(task: Task) -> dict[str, object]:
    return {
        "task": task,
        "lead": party_names(task, PartyRole.LEAD),
        "cooperating": party_names(task, PartyRole.COOPERATING),
        "due": due_words(task),
    }


def _changes(plan: Plan, user: User) -> list[AmendmentChange]:
    """The changes that concern the person: all for those who see the whole plan, else those of their units' tasks."""
    found = AmendmentChange.objects.filter(amendment__plan=plan).select_related("amendment__by", "task")
    if not may(user, "plans.view", plan.unit):
        concerned = Assignment.objects.visible_to(user, "tasks.view").filter(plan=plan)
        found = found.filter(task__in=concerned.values("task_id"))
    return list(found.order_by("-amendment__version", "pk"))
