"""The page on which the issuer writes down a review at mid-term or at the end, with the figures of that day."""

from functools import partial

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.ui.forms import VnDateField
from congdoan.core.web import signed_in
from congdoan.organisation.rights import may, require
from congdoan.plans.models import PlanReview
from congdoan.plans.queries.plans import figures_of, visible_plans
from congdoan.plans.services.reviews.record import record_review


class ReviewForm(forms.Form):
    held_on = VnDateField(label="Ngày họp")
    findings = forms.CharField(
        label="Kết quả, hạn chế, nguyên nhân", max_length=20_000, widget=forms.Textarea({"rows": 8})
    )
    next_steps = forms.CharField(
        label="Việc tiếp theo", max_length=20_000, required=False, widget=forms.Textarea({"rows": 4})
    )


def review(request: HttpRequest, review_id: int) -> HttpResponse:
    user, today = signed_in(request), clock.today()
    shown = PlanReview.objects.select_related("plan__unit", "by").filter(plan__in=visible_plans(user))
    one = find(shown, review_id)
    if one is None:
        raise NotFound("Không có lần sơ kết, tổng kết này trong các văn bản được xem.")
    form = ReviewForm(request.POST or None, initial={"held_on": today})
    if request.method == "POST":
        require(user, "plans.draft", one.plan.unit)
        if form.is_valid() and _record(form, one, user):
            messages.success(request, f"Đã ghi {one.get_which_display().lower()} {one.plan}.")
            return redirect("plans:plan", plan_id=one.plan_id)
    context = {
        "review": one,
        "plan": one.plan,
        "form": form if not one.held_on or request.method == "POST" else None,
        "may_record": may(user, "plans.draft", one.plan.unit),
        "figures": figures_of([one.plan], user, on=today)[one.plan_id],
    }
    return render(request, "plans/reviews/review.html", context, status=status_of(form) if form.is_bound else 200)


def _record(form: ReviewForm, one: PlanReview, user: User) -> PlanReview | None:
    return answered(form, partial(record_review, review_id=one.pk, by=user, **form.cleaned_data))
