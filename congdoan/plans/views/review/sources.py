"""What the review page's pickers offer, and the papers that a plan cites."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from congdoan.core.errors import Invalid
from congdoan.core.web import signed_in, whole_number
from congdoan.plans.queries.review.page import plan_to_review
from congdoan.plans.queries.review.units import options_for
from congdoan.plans.services.review.citations import link_citation, name_citations_only
from congdoan.plans.views.review.answer import changed


@require_safe
def units(request: HttpRequest, plan_id: int) -> HttpResponse:
    plan = plan_to_review(plan_id, signed_in(request))
    levels = request.GET.get("cap") != "khong"
    options = options_for(plan.unit, request.GET.get("q", ""), levels=levels)
    return render(request, "core/_options.html", {"options": options})


def link(request: HttpRequest, plan_id: int, citation_id: int) -> HttpResponse:
    """GET opens the picker of papers; POST links the citation with the one chosen."""
    plan = plan_to_review(plan_id, signed_in(request))
    if request.method != "POST":
        return render(request, "plans/review/_link_form.html", {"plan": plan, "citation_id": citation_id})
    document = whole_number(request.POST.get("document"))
    if document is None:
        raise Invalid("Chọn một văn bản trong kho.")
    link_citation(plan_id=plan_id, citation_id=citation_id, document_id=document, by=signed_in(request))
    return changed(request, plan_id)


@require_POST
def name_only(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Keep the names of all cited papers that are not in the store."""
    ids = [pk for value in request.POST.getlist("citation") if (pk := whole_number(value)) is not None]
    name_citations_only(plan_id=plan_id, citation_ids=ids, by=signed_in(request))
    return changed(request, plan_id)
