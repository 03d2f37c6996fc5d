"""How the list of plans is narrowed."""

from typing import Any, TypeVar, cast

import django_filters
from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import Model, QuerySet

from congdoan.core.text import fold
from congdoan.plans.models import Plan, PlanKind, PlanState

R = TypeVar("R", bound=Model)


def kind_choices() -> list[tuple[str, str]]:
    """Every kind that there is or was, under its present name; numbered and direct ones alike."""
    names: dict[str, str] = {}
    for kind in PlanKind.objects.only("code", "name"):
        names.setdefault(kind.code, kind.name)
    return list(names.items())


class PlanFilter(django_filters.FilterSet):  # type: ignore[misc]
    q = django_filters.CharFilter(method="by_words", label="Số, ký hiệu, trích yếu")
    state = django_filters.ChoiceFilter(choices=PlanState.choices, label="Trạng thái", empty_label="Mọi trạng thái")

    loai = django_filters.ChoiceFilter(
        field_name="kind", choices=kind_choices, label="Loại văn bản", empty_label="Mọi loại"
    )

    class Meta:
        model = Plan
        fields = ["q", "state"]

    def by_words(self, plans: QuerySet[Plan], name: str, value: str) -> QuerySet[Plan]:
        """All words, with or without tones; the last one may be unfinished."""
        return words_in(plans, value)


def words_in(rows: QuerySet[R], typed: str) -> QuerySet[R]:
    """Rows whose `folded` text has every typed word; by the full-text index."""
    return having(rows, asked_by(typed))


def asked_by(typed: str) -> str | None:
    """The typed words as the full-text index is asked for them; None when there are none."""
    words = [word for word in fold(typed).replace("'", " ").replace("\\", " ").split(" ") if word]
    return " & ".join(f"'{word}':*" for word in words) or None


def having(rows: QuerySet[R], asked: str | None) -> QuerySet[R]:
    """Rows whose `folded` text has what is asked for; all of them when nothing is."""
    if asked is None:
        return rows
    query = SearchQuery(asked, search_type="raw", config="simple")
    found: Any = rows.annotate(_words=SearchVector("folded", config="simple")).filter(_words=query)
    return cast("QuerySet[R]", found)
