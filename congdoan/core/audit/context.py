"""Who does it, from where and in which request: the context that the audit attaches to every change."""

import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pghistory
from django.db import connection
from pghistory.models import Context


@contextmanager
def audit_context(*, user_id: int | None, origin: str, **more: Any) -> Iterator[uuid.UUID]:
    """Everything changed inside belongs to one audit context, whose row exists from the start.

    `origin` says where it came from: a request's path, a job's or a command's name.
    The row is written at once because inserts, which no trigger sees, refer to it.
    """
    metadata = {"user": user_id, "origin": origin, **{key: value for key, value in more.items() if value is not None}}
    with pghistory.context(**metadata) as context:
        Context.objects.get_or_create(id=context.id, defaults={"metadata": context.metadata})
        yield context.id


def bind_to_transaction() -> None:
    """Make COPY and raw psycopg statements of this transaction carry the context.

    pghistory adds it to the statements of Django's own cursors only.
    """
    from pghistory.runtime import _tracker

    context = getattr(_tracker, "value", None)
    if context is None:
        return
    metadata = json.dumps(context.metadata, cls=pghistory.config.json_encoder())
    with connection.cursor() as cursor:
        cursor.execute(
            "select set_config('pghistory.context_id', %s, true), set_config('pghistory.context_metadata', %s, true)",
            [str(context.id), metadata],
        )
