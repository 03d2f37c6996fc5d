"""The papers that a plan cites, each once, with the pages on which it is mentioned."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from congdoan.accounts.models import User
from congdoan.documents.models import Citation, ReadingPage
from congdoan.documents.queries.store import citations_seen
from congdoan.plans.models import Plan
from congdoan.plans.queries.review.doubts import DoubtView


@dataclass(frozen=True, slots=True)
class CitationView:
    """`state` is a validity, "missing", or "named" when only the name is kept."""

    citation: Citation
    mentions: tuple[Citation, ...]
    pages: tuple[int, ...]
    doubts: tuple[DoubtView, ...]

    @property
    def state(self) -> str:
        if self.citation.cited:
            return str(self.citation.cited.validity)
        return "named" if self.citation.name_only or not self.citation.symbol else "missing"

    @property
    def title(self) -> str:
        kind = self.citation.type[:1].upper() + self.citation.type[1:]
        if self.citation.symbol:
            return f"{kind} số {self.citation.symbol}" if kind else self.citation.symbol
        return self.citation.text

    @property
    def subject(self) -> str:
        cited = self.citation.cited
        return (cited.subject if cited else "") or self.citation.subject


def citations_of(
    plan: Plan, user: User, pages: Sequence[ReadingPage], doubts: Sequence[DoubtView]
) -> list[CitationView]:
    """Doubtful ones first, then in the order of the paper; linked to the papers that the person may see."""
    if plan.document_id is None:
        return []
    grouped: dict[str, list[Citation]] = {}
    for citation in citations_seen(Citation.objects.filter(document_id=plan.document_id), user):
        grouped.setdefault(citation.symbol or citation.text.lower(), []).append(citation)
    by_citation: dict[int, list[DoubtView]] = {}
    for view in doubts:
        if view.doubt.citation_id:
            by_citation.setdefault(view.doubt.citation_id, []).append(view)
    views = [_view(mentions, pages, by_citation) for mentions in grouped.values()]
    return sorted(views, key=lambda view: not view.doubts)


def _view(mentions: list[Citation], pages: Sequence[ReadingPage], doubts: dict[int, list[DoubtView]]) -> CitationView:
    fullest = max(mentions, key=lambda c: (bool(c.subject), bool(c.issued_on), bool(c.issuer)))
    starts = [page.start for page in pages]
    on = sorted({pages[place].number for c in mentions if (place := bisect_right(starts, c.start) - 1) >= 0})
    about = [view for citation in mentions for view in doubts.get(citation.pk, ())]
    return CitationView(fullest, tuple(mentions), tuple(on), tuple(about))
