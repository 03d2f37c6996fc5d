"""Under which child of a unit others lie, and what the columns of a matrix are therefore."""

from collections.abc import Iterable
from typing import Any, Final

from django.db.models import Count, F, IntegerField, QuerySet, Value
from django.db.models.expressions import Func
from django.db.models.functions import Cast, Length, Substr

from congdoan.organisation.models import Unit

Branch = tuple[int, str, int]
"""A child, a kind of units in its subtree, and how many of them."""
MOST_COLUMNS: Final = 60


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


def columns_by(branches: Iterable[Branch]) -> str:
    """What a column of many units is: "branch", "kind", or "unit" where neither makes few columns of them."""
    found = list(branches)
    if len({branch for branch, _, _ in found}) <= MOST_COLUMNS:
        return "branch"
    return "unit" if len({kind for _, kind, _ in found}) == 1 else "kind"


def column_of(by: str, base: Unit) -> Any:
    """The key of an assignment's column; all the same where each unit has its own."""
    if by == "unit":
        return Value("")
    return F("unit__kind") if by == "kind" else branch_of("unit__path", base)
