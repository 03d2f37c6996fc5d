"""Published answers: who finds them, and which of them answer what is being typed."""

from typing import Final

from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVector
from django.db.models import Q, QuerySet

from congdoan.accounts.models import User
from congdoan.core.prepared import prepared
from congdoan.organisation.rights import paths
from congdoan.organisation.scoping import under_paths
from congdoan.plans.filters import asked_by, having, words_in
from congdoan.plans.models import SharedAnswer
from congdoan.plans.queries.answers.alike import words_of

_LOOKED_AT: Final = 20
_SHOWN: Final = 4
_ENOUGH: Final = 0.34
"""So much of the typed words must be in a question before it is offered."""


def answers_for(user: User) -> QuerySet[SharedAnswer]:
    """Of the person's own organs, of all above them and of all below."""
    return _answers_within(*_sight(user))


def answer_list(user: User, *, words: str = "", withdrawn: bool = False) -> QuerySet[SharedAnswer]:
    found = answers_for(user).filter(withdrawn_on__isnull=not withdrawn)
    return words_in(found, words).select_related("unit", "document")


def find_answers(user: User, words: str, limit: int) -> list[SharedAnswer]:
    """The newest that have the words."""
    return _having(asked_by(words), *_sight(user), most=limit)


@prepared
def _having(asked: str | None, above: tuple[int, ...], below: tuple[str, ...], *, most: int) -> QuerySet[SharedAnswer]:
    found = having(_answers_within(above, below).filter(withdrawn_on=None), asked)
    return found.select_related("unit", "document")[:most]


def _answers_within(above: tuple[int, ...], below: tuple[str, ...]) -> QuerySet[SharedAnswer]:
    return SharedAnswer.objects.filter(Q(unit__in=above) | under_paths("unit__path", below))


def _sight(user: User) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """The organs on the way down to the person's, these included, and the paths of these."""
    below = paths(user, "tasks.view")
    return tuple(sorted({int(part) for path in below for part in path.strip("/").split("/") if part})), below


def answers_to(user: User, question: str) -> list[SharedAnswer]:
    """The few whose question has most of the typed words, best first."""
    words = sorted(words_of(question))
    if len(words) < 2:
        return []
    any_word = SearchQuery(" | ".join(f"'{word}'" for word in words), search_type="raw", config="simple")
    vector = SearchVector("folded", config="simple")
    found = (
        answers_for(user)
        .filter(withdrawn_on=None)
        .annotate(_words=vector)
        .filter(_words=any_word)
        .order_by(SearchRank(vector, any_word).desc(), "-pk")
        .select_related("unit")[:_LOOKED_AT]
    )
    shares = [(len(words_of(one.question).intersection(words)) / len(words), one) for one in found]
    near = [(share, one) for share, one in shares if share >= _ENOUGH]
    return [one for _, one in sorted(near, key=lambda pair: -pair[0])[:_SHOWN]]
