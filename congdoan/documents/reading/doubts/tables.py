"""Columns of a table of work whose heads were not understood."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.outline.parts import CLOSING, SIGNATURE
from congdoan.documents.reading.tasks.found import Found

_MOST_LINES = 120
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


_NESTED = "Ô này chứa nhiều dòng, có thể là một bảng nhỏ bên trong; đối chiếu từng dòng với bản gốc."
_PARTS = 3


def nested_tables(found: Found) -> None:
    """A doubt over each row whose limit holds whole lines, as a table inside the cell leaves them."""
    for draft in found.drafts:
        cell = (draft.block.columns or {}).get("due")
        if cell is not None and found.paper.text.count("; ", cell.start, cell.end) >= _PARTS:
            found.warn("table_torn", _NESTED, draft.block.start, draft.block.end)


_HEAD = (
    r"(?:STT|TT|Ngày|Buổi|Thời gian|Thời hạn|Hoạt động|Nội dung|Công việc|Nhiệm vụ|Chủ trì|Phụ trách"
    r"|Chịu trách nhiệm|Hỗ trợ"
    r"|Phối hợp|Địa điểm|Thành phần|Ghi chú|Đơn vị|Tiến độ|Hoàn thành|Sản phẩm|Kết quả)(?: (?:thực hiện"
    r"|công việc|phối hợp"
    r"|chủ trì|hoàn thành))?(?:\s|$)"
)
_HEADS = re.compile(rf"{_HEAD}(?:{_HEAD}){{2}}")
"""Begins with words, not with a repetition: a search passes over all letters that begin none of them."""
_TORN = "Chỗ này có thể là một bảng không tách được cột; hãy đối chiếu từng dòng với bản gốc."


def torn_tables(found: Found) -> None:
    """A doubt over the lines under words that name columns one after another: a table that was not told apart."""
    text, blocks = found.paper.text, found.tree.blocks
    for at, head in enumerate(blocks):
        if head.columns is None and _HEADS.search(text, head.start, head.end):
            under = [block for block in blocks[at + 1 : at + _MOST_LINES] if block.columns is None]
            stop = next((one for one in under if one.is_numbered or one.part in (CLOSING, SIGNATURE)), None)
            end = stop.start if stop else under[-1].end if under else head.end
            found.warn("table_torn", _TORN, head.start, end)


def _said(found: Found, head: Block) -> tuple[str, str]:
    """The code and the sentence for the first column that was taken by its cells, else for one not understood."""
    text = found.paper.text
    for kind, cell in head.inferred:
        return "column_inferred", _INFERRED.format(text[cell.start : cell.end].strip(), _KINDS[kind])
    cell = head.unknown[0]
    return "column_unknown", _UNKNOWN.format(text[cell.start : cell.end].strip())
