from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.web import signed_in, whole_number
from congdoan.plans.forms_targets import SharesForm
from congdoan.plans.models import MeasuredTarget, TargetPeriod
from congdoan.plans.queries.targets.seen import target_seen
from congdoan.plans.services.targets.periods import close_target_period, reopen_target_period, set_shares
from congdoan.plans.services.targets.rights import plan_to_manage


@require_http_methods(["GET", "POST"])
def shares(request: HttpRequest, target_id: int) -> HttpResponse:
    """How much of the level is due in each period."""
    user = signed_in(request)
    target = target_seen(user, target_id)
    plan_to_manage(target.plan_id, user)
    periods = list(target.periods.all())
    form = SharesForm(request.POST or None, periods=periods, initial={"seen": target.revision})
    if form.is_valid():
        setting = partial(set_shares, target_id=target.pk, by=user, seen=whole_number(form.cleaned_data["seen"]))
        if answered(form, lambda: setting(shares=form.shares)):
            messages.success(request, "Đã lưu mức của các kỳ.")
            return redirect("plans:measured-target", target.pk)
        form.has_seen(MeasuredTarget.objects.values_list("revision", flat=True).get(pk=target.pk))
    back = reverse("plans:measured-target", args=[target.pk])
    context = {"form": form, "target": target, "back": back, "phone_back_url": back, "phone_back_label": "Chỉ tiêu"}
    return render(request, "plans/targets/periods.html", context, status=status_of(form))


@require_POST
def close(request: HttpRequest, period_id: int) -> HttpResponse:
    period = close_target_period(period_id=_seen(request, period_id), by=signed_in(request))
    messages.success(request, f"Đã khóa {period.name}. Không ai sửa được số của kỳ này.")
    return redirect("plans:measured-target", period.target_id)


@require_POST
def reopen(request: HttpRequest, period_id: int) -> HttpResponse:
    period = reopen_target_period(period_id=_seen(request, period_id), by=signed_in(request))
    messages.success(request, f"Đã mở lại {period.name}.")
    return redirect("plans:measured-target", period.target_id)


def _seen(request: HttpRequest, period_id: int) -> int:
    """Raises NotFound unless the person sees the target of the period."""
    target_id = find(TargetPeriod.objects.values_list("target_id", flat=True), period_id)
    if target_id is None:
        raise NotFound("Không có kỳ này.")
    target_seen(signed_in(request), target_id)
    return period_id
