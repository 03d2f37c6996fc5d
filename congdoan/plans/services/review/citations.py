"""Linking what a paper cites to the papers in the store."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Q, QuerySet

from congdoan.accounts.models import User
from congdoan.core.errors import Conflict, Invalid
from congdoan.core.finding import find
from congdoan.documents.models import Citation, Document
from congdoan.plans.models import Doubt, Plan
from congdoan.plans.services.review.doubt_marks import settle
from congdoan.plans.services.review.editing import editing


@transaction.atomic
def link_citation(*, plan_id: int, citation_id: int, document_id: int, by: User) -> Citation:
    """Say which paper of the store a citation means; every mention of the same symbol is linked with it."""
    with editing(plan_id, by=by, summary="Liên kết văn bản viện dẫn") as edit:
        citation = _citation(edit.plan, citation_id)
        document = find(Document.objects.visible_to(by, "documents.view"), document_id)
        if document is None:
            raise Invalid("Chọn một văn bản trong kho.", field="document")
        same = mentions_of_same(citation)
        same.update(cited=document, name_only=False)
        edit.summary = f"Liên kết {citation} với {document}"
        settle(Doubt.objects.filter(plan=edit.plan, citation__in=same), by=by)
    citation.refresh_from_db()
    return citation


@transaction.atomic
def name_citations_only(*, plan_id: int, citation_ids: Sequence[int], by: User) -> int:
    """Keep the names of cited papers that are not in the store, without links; returns how many."""
    with editing(plan_id, by=by, summary="Chỉ ghi tên văn bản viện dẫn") as edit:
        found = citations_of(edit.plan).filter(pk__in=list(citation_ids), cited=None)
        settle(Doubt.objects.filter(plan=edit.plan, citation__in=found), by=by)
        named = found.update(name_only=True)
        edit.summary = f"Chỉ ghi tên {named} văn bản viện dẫn"
    return named


def citations_of(plan: Plan) -> "QuerySet[Citation]":
    """The mentions of other papers in the plan's paper; none when it has no paper."""
    return Citation.objects.filter(Q(document=plan.document_id)) if plan.document_id else Citation.objects.none()


def mentions_of_same(citation: Citation) -> "QuerySet[Citation]":
    """All mentions of the same paper in the same text."""
    same = Q(symbol=citation.symbol) if citation.symbol else Q(pk=citation.pk)
    return Citation.objects.filter(same, document_id=citation.document_id)


def _citation(plan: Plan, citation_id: int) -> Citation:
    citation = find(citations_of(plan), citation_id)
    if citation is None:
        raise Conflict("Viện dẫn này không còn. Tải lại trang.")
    return citation
