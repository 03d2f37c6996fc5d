"""Settling doubts: one press for a plain choice, a small form for one that asks for something."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from congdoan.core.errors import Invalid
from congdoan.core.ui.dates import DateProblem, parse_date
from congdoan.core.web import signed_in, whole_number
from congdoan.documents.forms import PaperForm, paper_form_for
from congdoan.documents.services.add import add_paper
from congdoan.plans.models import Doubt, Plan
from congdoan.plans.queries.review.page import plan_to_review
from congdoan.plans.queries.review.units import parse
from congdoan.plans.services.review.doubts import choose_reading
from congdoan.plans.services.review.effects import Picked, asks_for
from congdoan.plans.views.review.answer import changed


def choose(request: HttpRequest, plan_id: int, doubt_id: int, choice: int) -> HttpResponse:
    """POST takes the choice; GET opens the form of a choice that asks for a unit, a paper or a day."""
    plan = plan_to_review(plan_id, signed_in(request))
    doubt = get_object_or_404(Doubt, plan=plan, pk=doubt_id)
    asks = asks_for(doubt.choices[choice]["effect"]) if choice < len(doubt.choices) else ""
    if request.method != "POST":
        return _ask(request, plan, doubt, choice, asks, None)
    if asks == "upload":
        return _upload(request, plan, doubt, choice)
    choose_reading(plan_id=plan_id, doubt_id=doubt_id, choice=choice, by=signed_in(request), picked=_picked(request))
    return changed(request, plan_id)


def _picked(request: HttpRequest) -> Picked:
    units = parse(request.POST.getlist("party"))
    day = request.POST.get("day", "").strip()
    try:
        return Picked(
            unit_id=units[0].unit_id if units else None,
            document_id=whole_number(request.POST.get("document")),
            day=parse_date(day) if day else None,
        )
    except DateProblem as problem:
        raise Invalid(str(problem), field="day") from problem


def _upload(request: HttpRequest, plan: Plan, doubt: Doubt, choice: int) -> HttpResponse:
    """Put the cited paper into the store and link it."""
    user = signed_in(request)
    form = PaperForm(request.POST, request.FILES, user=user, auto_id="cited_%s")
    if not form.is_valid():
        return _ask(request, plan, doubt, choice, "upload", form, status=422)
    document = add_paper(by=user, **form.cleaned_data)
    choose_reading(plan_id=plan.pk, doubt_id=doubt.pk, choice=choice, by=user, picked=Picked(document_id=document.pk))
    return changed(request, plan.pk)


def _ask(
    request: HttpRequest, plan: Plan, doubt: Doubt, choice: int, asks: str, form: PaperForm | None, status: int = 200
) -> HttpResponse:
    if asks == "upload" and form is None and doubt.citation:
        form = paper_form_for(doubt.citation, user=signed_in(request), unit=plan.unit)
    context = {
        "plan": plan,
        "doubt": doubt,
        "choice": choice,
        "label": doubt.choices[choice]["label"],
        "asks": asks,
        "form": form,
        "documents_endpoint": reverse("documents:suggestions"),
    }
    return render(request, "plans/review/_doubt_form.html", context, status=status)
