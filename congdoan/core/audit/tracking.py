"""The one way to put a table under audit: statement-level triggers keep the old row of every update and delete."""

from typing import TypeVar

import pghistory
from django.db import models

M = TypeVar("M", bound=type[models.Model])


def audited(model: M) -> M:
    """Class decorator. COPY and raw SQL are caught too; an insert costs nothing, for the row is its own record."""
    tracked: M = pghistory.track(
        pghistory.UpdateEvent(row=pghistory.Old),
        pghistory.DeleteEvent(),
        level=pghistory.Statement,
    )(model)
    return tracked
