"""Raising a difficulty alone: with a paper of which the unit has a part, or in general."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from congdoan.core import clock
from congdoan.core.rules import rule_on
from congdoan.core.templatetags.ui import date_vn
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.web import signed_in, whole_number
from congdoan.organisation.rights import require_anywhere
from congdoan.plans.filters import words_in
from congdoan.plans.forms_answers import RaiseForm
from congdoan.plans.queries.answers.raising import papers_with_part, raising_units
from congdoan.plans.services.work.raise_alone import raise_alone

_MOST = 12


@require_http_methods(["GET", "POST"])
def raise_difficulty(request: HttpRequest) -> HttpResponse:
    """The paper may be named by the page that leads here (`van_ban`), or by the form when one was chosen (`paper`)."""
    user = signed_in(request)
    require_anywhere(user, "tasks.report")
    asked = whole_number(request.GET.get("paper") or request.GET.get("van_ban"))
    form = RaiseForm(request.POST or None, units=raising_units(user), initial={"paper": asked})
    if form.is_valid():
        made = answered(form, partial(raise_alone, by=user, **form.said()))
        if made:
            messages.success(request, f"Đã gửi tới {made.routed_to}, hạn trả lời {date_vn(made.due)}.")
            return redirect("plans:obstacle", made.pk)
    context: dict[str, Any] = {
        "form": form,
        "answer_days": rule_on("plans.obstacle.days", clock.today()),
        "back": reverse("plans:plan", args=[asked])
        if asked and "van_ban" in request.GET
        else reverse("answers:waiting"),
    }
    return render(request, "plans/answers/raise.html", context, status=status_of(form))


@require_safe
def papers(request: HttpRequest) -> HttpResponse:
    """Papers in force of which a unit that the person reports for has a part, by the typed words."""
    found = words_in(papers_with_part(raising_units(signed_in(request))), request.GET.get("q", ""))
    options = [
        {"value": plan.pk, "label": str(plan), "note": f"{plan.unit}: {plan.subject}"[:120]}
        for plan in found.select_related("unit").order_by("-issued_on", "-pk")[:_MOST]
    ]
    none = "Không có văn bản đang thực hiện nào như vậy mà đơn vị có phần việc."
    return render(request, "core/_options.html", {"options": options, "none": none})
