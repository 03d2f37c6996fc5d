from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from congdoan.core import clock
from congdoan.core.finding import find
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.web import signed_in, whole_number
from congdoan.plans.forms_targets import TargetForm
from congdoan.plans.models import MeasuredTarget, Plan, Target
from congdoan.plans.queries.plans import plan_for
from congdoan.plans.queries.targets.seen import target_seen
from congdoan.plans.queries.work.report_lines import figure_text
from congdoan.plans.services.targets.define import FIELDS, add_target, change_target, remove_target
from congdoan.plans.services.targets.rights import plan_to_manage


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Set a target; `tu` is the paper's target that it comes from."""
    user = signed_in(request)
    plan = plan_for(user, plan_id)
    plan_to_manage(plan.pk, user)
    stated = find(plan.targets, whole_number(request.GET.get("tu")) or 0)
    form = TargetForm(request.POST or None, plan=plan, initial=_suggested(plan, stated))
    if form.is_valid():
        stated_id = stated.pk if stated else None
        adding = partial(add_target, plan_id=plan.pk, by=user, stated_id=stated_id)
        if target := answered(form, lambda: adding(fields=_fields(form))):
            messages.success(request, "Đã thêm chỉ tiêu. Chia cho các đơn vị để họ nhập số.")
            return redirect("plans:measured-target", target.pk)
    return _page(request, form, plan, "Thêm chỉ tiêu", reverse("plans:measured", args=[plan.pk]), stated)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, target_id: int) -> HttpResponse:
    user = signed_in(request)
    target = target_seen(user, target_id)
    plan_to_manage(target.plan_id, user)
    form = TargetForm(request.POST or None, plan=target.plan, initial=_present(target))
    if form.is_valid():
        seen = whole_number(form.cleaned_data["seen"])
        changing = partial(change_target, target_id=target.pk, by=user, seen=seen)
        if answered(form, lambda: changing(fields=_fields(form))):
            messages.success(request, "Đã lưu chỉ tiêu.")
            return redirect("plans:measured-target", target.pk)
        form.has_seen(MeasuredTarget.objects.values_list("revision", flat=True).get(pk=target.pk))
    back = reverse("plans:measured-target", args=[target.pk])
    return _page(request, form, target.plan, "Sửa chỉ tiêu", back, target.stated)


@require_POST
def remove(request: HttpRequest, target_id: int) -> HttpResponse:
    user = signed_in(request)
    target = target_seen(user, target_id)
    remove_target(target_id=target.pk, by=user)
    messages.success(request, f"Đã bỏ chỉ tiêu “{target.name}”.")
    return redirect("plans:measured", target.plan_id)


def _page(
    request: HttpRequest, form: TargetForm, plan: Plan, title: str, back: str, stated: Target | None
) -> HttpResponse:
    context = {
        "form": form,
        "plan": plan,
        "title": title,
        "back": back,
        "stated": stated,
        "phone_back_url": back,
        "phone_back_label": "Chỉ tiêu",
    }
    return render(request, "plans/targets/form.html", context, status=status_of(form))


def _fields(form: TargetForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in FIELDS}


def _suggested(plan: Plan, stated: Target | None) -> dict[str, Any]:
    """The calendar year, as far as the plan goes; what the paper states."""
    year = clock.today().year
    ends_on = plan.until if plan.until and plan.until.year >= year else clock.today().replace(month=12, day=31)
    found: dict[str, Any] = {"starts_on": clock.today().replace(month=1, day=1), "ends_on": ends_on}
    if stated and stated.value is not None:
        in_percent = stated.unit_text == "%"
        found |= {
            "name": stated.text[:300],
            "value": figure_text(stated.value),
            "measure": "percent" if in_percent else "number",
            "unit_text": "" if in_percent else stated.unit_text,
            "counting": "standing" if in_percent else "within",
            "combining": "average" if in_percent else "sum",
            "task": stated.task_id,
        }
    return found


def _present(target: MeasuredTarget) -> dict[str, Any]:
    found = {name: getattr(target, name) for name in FIELDS} | {"seen": target.revision}
    for name in ("value", "base_value"):
        found[name] = "" if found[name] is None else figure_text(found[name])
    return found
