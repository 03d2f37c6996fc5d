"""One row by its key."""

from typing import TypeVar

from django.db import models

M = TypeVar("M", bound=models.Model)


def find(rows: "models.QuerySet[M]", pk: object) -> M | None:
    """The row of `rows` with this key, or None. Unlike `first()` it asks for no order: of one row there is none, and
    to put it into the question costs Django as much as the rest of the question.
    """
    return next(iter(rows.filter(pk=pk).order_by()), None)
