"""The page of one plan: what it orders, where it stands, what the person may do with it next."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Prefetch, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.audit.history import history_of
from congdoan.core.web import signed_in
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import may
from congdoan.plans.actions import actions_for
from congdoan.plans.exports.task_rows import due_words, party_names
from congdoan.plans.models import AmendmentChange, Assignment, CheckedReading, PartyRole, Plan, Task
from congdoan.plans.queries.answers.raising import papers_with_part, raising_units
from congdoan.plans.queries.answers.waiting import asked_about
from congdoan.plans.queries.local.given import drafting_units_given, left_out, local_plan_of
from congdoan.plans.queries.merging.listed import merged_plans
from congdoan.plans.queries.plans import figures_of, plan_for, visible_plans
from congdoan.plans.queries.review.tasks import words_of
from congdoan.plans.six_clear import lacking


def plan_page(request: HttpRequest, plan_id: int) -> HttpResponse:
    user = signed_in(request)
    plan = plan_for(user, plan_id)
    groups = _groups(plan)
    unclear = "" if plan.is_public else _unclear(groups)
    units = drafting_units_given(user, plan)
    own_plan = local_plan_of(plan, units) if units else None
    actions = actions_for(plan, user, unclear=unclear, own=own_plan is not None if units else None)
    merges = merged_plans(plan)
    return render(
        request,
        "plans/lifecycle/plan.html",
        {
            "plan": plan,
            "merges": merges,
            "state": f"plan_{plan.state}",
            "groups": groups,
            "unclear": unclear,
            "own_plan": own_plan,
            "left_out": left_out(plan),
            "seen_above": _seen_above([plan.carries_out_id, plan.stands_on_id, *(one.pk for one in merges)], user),
            "may_say_basis": may(user, "plans.issue" if plan.is_public else "plans.draft", plan.unit),
            "targets": plan.targets.filter(task=None),
            "figures": figures_of([plan], user, on=clock.today())[plan.pk] if plan.is_public else None,
            "asked": asked_about(plan, user) if plan.is_public else None,
            "may_raise": papers_with_part(raising_units(user)).filter(pk=plan.pk).exists(),
            "next_step": actions[0] if actions else None,
            "other_steps": actions[1:],
            "steps": plan.steps.select_related("by"),
            "reviews": list(plan.reviews.all()) if plan.is_public else [],
            "changes": _changes(plan, user),
            "tab": request.GET.get("phan", "noi-dung"),
            "checked": may(user, "readings.view", plan.unit) and CheckedReading.objects.filter(plan=plan).exists(),
        },
    )


def plan_history(request: HttpRequest, plan_id: int) -> HttpResponse:
    plan = plan_for(signed_in(request), plan_id)
    return render(request, "plans/lifecycle/history.html", {"plan": plan, "entries": history_of(plan)})


def _seen_above(others: Sequence[int | None], user: User) -> set[int]:
    """Ids of what the paper carries out, stands on and merges, where the person may open it."""
    above = [pk for pk in others if pk]
    return set(visible_plans(user).filter(pk__in=above).values_list("pk", flat=True)) if above else set()


def _groups(plan: Plan) -> list[dict[str, Any]]:
    """Sections that have tasks, each with its rows."""
    tasks = (
        plan.tasks.filter(withdrawn_on=None)
        .select_related("section", "carries_out__plan", "after")
        .prefetch_related("parties__unit")
    )
    groups: list[dict[str, Any]] = []
    last: object = object()
    for task in tasks:
        if task.section_id != last:
            groups.append({"section": task.section, "rows": []})
            last = task.section_id
        groups[-1]["rows"].append(_row(task))
    return groups


def _unclear(groups: list[dict[str, Any]]) -> str:
    """How many tasks do not say all of the six; empty when all do."""
    rows = [row for group in groups for row in group["rows"]]
    count = sum(1 for row in rows if row["lacks"])
    return f"{count}/{len(rows)} nhiệm vụ chưa đủ sáu rõ" if count else ""


def _row(task: Task) -> dict[str, object]:
    return {
        "task": task,
        "lacks": ", ".join(clear.removeprefix("rõ ") for clear in lacking(words_of(task, task.parties.all()))),
        "lead": party_names(task, PartyRole.LEAD),
        "cooperating": party_names(task, PartyRole.COOPERATING),
        "due": due_words(task),
    }


def _changes(plan: Plan, user: User) -> list[AmendmentChange]:
    """The changes that concern the person: all for those who see the whole plan, else those of their units' tasks."""
    found = AmendmentChange.objects.filter(amendment__plan=plan).select_related("amendment__by", "task")
    units = Unit.objects.all()
    if not may(user, "plans.view", plan.unit):
        concerned = Assignment.objects.visible_to(user, "tasks.view").filter(plan=plan)
        of_mine = Q(units=None) | Q(units__in=concerned.values("unit_id"))
        found = found.filter(of_mine, task__in=concerned.values("task_id")).distinct()
        units = units.filter(pk__in=concerned.values("unit_id"))
    return list(found.prefetch_related(Prefetch("units", units)).order_by("-amendment__version", "pk"))
