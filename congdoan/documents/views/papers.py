"""Pages of one paper: its facts, what it cites and what cites it, and its file."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from congdoan.core.errors import NotFound
from congdoan.core.files.serve import file_response
from congdoan.core.files.types import SHOWN_INLINE
from congdoan.core.finding import find
from congdoan.core.web import signed_in
from congdoan.documents.following import actions_on, related_to
from congdoan.documents.models import Document
from congdoan.documents.queries.store import citations_seen, cited_by, papers_seen_by


def _paper(request: HttpRequest, document_id: int) -> Document:
    found = papers_seen_by(signed_in(request)).select_related("unit", "file__blob", "added_by")
    document = find(found, document_id)
    if document is None:
        raise NotFound("Không có văn bản này trong kho được xem.")
    return document


@require_safe
def document(request: HttpRequest, document_id: int) -> HttpResponse:
    user = signed_in(request)
    paper = _paper(request, document_id)
    context = {
        "paper": paper,
        "citations": citations_seen(paper.citations.all(), user),
        "replaced_by": find(papers_seen_by(user), paper.replaced_by_id) if paper.replaced_by_id else None,
        "cited_by": cited_by(paper, user),
        "actions": actions_on(paper, user),
        "related": related_to(paper, user),
        "shown_inline": bool(paper.file and paper.file.blob.content_type in SHOWN_INLINE),
    }
    return render(request, "documents/document.html", context)


@require_safe
def download(request: HttpRequest, document_id: int) -> HttpResponseBase:
    """The file; with `?xem` shown in the browser where its type allows."""
    paper = _paper(request, document_id)
    if paper.file is None:
        raise NotFound("Văn bản này chỉ có thông tin, chưa có tệp.")
    return file_response(paper.file, inline="xem" in request.GET)
