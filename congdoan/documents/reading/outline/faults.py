"""Mistakes of numbering: numbers that are missing or stand twice."""

from __future__ import annotations

from collections.abc import Iterator

from congdoan.documents.reading.layout.markers import Marker
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.outline.numbering import next_label, signature


def find_faults(tops: list[Block], blocks: list[Block]) -> list[tuple[Block, str]]:
    """The blocks whose numbers are wrong among the children of one block or those under none, and what is wrong."""
    found = list(_check(tops))
    for block in blocks:
        if len(block.children) > 1:
            found += _check(block.children)
    return found


def _check(siblings: list[Block]) -> Iterator[tuple[Block, str]]:
    """Of the rows of a table, which may be grouped in many ways, only the first mistake is one."""
    last: dict[str, Marker] = {}
    told, above = False, None
    for block in siblings:
        same_cell, above = above is not None and _of_one_cell(above, block), block
        if same_cell or not block.is_numbered or block.marker is None:
            continue
        kind = signature(block.marker)
        before = last.get(kind)
        last[kind] = block.marker
        if before is None or next_label(before.kind, before.label) == block.marker.label:
            continue
        if told or (block.marker.label in ("1", "a", "I") and before.label != block.marker.label):
            continue
        told = block.columns is not None
        yield block, "number_twice" if before.label == block.marker.label else "number_missing"


def _of_one_cell(above: Block, row: Block) -> bool:
    """Whether two rows of a table, one under the other, bear the same number: that of a cell merged over both."""
    if row.columns is None or row.at != above.at + 1 or row.marker is None or above.marker is None:
        return False
    return row.marker.kind.startswith("row-") and row.marker[:2] == above.marker[:2]
