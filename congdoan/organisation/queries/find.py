"""Finds units by words of their names, abbreviations and other names, with and without tones."""

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.text import fold
from congdoan.organisation.models import Unit, UnitAlias
from congdoan.organisation.naming import plain, spelt_out


def find_units(user: User, words: str, limit: int, *, kinds: tuple[str, ...] = ()) -> list[Unit]:
    """Existing units that the person may see, best first: name begins so, then from the top of the tree down."""
    found = units_matching(Unit.objects.visible_to(user, "units.view").existing(clock.today()), words)
    if kinds:
        found = found.filter(kind__in=kinds)
    return list(found.select_related("parent")[:limit])


def units_matching(units: QuerySet[Unit], words: str) -> QuerySet[Unit]:
    """Those of `units` whose names have all the words, as beginnings of theirs."""
    asked = plain(words)
    if not asked:
        return units.order_by("depth", "rank", "sort_key")
    named = UnitAlias.objects.holding().filter(folded=asked).values("unit")
    query = _query(asked) | _query(spelt_out(words))
    begins = Case(When(folded__startswith=fold(words), then=Value(0)), default=Value(1), output_field=IntegerField())
    return (
        units.annotate(found_in=SearchVector("words", config="simple"))
        .filter(Q(found_in=query) | Q(pk__in=named))
        .annotate(begins=begins)
        .order_by("begins", "depth", "rank", "sort_key")
    )


def _query(words: str) -> SearchQuery:
    return SearchQuery(" & ".join(f"{word}:*" for word in words.split()), search_type="raw", config="simple")
