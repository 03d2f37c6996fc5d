"""One row by its key."""

from typing import Any, TypeVar, overload

from django.db.models import Manager, Model, QuerySet

M = TypeVar("M", bound=Model)
R = TypeVar("R")


@overload
def find(rows: "Manager[M]", pk: object) -> M | None: ...
@overload
def find(rows: "QuerySet[Any, R]", pk: object) -> R | None: ...
def find(rows: Any, pk: object) -> Any:
    """The row of `rows` with this key, or None. Unlike `first()` it asks for no order: of one row there is none, and
    to put it into the question costs Django as much as the rest of the question.
    """
    return next(iter(rows.filter(pk=pk).order_by()), None)
