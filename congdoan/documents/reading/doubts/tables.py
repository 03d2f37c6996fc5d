"""Columns of a table of work whose heads were not understood."""

from __future__ import annotations

from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.tasks.found import Found

_UNKNOWN = "Chưa hiểu cột “{}” của bảng; kiểm tra các nhiệm vụ trong bảng này."
_INFERRED = "Cột “{}” được coi là cột {} theo nội dung các ô; kiểm tra các nhiệm vụ trong bảng này."
_KINDS = {"lead": "chủ trì", "cooperating": "phối hợp", "due": "thời hạn", "content": "nội dung công việc"}


def unknown_columns(found: Found) -> None:
    """One doubt for each table of work that has such a column, over the whole table."""
    blocks = found.tree.blocks
    for at, head in enumerate(blocks):
        if not head.unknown and not head.inferred:
            continue
        last = head
        for row in blocks[at + 1 :]:
            if row.columns is None or row.table_head:
                break
            last = row
        if any(head.start <= draft.start < last.end for draft in found.drafts):
            found.warn(*_said(found, head), head.start, last.end)


def _said(found: Found, head: Block) -> tuple[str, str]:
    """The code and the sentence for the first column that was taken by its cells, else for one not understood."""
    text = found.paper.text
    for kind, cell in head.inferred:
        return "column_inferred", _INFERRED.format(text[cell.start : cell.end].strip(), _KINDS[kind])
    cell = head.unknown[0]
    return "column_unknown", _UNKNOWN.format(text[cell.start : cell.end].strip())
