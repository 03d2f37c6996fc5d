"""The audit: every change and every new row names a context (who, from where) that exists."""

from collections.abc import Iterator
from typing import Final

from django.apps import apps
from pghistory.models import Event

from congdoan.core.models.base import AuditedModel
from congdoan.core.verify.checks import Check, Progress, checks, places

_WITHOUT: Final = """
    select '{table} số ' || row.{key} || ': bối cảnh ' || row.{column} || ' không còn'
      from {table} row left join pghistory_context context on context.id = row.{column}
     where row.{column} is not null and context.id is null
"""


def register() -> None:
    checks.register("audit.contexts", Check("Mỗi thay đổi đều còn bối cảnh: ai, từ đâu, lúc nào", find_without_context))


def find_without_context(progress: Progress) -> Iterator[str]:
    """Table after table, so that each takes one moment only."""
    tables = list(_tables())
    for done, (table, key, column) in enumerate(tables):
        progress("Tìm bối cảnh của từng thay đổi", done, len(tables))
        yield from places(_WITHOUT.format(table=table, key=key, column=column))


def _tables() -> Iterator[tuple[str, str, str]]:
    """(table, its key, the column with the context) of every audited table and of the history of each."""
    for model in apps.get_models():
        if issubclass(model, Event):
            yield model._meta.db_table, "pgh_id", "pgh_context_id"
        elif issubclass(model, AuditedModel):
            yield model._meta.db_table, str(model._meta.pk.column), "made_in"
