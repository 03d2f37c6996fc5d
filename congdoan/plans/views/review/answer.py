"""What the review page answers to every change: the parts of the page that show the draft, as it is now."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from congdoan.core import clock
from congdoan.core.web import signed_in
from congdoan.plans.forms_local import offer_superiors
from congdoan.plans.forms_review import HeaderForm
from congdoan.plans.models import Plan
from congdoan.plans.queries.kinds import drafted_kinds
from congdoan.plans.queries.review.page import ReviewPage, plan_to_review, review_page


def changed(request: HttpRequest, plan_id: int, *, but_header: bool = False) -> HttpResponse:
    """Every part anew; the header's fields stay as they are when one of them caused it."""
    page = review_page(plan_to_review(plan_id, signed_in(request)), signed_in(request))
    return render(request, "plans/review/_update.html", {**context_of(page), "but_header": but_header})


def context_of(page: ReviewPage) -> dict[str, Any]:
    return {
        "page": page,
        "plan": page.plan,
        "header_form": header_form(page.plan, page.superiors),
        "spans": header_spans(page.plan),
    }


def header_form(plan: Plan, superiors: Sequence[Plan]) -> HeaderForm:
    facts = ("kind", "symbol", "issued_on", "subject", "until", "signer_title", "bases", "carries_out_id")
    form = HeaderForm(initial={name: getattr(plan, name) for name in facts})
    offer_kinds(form, plan)
    offer_superiors(form, "carries_out_id", superiors)
    return form


def offer_kinds(form: HeaderForm, plan: Plan) -> None:
    """The kinds that the unit drafts, with the one that the draft has."""
    offered = {plan.kind: plan.kind_name} | {k.code: k.name for k in drafted_kinds(plan.unit, on=clock.today())}
    widget = form.fields["kind"].widget
    assert isinstance(widget, forms.Select)
    widget.choices = list(offered.items())


def header_spans(plan: Plan) -> dict[str, dict[str, int]]:
    """Where in the paper the reader found each fact of the header."""
    header = plan.reading.result.get("header", {}) if plan.reading else {}
    names = {"date": "issued_on", "number": "symbol", "issuer": "unit", "type": "kind"}
    return {names.get(name, name): span for name, span in header.get("spans", ())}
