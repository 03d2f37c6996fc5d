"""Finds units by words of their names, abbreviations and other names, with and without tones."""

from datetime import date

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.prepared import prepared
from congdoan.core.text import fold
from congdoan.organisation.models import Unit, UnitAlias
from congdoan.organisation.naming import plain, spelt_out
from congdoan.organisation.rights import paths


def find_units(user: User, words: str, limit: int, *, kinds: tuple[str, ...] = ()) -> list[Unit]:
    """Existing units that the person may see, best first: name begins so, then from the top of the tree down."""
    return _found(*_asked(words), paths(user, "units.view"), clock.today(), kinds=kinds, most=limit)


@prepared
def _found(
    named: str | None,
    words: str,
    spelt: str,
    begin: str,
    paths: tuple[str, ...],
    today: date,
    *,
    kinds: tuple[str, ...],
    most: int,
) -> QuerySet[Unit]:
    found = _matching(Unit.objects.within(paths).existing(today), named, words, spelt, begin)
    return (found.filter(kind__in=kinds) if kinds else found).select_related("parent")[:most]


def units_matching(units: QuerySet[Unit], words: str) -> QuerySet[Unit]:
    """Those of `units` whose names have all the words, as beginnings of theirs."""
    return _matching(units, *_asked(words))


def _asked(typed: str) -> tuple[str | None, str, str, str]:
    """What is compared: the words as another name, as the full-text index has them, spelt out, as a beginning."""
    asked = plain(typed)
    return asked or None, _terms(asked), _terms(spelt_out(typed)), fold(typed)


def _matching(units: QuerySet[Unit], asked: str | None, words: str, spelt: str, begin: str) -> QuerySet[Unit]:
    if asked is None:
        return units.order_by("depth", "rank", "sort_key")
    named = UnitAlias.objects.holding().filter(folded=asked).values("unit")
    query = _query(words) | _query(spelt)
    begins = Case(When(folded__startswith=begin, then=Value(0)), default=Value(1), output_field=IntegerField())
    return (
        units.annotate(found_in=SearchVector("words", config="simple"))
        .filter(Q(found_in=query) | Q(pk__in=named))
        .annotate(begins=begins)
        .order_by("begins", "depth", "rank", "sort_key")
    )


def _terms(words: str) -> str:
    return " & ".join(f"{word}:*" for word in words.split())


def _query(terms: str) -> SearchQuery:
    return SearchQuery(terms, search_type="raw", config="simple")
