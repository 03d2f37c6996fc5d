"""Columns of a table of work whose heads were not understood."""

from __future__ import annotations

from congdoan.documents.reading.tasks.found import Found

_MESSAGE = "Chưa hiểu cột “{}” của bảng; kiểm tra các nhiệm vụ trong bảng này."


def unknown_columns(found: Found) -> None:
    """One doubt for each table of work that has such a column, over the whole table."""
    blocks = found.tree.blocks
    for at, head in enumerate(blocks):
        if not head.unknown:
            continue
        last = head
        for row in blocks[at + 1 :]:
            if row.columns is None or row.table_head:
                break
            last = row
        if any(head.start <= draft.start < last.end for draft in found.drafts):
            cell = head.unknown[0]
            printed = found.paper.text[cell.start : cell.end].strip()
            found.warn("column_unknown", _MESSAGE.format(printed), head.start, last.end)
