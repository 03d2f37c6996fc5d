"""Answers what somebody types in a unit or person picker."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from congdoan.core.web import signed_in
from congdoan.organisation.queries.find import find_units
from congdoan.organisation.queries.people import find_people

LIMIT = 12


def units(request: HttpRequest) -> HttpResponse:
    """`?q=` with options as HTML, or as JSON with `?dang=json`; `?loai=district&loai=...` for some kinds only."""
    kinds = tuple(request.GET.getlist("loai"))
    found = find_units(signed_in(request), request.GET.get("q", ""), LIMIT, kinds=kinds)
    return _answer(
        request,
        [{"value": u.pk, "label": u.short_name, "note": str(u.parent) if u.parent else u.name} for u in found],
    )


def people(request: HttpRequest) -> HttpResponse:
    """`?q=` with persons who hold a post where the asker may see officers."""
    found = find_people(signed_in(request), request.GET.get("q", ""), LIMIT)
    return _answer(request, [{"value": p.pk, "label": p.full_name, "note": p.post_words} for p in found])


def _answer(request: HttpRequest, options: list[dict[str, object]]) -> HttpResponse:
    if request.GET.get("dang") == "json":
        return JsonResponse({"options": options})
    return render(request, "core/_options.html", {"options": options})
