"""The header of a draft: each field saved by itself."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from congdoan.core.errors import Invalid
from congdoan.core.web import signed_in, whole_number
from congdoan.plans.forms_review import HeaderForm
from congdoan.plans.queries.review.page import plan_to_review
from congdoan.plans.queries.review.units import parse
from congdoan.plans.services.review.header import edit_header
from congdoan.plans.views.review.answer import changed


@require_POST
def save_field(request: HttpRequest, plan_id: int, field: str) -> HttpResponse:
    """The field's value, and what was seen there before; 422 with one sentence when it cannot be."""
    plan_to_review(plan_id, signed_in(request))
    if field == "coordinator":
        return _save_coordinator(request, plan_id)
    form = HeaderForm()
    if field not in form.fields:
        raise Invalid("Không có ô này.")
    name = form.fields[field]
    problems, value = _clean(name, request.POST.get(field, ""))
    if problems:
        return render(request, "core/_error.html", {"message": problems, "status": 422}, status=422)
    _, seen = _clean(name, request.POST.get("seen", ""))
    edit_header(plan_id=plan_id, by=signed_in(request), facts={field: value}, seen={field: seen})  # type: ignore[misc]
    return changed(request, plan_id, but_header=True)


def _clean(field: Any, written: str) -> tuple[str, Any]:
    from django.core.exceptions import ValidationError

    try:
        return "", field.clean(written)
    except ValidationError as error:
        return " ".join(error.messages), None


def _save_coordinator(request: HttpRequest, plan_id: int) -> HttpResponse:
    parties = parse(request.POST.getlist("party"))
    edit_header(
        plan_id=plan_id,
        by=signed_in(request),
        facts={"coordinator_id": parties[0].unit_id if parties else None},
        seen={"coordinator_id": whole_number(request.POST.get("seen"))},
    )
    return changed(request, plan_id)
