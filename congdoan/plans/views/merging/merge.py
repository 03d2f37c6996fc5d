"""Merging papers: begin a draft that takes them over, and say which task becomes which."""

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from congdoan.accounts.models import User
from congdoan.core.errors import Conflict
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.web import signed_in
from congdoan.organisation.rights import may, require
from congdoan.plans.forms_merge import MatchForm, MergeForm
from congdoan.plans.models import Plan
from congdoan.plans.queries.merging.listed import continuations_of, others_to_merge
from congdoan.plans.queries.plans import plan_for
from congdoan.plans.services.merging.begin import begin_merging
from congdoan.plans.services.merging.match import match_tasks


def begin(request: HttpRequest, plan_id: int) -> HttpResponse:
    user = signed_in(request)
    plan = plan_for(user, plan_id)
    require(user, "plans.draft", plan.unit)
    form = MergeForm(request.POST or None, plan=plan)
    if form.is_valid():
        ids = [plan.pk, *(one.pk for one in form.cleaned_data["others"])]
        call = partial(begin_merging, plan_ids=ids, by=user, subject=form.cleaned_data["subject"])
        if draft := answered(form, call):
            messages.success(request, "Đã lập bản nháp. Xem lại nhiệm vụ nào thành nhiệm vụ nào trước khi trình.")
            return redirect("plans:merged", draft.pk)
    context = {"plan": plan, "form": form, "has_others": others_to_merge(plan).exists()}
    return render(request, "plans/merging/begin.html", context, status=status_of(form))


def merged(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Which task of the old papers becomes which; a draft's can be changed by who drafts."""
    user = signed_in(request)
    plan = plan_for(user, plan_id)
    rows = list(continuations_of(plan, user))
    if request.method == "POST":
        require(user, "plans.draft", plan.unit)
        if not plan.is_editable:
            raise Conflict(f"{plan} {plan.get_state_display().lower()}, không ghép lại nhiệm vụ được nữa.")
    form = None
    if rows and plan.is_editable and may(user, "plans.draft", plan.unit):
        form = MatchForm(request.POST or None, rows=rows, tasks=list(plan.tasks.filter(withdrawn_on=None)))
        if form.is_valid() and answered(form, partial(_match, plan.pk, user, form)) is not None:
            messages.success(request, "Đã lưu.")
            return redirect("plans:merged", plan.pk)
    left = sum(1 for row in rows if row.into_id is None)
    context = {"plan": plan, "rows": rows, "form": form, "left": left}
    return render(request, "plans/merging/merged.html", context, status=status_of(form) if form else 200)


def _match(plan_id: int, user: User, form: MatchForm) -> Plan:
    return match_tasks(plan_id=plan_id, by=user, into=form.into)
