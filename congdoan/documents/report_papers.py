"""Reports that became papers lie in the store as any other paper of the unit."""

from collections.abc import Iterator

from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.documents.following import Related, followers
from congdoan.documents.models import Document, DocumentType
from congdoan.reporting.models import IssuedReport
from congdoan.reporting.papers import paper_keepers
from congdoan.reporting.queries.sight import read_papers


def register() -> None:
    paper_keepers.register("documents", keep)
    followers.register("reports", reports_of)


def keep(paper: IssuedReport, before: IssuedReport | None) -> None:
    """Into the store; the paper before it is replaced by it."""
    made = Document.objects.create(
        unit=paper.unit,
        type=DocumentType.REPORT,
        symbol=paper.symbol,
        issued_on=paper.issued_on,
        issuer=paper.unit.name,
        subject=paper.subject,
        file=paper.file,
        added_by=paper.issued_by,
    )
    if before is not None and before.file_id:
        old = Document.objects.filter(file=before.file_id)
        old.update(validity=Document.Validity.REPLACED, replaced_by=made)


def reports_of(document: Document, user: User) -> Iterator[Related]:
    """The report that the paper was."""
    if document.file_id is None:
        return
    for paper in (
        read_papers(user).filter(file=document.file_id).select_related("report__request__form", "request__form")
    ):
        if paper.report is not None:
            yield Related("Báo cáo", str(paper.report.request), reverse("reporting:report", args=[paper.report.pk]))
        elif paper.request is not None:
            address = reverse("reporting:request", args=[paper.request.pk])
            yield Related("Báo cáo tổng hợp", str(paper.request), address)
