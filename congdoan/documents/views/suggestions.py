"""Papers of the store, found while typing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from congdoan.core.web import signed_in
from congdoan.documents.queries.store import papers_seen_by, with_words

_MOST = 12


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    found = with_words(papers_seen_by(signed_in(request)), request.GET.get("q", "")).order_by("-issued_on", "-pk")
    options = [
        {"value": paper.pk, "label": f"{paper.get_type_display()} {paper.symbol}".strip(), "note": paper.subject[:120]}
        for paper in found[:_MOST]
    ]
    return render(request, "core/_options.html", {"options": options})
