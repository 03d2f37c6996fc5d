"""Reads of the store of papers."""

from collections.abc import Collection

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q, QuerySet

from congdoan.accounts.models import User
from congdoan.core.text import fold
from congdoan.documents.models import Citation, Document
from congdoan.documents.models.document import found_in
from congdoan.organisation.models import Unit


def papers_by_symbol(unit: Unit, symbols: Collection[str]) -> dict[str, Document]:
    """Papers with these symbols that `unit`, an organ above it or a unit under it keeps; the unit's own first."""
    above = [int(part) for part in unit.path.strip("/").split("/")]
    found = Document.objects.filter(
        Q(unit__in=above) | Q(unit__path__startswith=unit.path), symbol__in=list(symbols)
    ).order_by("unit__depth", "pk")
    return {document.symbol: document for document in found}


def with_words(found: "QuerySet[Document]", words: str) -> "QuerySet[Document]":
    """Those that have all the words or parts of symbols, with or without marks; any may be unfinished."""
    terms = "".join(c if c.isalnum() else " " for c in fold(words)).split()
    if not terms:
        return found
    query = SearchQuery(" & ".join(f"{term}:*" for term in terms), search_type="raw", config="simple")
    return found.annotate(words=found_in()).filter(words=query)


def papers_seen_by(user: User) -> "QuerySet[Document]":
    """Papers of units where the person may see documents."""
    return Document.objects.visible_to(user, "documents.view").select_related("unit")


def citations_seen(found: "QuerySet[Citation]", user: User) -> list[Citation]:
    """The mentions as they are printed, each with the paper it means only where the person may see that paper."""
    citations = list(found.select_related("cited"))
    seen = set(papers_seen_by(user).filter(pk__in={c.cited_id for c in citations}).values_list("pk", flat=True))
    for citation in citations:
        if citation.cited_id not in seen:
            citation.cited = None
    return citations


def cited_by(document: Document, user: User) -> "QuerySet[Document]":
    """Papers that the person may see and that cite this one."""
    return papers_seen_by(user).filter(citations__cited=document).distinct().order_by("-issued_on")[:50]
