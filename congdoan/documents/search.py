"""Papers among the results of a search over everything."""

from congdoan.accounts.models import User
from congdoan.core.search import Found
from congdoan.documents.queries.store import papers_seen_by, with_words


def find_papers(user: User, words: str, limit: int) -> list[Found]:
    """The newest papers that the person may see and that have all the words."""
    from django.urls import reverse

    return [
        Found(
            title=f"{paper.get_type_display()} {paper.symbol}".strip(),
            detail=paper.subject,
            url=reverse("documents:document", args=[paper.pk]),
            icon="file-text",
        )
        for paper in with_words(papers_seen_by(user), words).order_by("-issued_on", "-pk")[:limit]
    ]
