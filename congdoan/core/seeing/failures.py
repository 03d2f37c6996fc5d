"""Keeps errors that nobody expected, so that the number a user quotes leads to the place in the program."""

import logging
from typing import Any, Final

from django.db import DatabaseError, InterfaceError, transaction
from django.http import HttpRequest

from congdoan.core.models.seeing import Failure
from congdoan.core.seeing.requests import number_of, page_of, user_id_of
from congdoan.core.seeing.tracebacks import detail_of, kind_of, places_of

KEPT: Final = 5000
"""So many of the newest errors are kept; older ones go."""

log = logging.getLogger("congdoan.failures")


def keep_request_failure(request: HttpRequest, error: BaseException) -> None:
    """Keep what went wrong while the request was answered."""
    _keep(
        error,
        number=number_of(request),
        page=page_of(request),
        method=request.method or "",
        user_id=user_id_of(request),
    )


def keep_job_failure(error: BaseException, *, run_id: int, kind: str, user_id: int | None) -> None:
    """Keep what went wrong in background work; people find its number on the page of the work."""
    _keep(error, number=f"viec-{run_id}", page=kind, user_id=user_id)


def failures(number: str = "") -> Any:
    """Kept errors, newest first; of one number as a person quotes it."""
    kept = Failure.objects.order_by("-pk")
    return kept.filter(number=number.strip().lower()) if number.strip() else kept


def _keep(error: BaseException, **told: Any) -> None:
    """A database that is away keeps nothing: then the log alone has it."""
    try:
        with transaction.atomic():
            kept = Failure.objects.create(
                kind=kind_of(error)[:200], detail=detail_of(error)[:400], places=places_of(error), **told
            )
            if kept.pk % 100 == 0:
                Failure.objects.filter(pk__lte=kept.pk - KEPT).delete()
    except (DatabaseError, InterfaceError):
        log.warning("an error could not be kept in the database")
