"""The page on which a draft is checked against its paper."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from congdoan.core.errors import NotFound
from congdoan.core.files.serve import file_response
from congdoan.core.web import signed_in
from congdoan.documents.reading.tasks.reasons import REASONS
from congdoan.plans.queries.review.page import plan_to_review, review_page
from congdoan.plans.queries.review.paper import page_views, paragraphs, skipped_passages
from congdoan.plans.views.review.answer import changed, context_of


@require_safe
def review(request: HttpRequest, plan_id: int) -> HttpResponse:
    user = signed_in(request)
    plan = plan_to_review(plan_id, user)
    if not plan.is_editable:
        return redirect("plans:plan", plan.pk)
    if request.headers.get("HX-Request") == "true":
        return changed(request, plan_id)
    page = review_page(plan, user)
    skipped = [(p, words, REASONS.get(p.reason or "", "")) for p, words in skipped_passages(plan)]
    context = {
        **context_of(page),
        "page_views": page_views(plan, page.pages),
        "paragraphs": paragraphs(plan, page.pages, page.headings),
        "skipped": skipped,
    }
    return render(request, "plans/review/page.html", context)


@require_safe
def page_image(request: HttpRequest, plan_id: int, number: int) -> HttpResponseBase:
    plan = plan_to_review(plan_id, signed_in(request))
    found = plan.reading.pages.select_related("image__blob").filter(number=number).first() if plan.reading else None
    if found is None or found.image is None:
        raise NotFound("Trang này không có ảnh.")
    response = file_response(found.image, inline=True)
    response.headers["Cache-Control"] = "private, max-age=86400, immutable"
    return response
