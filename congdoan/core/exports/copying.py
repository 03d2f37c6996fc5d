"""A list of a million rows as CSV: the database writes the lines itself (COPY), they only pass through."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, TypeGuard

from django.db import connections
from django.db.models import QuerySet
from django.db.models.query import ValuesListIterable
from psycopg import sql

from congdoan.core.exports.columns import Column, Kind, Nth

_AT_ONCE: Final = 128 * 1024
"""Bytes of one part."""
_CELLS: Final = {
    Kind.TEXT: r"case when {cell}::text ~ E'^[-=+@\\t\\r\\n]' then '''' || {cell}::text else {cell}::text end",
    Kind.NUMBER: "{cell}::text",
    Kind.DATE: "to_char({cell}, {pattern})",
    Kind.PERCENT: "round({cell} * 100)::text || '%'",
}
"""As `values.guarded` and `values.as_text` say them for rows that come as objects."""


def can_copy(rows: Iterable[Any], columns: Sequence[Column]) -> "TypeGuard[QuerySet[Any]]":
    """Whether the database gives every cell as it is shown."""
    plain = isinstance(rows, QuerySet) and issubclass(rows._iterable_class, ValuesListIterable)
    return plain and all(isinstance(column.value, Nth) for column in columns)


def copied_lines(columns: Sequence[Column], rows: "QuerySet[Any]") -> Iterator[bytes]:
    """The lines of the rows, each ended by a line feed, in parts of some size; days only in columns of that kind."""
    query, values = rows.query.sql_with_params()
    names = [f"c{at}" for at in range(len(rows.query.values_select) + len(rows.query.annotation_select))]
    cells = sql.SQL(", ").join(_cell(column) for column in columns)
    head = sql.SQL("copy (select {cells} from (").format(cells=cells)
    listed = sql.SQL(", ").join(map(sql.Identifier, names))
    tail = sql.SQL(") as listed ({names})) to stdout (format csv)").format(names=listed)
    with connections[rows.db].cursor() as cursor:
        whole = f"{head.as_string(cursor.connection)}{query}{tail.as_string(cursor.connection)}"
        part = bytearray()
        with cursor.copy(whole, values) as lines:
            for line in lines:
                part += line
                if len(part) >= _AT_ONCE:
                    yield bytes(part)
                    part.clear()
        if part:
            yield bytes(part)


def _cell(column: Column) -> sql.Composable:
    assert isinstance(column.value, Nth)
    return sql.SQL(_CELLS[column.kind].replace("%", "%%")).format(
        cell=sql.Identifier(f"c{column.value.at}"), pattern=sql.Literal("DD/MM/YYYY")
    )
