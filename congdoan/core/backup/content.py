"""What an installation holds, as one hash: every row of every table in the order of its key, and every file.

Two databases with the same rows have the same hash, whatever server they lie on and however their pages are laid out.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from psycopg import Connection

_TABLES = """
    select format('%I.%I', space.nspname, class.relname), (
        select string_agg(format('%I', attname) || case when attcollation = 0 then '' else ' collate "C"' end, ', '
            order by place)
        from pg_index, unnest(indkey) with ordinality as part(number, place), pg_attribute
        where indrelid = class.oid and indisprimary and attrelid = class.oid and attnum = number
    )
    from pg_class class join pg_namespace space on space.oid = relnamespace
    where relkind = 'r' and relpersistence <> 't' and nspname not like 'pg\\_%' and nspname <> 'information_schema'
    order by nspname collate "C", class.relname collate "C"
"""


@dataclass(frozen=True, slots=True)
class TableContent:
    """How many rows, and the SHA-256 of their text in the order of their key."""

    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class FilesContent:
    """How many files, how many bytes, and the SHA-256 of their digests in order."""

    count: int
    bytes: int
    sha256: str


class FilesTally:
    """Counts files as they go by, in the order of their digests."""

    def __init__(self) -> None:
        self._count, self._bytes, self._digest = 0, 0, hashlib.sha256()

    def add(self, digest: str, size: int) -> None:
        self._count, self._bytes = self._count + 1, self._bytes + size
        self._digest.update(digest.encode())

    def content(self) -> FilesContent:
        return FilesContent(self._count, self._bytes, self._digest.hexdigest())


def tables_content(at: Connection[Any]) -> dict[str, TableContent]:
    """Each table by name, read row by row; no more than one row is held."""
    found = at.execute(_TABLES).fetchall()
    return {name: _table_content(at, name, order) for name, order in found}


def content_hash(tables: dict[str, TableContent], files: FilesContent) -> str:
    """The one hash that backup and restore print."""
    whole = hashlib.sha256()
    for name in sorted(tables):
        whole.update(f"{name}\t{tables[name].rows}\t{tables[name].sha256}\n".encode())
    whole.update(f"files\t{files.count}\t{files.bytes}\t{files.sha256}\n".encode())
    return whole.hexdigest()


def _table_content(at: Connection[Any], name: str, order: str | None) -> TableContent:
    digest, count = hashlib.sha256(), 0
    for row in _rows(at, name, order or f'{name}::text collate "C"'):
        digest.update(row)
        count += 1
    return TableContent(count, digest.hexdigest())


def _rows(at: Connection[Any], name: str, order: str) -> Iterator[bytes | bytearray | memoryview]:
    statement = f"copy (select * from {name} order by {order}) to stdout"  # noqa: S608 (names quoted by the server)
    with at.cursor() as cursor, cursor.copy(statement) as rows:
        yield from rows
