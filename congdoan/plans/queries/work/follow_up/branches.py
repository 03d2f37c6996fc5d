"""Under which child of a unit others lie."""

from django.db.models import Count, IntegerField, QuerySet, Value
from django.db.models.expressions import Func
from django.db.models.functions import Cast, Length, Substr

from congdoan.organisation.models import Unit

Branch = tuple[int, str, int]
"""A child, a kind of units in its subtree, and how many of them."""


def branch_of(path: str, base: Unit) -> Cast:
    """The id of the child of `base` in whose subtree `path` lies; of `base` itself, its own id."""
    rest = Substr(path, Length(Value(base.path)) + 1)
    first = Func(rest, Value("/"), Value(1), function="split_part")
    return Cast(
        Func(Func(first, Value(""), function="nullif"), Value(str(base.pk)), function="coalesce"), IntegerField()
    )


def branches_of(units: QuerySet[Unit], base: Unit) -> list[Branch]:
    found = units.order_by().annotate(branch=branch_of("path", base))
    return list(found.values_list("branch", "kind").annotate(count=Count("pk")))
