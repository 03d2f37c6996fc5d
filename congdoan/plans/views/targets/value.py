from functools import partial
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from congdoan.accounts.models import User
from congdoan.core.audit.history import history_of
from congdoan.core.errors import NotFound
from congdoan.core.files.serve import file_response
from congdoan.core.finding import find
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.web import signed_in, whole_number
from congdoan.organisation.rights import may, require
from congdoan.plans.forms_targets import ValueForm
from congdoan.plans.models import TargetValue
from congdoan.plans.queries.targets.levels import level_of, own_levels
from congdoan.plans.queries.targets.seen import seen_values
from congdoan.plans.queries.work.report_lines import figure_text
from congdoan.plans.services.targets.plausible import neighbours
from congdoan.plans.services.targets.type_value import type_value, why_shut
from congdoan.plans.views.targets import cells


@require_http_methods(["GET", "POST"])
def value_page(request: HttpRequest, value_id: int) -> HttpResponse:
    """The figure of a unit for a period: to be typed or corrected, with what it was before."""
    user = signed_in(request)
    value = _value(user, value_id)
    if request.method == "POST":
        require(user, "tasks.report", value.part.unit)
    form = ValueForm(request.POST or None, request.FILES or None, initial=_initial(value))
    if form.is_valid():
        data = form.cleaned_data
        typing = partial(type_value, value_id=value.pk, by=user, seen=whole_number(data["seen"]))
        words = {"note": data["note"], "reason": data["reason"], "files": data["evidence"]}
        if answered(form, lambda: typing(figure=data["value"], **words)):
            messages.success(request, f"Đã ghi số liệu {value.period.name}.")
            return redirect(_target_url(value))
        form.has_seen(TargetValue.objects.values_list("revision", flat=True).get(pk=value.pk))
    return render(request, "plans/targets/value.html", _context(value, user, form), status=status_of(form))


@require_GET
def evidence(request: HttpRequest, value_id: int, file_id: int) -> FileResponse:
    value = _value(signed_in(request), value_id)
    file = find(value.files.select_related("blob"), file_id)
    if file is None:
        raise NotFound("Không có tệp này trong minh chứng.")
    return file_response(file, inline=True)


def _value(user: User, value_id: int) -> TargetValue:
    related = ("part__unit", "part__target__plan__unit", "period__closed_by", "by")
    found = find(seen_values(user).select_related(*related), value_id)
    if found is None:
        raise NotFound("Không có số liệu này trong phạm vi được xem.")
    return found


def _initial(value: TargetValue) -> dict[str, Any]:
    typed = "" if value.value is None else figure_text(value.value)
    return {"value": typed, "note": value.note, "reason": value.reason, "seen": value.revision}


def _target_url(value: TargetValue) -> str:
    return f"{reverse('plans:measured-target', args=[value.part.target_id])}?phan={value.part_id}"


def _context(value: TargetValue, user: User, form: ValueForm) -> dict[str, Any]:
    near, target = neighbours(value), value.part.target
    before, own = near.before, own_levels([value.part_id]).get(value.part_id, {})
    return {
        "value": value,
        "part": value.part,
        "target": target,
        "form": form,
        "shut": why_shut(value),
        "may_type": may(user, "tasks.report", value.part.unit),
        "level": cells.with_unit(level_of(value.part, value.period, own), target),
        "own_level": own.get(value.period_id),
        "before": f"{before.period.name}: {cells.with_unit(before.value, target)}" if before else "",
        "figure": cells.with_unit(value.value, target),
        "files": value.files.all(),
        "entries": history_of(value) if value.revision else [],
        "phone_back_url": _target_url(value),
        "phone_back_label": "Chỉ tiêu",
    }
