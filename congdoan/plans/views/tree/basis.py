"""Saying on which issued paper a paper stands, found by typing."""

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from congdoan.core.audit.latest import state_of
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.web import signed_in
from congdoan.organisation.rights import require
from congdoan.plans.filters import words_in
from congdoan.plans.forms_basis import BasisForm
from congdoan.plans.models.plan import PUBLIC
from congdoan.plans.queries.plans import plan_for, visible_plans
from congdoan.plans.services.basis.stand_on import FACTS, stand_on

_MOST = 12


def basis(request: HttpRequest, plan_id: int) -> HttpResponse:
    user = signed_in(request)
    plan = plan_for(user, plan_id)
    require(user, "plans.issue" if plan.is_public else "plans.draft", plan.unit)
    issued = visible_plans(user).filter(state__in=PUBLIC).exclude(pk=plan.pk)
    initial = {"basis": plan.stands_on_id, "seen": state_of(plan, FACTS)}
    form = BasisForm(request.POST or None, issued=issued, initial=initial)
    if request.method == "POST" and form.is_valid():
        chosen, seen = form.cleaned_data["basis"], form.cleaned_data["seen"]
        said = {"basis_id": chosen.pk if chosen else None, "seen": seen}
        if answered(form, partial(stand_on, plan_id=plan.pk, by=user, **said)):
            messages.success(request, f"Đã ghi căn cứ: {chosen}." if chosen else "Đã bỏ căn cứ.")
            return redirect("plans:plan", plan_id=plan.pk)
        plan.refresh_from_db(fields=FACTS)
        form.has_seen(state_of(plan, FACTS))
    context = {"plan": plan, "form": form, "heading": "Căn cứ", "verb": "Ghi căn cứ"}
    return render(request, "plans/lifecycle/step.html", context, status=status_of(form))


@require_safe
def issued(request: HttpRequest) -> HttpResponse:
    """Issued papers that the person may see and that have the typed words."""
    seen = visible_plans(signed_in(request)).filter(state__in=PUBLIC)
    found = words_in(seen, request.GET.get("q", "")).select_related("unit").order_by("-issued_on", "-pk")
    options = [
        {"value": plan.pk, "label": str(plan), "note": f"{plan.unit}: {plan.subject}"[:120]} for plan in found[:_MOST]
    ]
    return render(request, "core/_options.html", {"options": options})
