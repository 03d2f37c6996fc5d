"""Asking units below for a report of a period."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from congdoan.core import clock
from congdoan.core.errors import DomainError
from congdoan.core.ui.asking import answered, offer, status_of
from congdoan.core.web import signed_in
from congdoan.organisation.models import Unit
from congdoan.reporting.forms import AskForm
from congdoan.reporting.models import Every, ReportForm
from congdoan.reporting.periods import data_period, due_of
from congdoan.reporting.queries.onward import open_answer
from congdoan.reporting.services.ask import ask_for_report
from congdoan.reporting.views.sections import managed_form


def ask(request: HttpRequest, form_id: int) -> HttpResponse:
    user = signed_in(request)
    shown = managed_form(user, form_id)
    form = AskForm(request.POST or None, initial=_first(shown))
    below = Unit.objects.under(shown.unit, itself=False).organs().existing(clock.today())
    offer(form, "units", below)
    if shown.every == Every.ONCE:
        del form.fields["recurs"]
    of_kind = below.filter(kind=shown.filled_by).count()
    form.fields["units"].help_text = f"Để trống: mọi {shown.get_filled_by_display()} trực thuộc ({of_kind} đơn vị)"
    if form.is_valid():
        asked = answered(form, lambda: ask_for_report(form_id=shown.pk, by=user, **form.cleaned_data))
        if asked:
            count = asked.reports.count()
            messages.success(request, f"Đã yêu cầu {count} đơn vị. Số liệu có trong hệ thống đã điền sẵn vào báo cáo.")
            return redirect("reporting:request", asked.pk)
    context = {
        "form": form,
        "title": f"Yêu cầu: {shown}",
        "verb": "Yêu cầu báo cáo",
        "back": reverse("reporting:form", args=[shown.pk]),
        "back_label": shown.name,
    }
    return render(request, "reporting/form.html", context, status=status_of(form))


def _first(shown: ReportForm) -> dict[str, Any]:
    """The period that the superior asks the unit for; else the one that today lies in, closed and due by the rules.

    Nothing where no rule says so.
    """
    if owed := open_answer(shown):
        asked = owed.request
        days = {"starts_on": asked.starts_on, "ends_on": asked.ends_on, "due": asked.due}
        return {"name": asked.name, "recurs": asked.recurs, **days}
    if shown.every == Every.ONCE:
        return {}
    try:
        period = data_period(shown.every, clock.today())
    except DomainError:
        return {"recurs": True}
    return {
        "name": period.name,
        "starts_on": period.starts_on,
        "ends_on": period.ends_on,
        "due": due_of(period.ends_on, shown.due_days),
        "recurs": True,
    }
