"""What the reader said, kept with the paper: its answer, its pages, the papers it cites."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from congdoan.core.files.store import store
from congdoan.core.models import StoredFile
from congdoan.core.text import normalise
from congdoan.documents.codec import from_plain, to_plain
from congdoan.documents.models import Citation, Document, DocumentType, Reading, ReadingPage
from congdoan.documents.queries.store import papers_by_symbol
from congdoan.documents.reading.model import Citation as ReadCitation
from congdoan.documents.reading.model import Header, LineBox, Page, PlanReading


def result_of(reading: Reading) -> PlanReading:
    """The reader's answer as it gave it, without the boxes of lines (these are with the pages)."""
    return from_plain(PlanReading, {**reading.result, "text": reading.text})


@transaction.atomic
def keep_result(reading: Reading, read: PlanReading, images: dict[int, Path]) -> None:
    """Keep the answer, the pages with their pictures, and the citations linked to the papers of the store."""
    reading.text = read.text
    reading.result = {**to_plain(read), "text": "", "pages": []}
    reading.is_scan = read.kind in ("scan", "image")
    reading.finished_at = timezone.now()
    reading.save()
    _describe(reading.document, read.header)
    pages = [_page(reading, page, images.get(page.number)) for page in read.pages]
    ReadingPage.objects.bulk_create(_closed(pages, len(read.text)))
    _keep_citations(reading.document, read.citations)


def document_type_of(printed: str | None, otherwise: DocumentType = DocumentType.OTHER) -> DocumentType:
    """The type of document that a paper names ("kế hoạch")."""
    words = normalise(printed or "").lower()
    return next((DocumentType(value) for value, label in DocumentType.choices if label.lower() == words), otherwise)


def _describe(document: Document, header: Header) -> None:
    """What the paper says of itself replaces what its file name said."""
    document.type = document_type_of(header.type, DocumentType(document.type))
    document.symbol = normalise(header.symbol or "")[:80]
    document.issued_on = header.date
    document.issuer = normalise(header.issuer or "")[:250]
    document.subject = normalise(header.subject or document.subject)[:1000]
    document.save()


def _page(reading: Reading, page: Page, image: Path | None) -> ReadingPage:
    return ReadingPage(
        reading=reading,
        number=page.number,
        start=min((line.start for line in page.lines), default=0),
        end=max((line.end for line in page.lines), default=0),
        width=round(page.width),
        height=round(page.height),
        image=_picture(reading, page.number, image) if image else None,
        boxes=[_box(line, page) for line in page.lines] if page.width and page.height else [],
    )


def _closed(pages: Sequence[ReadingPage], length: int) -> Sequence[ReadingPage]:
    """Each page reaches to the beginning of the next, so that every offset is on a page."""
    ends = [*(page.start for page in pages[1:]), length]
    for page, end in zip(pages, ends, strict=False):
        page.end = max(end, page.start)
    return pages


def _picture(reading: Reading, number: int, image: Path) -> StoredFile:
    with image.open("rb") as content:
        return store(content, name=f"trang-{number}{image.suffix}", by_id=reading.document.added_by_id)


def _box(line: LineBox, page: Page) -> list[float | int]:
    across = (line.x0 / page.width, line.y0 / page.height, line.x1 / page.width, line.y1 / page.height)
    return [line.start, line.end, *(round(min(max(part, 0), 1), 5) for part in across)]


def _keep_citations(document: Document, found: Iterable[ReadCitation]) -> None:
    citations = [_citation(document, citation) for citation in found]
    known = papers_by_symbol(document.unit, {citation.symbol for citation in citations if citation.symbol})
    for citation in citations:
        citation.cited = known.get(citation.symbol)
    Citation.objects.bulk_create(citations)


def _citation(document: Document, found: ReadCitation) -> Citation:
    words: dict[str, Any] = {
        "type": normalise(found.type)[:60],
        "symbol": normalise(found.symbol or "")[:80],
        "issuer": normalise(found.issuer or "")[:250],
        "subject": normalise(found.subject or "")[:1000],
    }
    return Citation(document=document, issued_on=found.date, text=found.text, start=found.start, end=found.end, **words)
