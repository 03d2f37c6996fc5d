"""Makes the next block of all rows that no block holds yet.

A row with a lower number may be committed after one with a higher number was sealed. So a block takes every row above
its source's floor that no block has. The floor rises to the last row of an earlier block only when another one, at
least an hour younger, looked after all transactions had ended that ran while the earlier one was made: it has taken
what they left behind. Those transactions have ids below that of the transaction that made the next block. What appears
below the floor later was slipped in, and `check` says so. A transaction left open anywhere on the server, in another
database too, keeps the floor where it is.
"""

from datetime import timedelta
from typing import Any, Final

from django.db import connection, transaction
from django.utils import timezone

from congdoan.core.audit.sealing.head import head_of, leaf_of, root_of
from congdoan.core.audit.sealing.merkle import EMPTY, tree_root
from congdoan.core.audit.sealing.outside import write_missing
from congdoan.core.audit.sealing.signing import sign
from congdoan.core.audit.sealing.sources import Source, all_sources, steady_text
from congdoan.core.models.seals import SealBlock, SealPiece

IN_A_PIECE: Final = 10_000
PATIENCE: Final = timedelta(hours=1)
_ONE_AT_A_TIME: Final = 7_206_119  # any number: PostgreSQL's advisory lock of whoever seals
_FLOOR: Final = """
    select coalesce(max(piece.last), 0) from core_sealpiece piece
      join core_sealblock made on made.number = piece.block_number
     where piece.source = %s
       and exists (select from core_sealblock later join core_sealblock next on next.number = made.number + 1
                    where later.number > made.number and later.settled >= next.began
                      and later.sealed_at >= made.sealed_at + make_interval(secs => %s))
"""
_NEW: Final = """
    insert into core_sealpiece (block_number, source, columns, first, last, ids, hashes)
    select %(block)s, %(source)s, %(columns)s, min(id), max(id), array_agg(id order by id), string_agg(hash, ''
           order by id)
      from (select id, hash, (row_number() over (order by id) - 1) / %(size)s as piece
              from ({leaves}) leaf
             where id > %(floor)s
               and not exists (select from (select unnest(ids) as id from core_sealpiece
                                             where source = %(source)s and last > %(floor)s) sealed
                                where sealed.id = leaf.id)) as unsealed
     group by piece order by piece
"""


@transaction.atomic
def seal_new() -> SealBlock | None:
    """Seal what is new; nothing is made when nothing is. One at a time."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [_ONE_AT_A_TIME])
    last = SealBlock.objects.order_by("-number").first()
    number, previous = (last.number + 1, last.root) if last else (1, EMPTY)
    block = SealBlock(number=number, sealed_at=timezone.now(), previous=previous)
    block.began = _transaction_id("pg_current_xact_id()")
    block.settled = _transaction_id("pg_snapshot_xmin(pg_current_snapshot())")
    steady_text()
    for name, source in all_sources():
        _take(name, source, block.number)
    return _finish(block)


def floor_of(name: str) -> int:
    """The number up to which every row of the source that will ever be there is sealed."""
    with connection.cursor() as cursor:
        cursor.execute(_FLOOR, [name, PATIENCE.total_seconds()])
        return int(cursor.fetchone()[0])


def _take(name: str, source: Source, block: int) -> None:
    """One statement for all new rows of a source, so that it sees one moment."""
    columns = source.present_columns()
    place: dict[str, Any] = {"block": block, "source": name, "columns": columns, "floor": floor_of(name)}
    leaves = source.leaves(columns).replace("%", "%%")
    with connection.cursor() as cursor:
        cursor.execute(_NEW.format(leaves=leaves), {**place, "size": IN_A_PIECE})


def _finish(block: SealBlock) -> SealBlock | None:
    leaves, block.rows = [], 0
    for piece in SealPiece.objects.filter(block_number=block.number).order_by("pk").iterator(1):
        leaves.append(leaf_of(piece))
        block.rows += len(piece.ids)
    if not leaves:
        return None
    block.tree = tree_root(leaves)
    block.root = root_of(block)
    block.signature, block.public_key = sign(head_of(block))
    block.save(force_insert=True)
    transaction.on_commit(write_missing)
    return block


def _transaction_id(which: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"select {which}::text::bigint")
        return int(cursor.fetchone()[0])
