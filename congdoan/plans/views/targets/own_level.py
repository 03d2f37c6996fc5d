from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from congdoan.accounts.models import User
from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.web import signed_in, whole_number
from congdoan.plans.forms_targets import OwnLevelForm
from congdoan.plans.models import OwnLevel, TargetPart, TargetPeriod
from congdoan.plans.queries.targets.levels import shared_level
from congdoan.plans.queries.targets.seen import seen_parts
from congdoan.plans.queries.work.report_lines import figure_text
from congdoan.plans.services.targets.own_level import set_own_level, undo_own_level
from congdoan.plans.services.targets.rights import require_set_level
from congdoan.plans.views.targets import cells


@require_http_methods(["GET", "POST"])
def own_level(request: HttpRequest, part_id: int, period_id: int) -> HttpResponse:
    """Another level for one unit and one period, with the reason, and those that there were."""
    user = signed_in(request)
    part, period = _found(user, part_id, period_id)
    require_set_level(user, part)
    levels = list(OwnLevel.objects.filter(part=part, period=period).select_related("by", "ended_by"))
    now = levels[0] if levels and not levels[0].ended_on else None
    form = OwnLevelForm(request.POST or None, initial=_initial(part, period, now))
    if form.is_valid():
        data = form.cleaned_data
        setting = partial(set_own_level, part_id=part.pk, period_id=period.pk, by=user, seen=whole_number(data["seen"]))
        if answered(form, lambda: setting(value=data["value"], reason=data["reason"])):
            messages.success(request, f"Đã đặt mức riêng {period.name} cho {part.unit}.")
            return redirect(_target_url(part))
        form.has_seen(now.pk if now else 0)
    return render(request, "plans/targets/own_level.html", _context(part, period, levels, form), status=status_of(form))


@require_POST
def undo(request: HttpRequest, part_id: int, period_id: int) -> HttpResponse:
    user = signed_in(request)
    part, period = _found(user, part_id, period_id)
    undo_own_level(part_id=part.pk, period_id=period.pk, by=user)
    messages.success(request, f"Đã bỏ mức riêng. {part.unit} trở lại mức theo kỳ của chỉ tiêu.")
    return redirect(_target_url(part))


def _found(user: User, part_id: int, period_id: int) -> tuple[TargetPart, TargetPeriod]:
    part = find(seen_parts(user), part_id)
    period = find(part.target.periods, period_id) if part else None
    if part is None or period is None:
        raise NotFound("Không có phần chỉ tiêu này trong phạm vi được xem.")
    return part, period


def _initial(part: TargetPart, period: TargetPeriod, now: OwnLevel | None) -> dict[str, Any]:
    if now is None:
        return {"value": figure_text(shared_level(part, period)), "seen": 0}
    return {"value": figure_text(now.value), "reason": now.reason, "seen": now.pk}


def _target_url(part: TargetPart) -> str:
    return f"{reverse('plans:measured-target', args=[part.target_id])}?phan={part.pk}"


def _context(part: TargetPart, period: TargetPeriod, levels: list[OwnLevel], form: OwnLevelForm) -> dict[str, Any]:
    return {
        "part": part,
        "period": period,
        "target": part.target,
        "form": form,
        "shared": cells.with_unit(shared_level(part, period), part.target),
        "levels": [(one, cells.with_unit(one.value, part.target)) for one in levels],
        "has_own": bool(levels and not levels[0].ended_on),
        "back": _target_url(part),
        "phone_back_url": _target_url(part),
        "phone_back_label": "Chỉ tiêu",
    }
