"""Somebody does something on a business day: the clock stands on that day, and the audit says who."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.audit.context import audit_context

ORIGIN = "command:demo"


@contextmanager
def acting(by: User | None, *, on: date) -> Iterator[None]:
    """Everything inside is done by this person (None: by the operator) on this day."""
    if clock.today() != on:
        clock.set_today(on)
    with audit_context(user_id=by.pk if by else None, origin=ORIGIN):
        yield
