"""The tree from a resolution down to the tasks of a grassroots union: around one paper, or all of one unit."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from congdoan.core import clock
from congdoan.core.web import signed_in, whole_number
from congdoan.plans.queries.plans import plan_for
from congdoan.plans.queries.tree.of_unit import plans_of_unit
from congdoan.plans.queries.tree.tree import tree_of
from congdoan.plans.queries.work.unit_tasks import unit_seen


@require_safe
def plan_tree(request: HttpRequest, plan_id: int) -> HttpResponse:
    user = signed_in(request)
    plan = plan_for(user, plan_id)
    context = {"plan": plan, "roots": tree_of([plan.pk], user, on=clock.today()), **_asked(request)}
    return render(request, "plans/tree/tree.html", context)


@require_safe
def unit_tree(request: HttpRequest, unit_id: int) -> HttpResponse:
    """What the unit issued and what gave it work, with all above and below."""
    user = signed_in(request)
    unit = unit_seen(unit_id, user)
    plans = plans_of_unit(unit, user)
    roots = tree_of(plans, user, on=clock.today()) if plans else []
    return render(request, "plans/tree/tree.html", {"unit": unit, "roots": roots, **_asked(request)})


def _asked(request: HttpRequest) -> dict[str, object]:
    """`task_id`: the task from which somebody came; its line is marked. `opened`: every list of tasks is open."""
    return {"task_id": whole_number(request.GET.get("nv")), "opened": request.GET.get("mo") == "het"}
