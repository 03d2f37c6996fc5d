"""Issuing: the last look before a plan gets its number and goes to every desk."""

from datetime import date
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.jobs import start_job
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.web import signed_in
from congdoan.organisation.rights import require
from congdoan.plans.forms import IssueForm
from congdoan.plans.jobs import issue_in_background
from congdoan.plans.models import Plan
from congdoan.plans.queries.plans import plan_for
from congdoan.plans.queries.signers import signers_of
from congdoan.plans.services.lifecycle.distribute import count_receivers
from congdoan.plans.services.lifecycle.issue import issue_plan

AT_ONCE = 2_000
"""Assignments that are made while the person waits (well under a second); more are a job with progress."""


def issue(request: HttpRequest, plan_id: int) -> HttpResponse:
    user = signed_in(request)
    plan = plan_for(user, plan_id)
    require(user, "plans.issue", plan.unit)
    today = clock.today()
    initial = {"on": today, "signer": plan.signer_id}
    form = IssueForm(request.POST or None, plan=plan, signers=signers_of(plan.unit, on=today), initial=initial)
    parts, units = count_receivers(plan, on=today)
    if request.method == "POST" and form.is_valid() and (done := _issue(request, plan, user, form, parts)):
        return done
    context = {
        "plan": plan,
        "form": form,
        "parts": parts,
        "units": units,
        "tasks": plan.tasks.filter(withdrawn_on=None).count(),
    }
    return render(request, "plans/lifecycle/issue.html", context, status=status_of(form))


def _issue(request: HttpRequest, plan: Plan, user: User, form: IssueForm, parts: int) -> HttpResponse | None:
    """Where to go next; None when the plan cannot be issued like this, and the form says why."""
    signer, on, number = (form.cleaned_data[name] for name in ("signer", "on", "number"))
    assert isinstance(signer, User) and isinstance(on, date) and (number is None or isinstance(number, int))
    if parts <= AT_ONCE:
        issued = answered(form, partial(issue_plan, plan_id=plan.pk, by=user, on=on, signer=signer, number=number))
        if issued is None:
            return None
        messages.success(request, f"Đã ban hành {issued}, giao {parts} phần việc.")
        return redirect("plans:plan", plan_id=plan.pk)
    run = start_job(
        issue_in_background,
        kind="plans.issue",
        title=f"Ban hành {plan.subject}",
        by_id=user.pk,
        object_kind="plan",
        object_id=plan.pk,
        plan_id=plan.pk,
        user_id=user.pk,
        on=on.isoformat(),
        signer_id=signer.pk,
        number=number,
    )
    return redirect("core:job", run_id=run.pk)
