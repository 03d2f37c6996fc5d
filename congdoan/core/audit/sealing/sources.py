"""What is sealed: rows that are written once. History tables and their contexts are; packages register more."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.apps import apps
from django.db import connection
from pghistory.models import Event

from congdoan.core.registry import Registry

CONTEXTS: Final = "pghistory_context"
_CHANGED: Final = "' (của dòng số ' || source.pgh_obj_id || ')'"


@dataclass(frozen=True, slots=True)
class Source:
    """Rows that never change once they are there, each with a number that rises.

    `relation` is a table or a SELECT in brackets, `key` its bigint column, `label` what people call a row. `columns`
    are hashed in their order; none given means all that the table has at the moment of sealing. `name` is an SQL
    expression over the relation that names one row to people.
    """

    relation: str
    key: str
    label: str
    columns: tuple[str, ...] = ()
    name: str = "''"

    def present_columns(self) -> list[str]:
        return list(self.columns) or columns_of(self.relation)

    def leaves(self, columns: list[str]) -> str:
        """A SELECT of (id, hash): the text of the row's columns as PostgreSQL writes it, see `steady_text`."""
        listed = ", ".join(connection.ops.quote_name(column) for column in columns)
        return (
            f"select source.{self.key}::bigint as id, "  # noqa: S608
            f"sha256('\\x00'::bytea || convert_to(row({listed})::text, 'UTF8')) as hash from {self.relation} source"
        )

    def name_of(self, row_id: int) -> str:
        """The row as people know it; nothing when it is not there."""
        one = f"select {self.name} from {self.relation} source where source.{self.key} = {row_id:d}"  # noqa: S608
        with connection.cursor() as cursor:
            cursor.execute(one)
            found = cursor.fetchone()
        return str(found[0]) if found else ""


sealed_sources: Registry[Source] = Registry("source of sealed rows")


def all_sources() -> Iterator[tuple[str, Source]]:
    """Every source by its name: those registered, the contexts, and each history table."""
    yield from sealed_sources.items()
    yield CONTEXTS, Source(CONTEXTS, "sealed_order", "Bối cảnh", ("id", "created_at", "metadata"))
    for model in apps.get_models():
        if issubclass(model, Event):
            table = model._meta.db_table
            yield table, Source(table, "pgh_id", f"Nhật ký {table}", name=_CHANGED)


def columns_of(table: str) -> list[str]:
    """The table's columns in the order in which they were added."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select attname from pg_attribute where attrelid = %s::regclass and attnum > 0 and not attisdropped "
            "order by attnum",
            [table],
        )
        return [row[0] for row in cursor.fetchall()]


def steady_text() -> None:
    """Make this transaction write values as every other one that seals or verifies does."""
    with connection.cursor() as cursor:
        cursor.execute(
            "set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; "
            "set local extra_float_digits = 1; set local bytea_output = 'hex'"
        )
