"""Lines without a number that stand after a list and not under its last item."""

from __future__ import annotations

from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.tasks.found import Found
from congdoan.documents.reading.tasks.work import orders


def own_children(found: Found, block: Block) -> list[Block]:
    """What stands under a block, without a line after the list of which the block is the last item."""
    return [child for child in block.children if not _after_list(found, block, child)]


def _after_list(found: Found, block: Block, child: Block) -> bool:
    """ "Đề nghị các đơn vị ..." is about the whole list, when no other item of it has lines under it."""
    if child.marker is not None or child.columns or child.children or not orders(found.words(child)):
        return False
    beside = block.parent.children if block.parent else found.tree.tops
    kind = block.marker.kind if block.marker else None
    items = [other for other in beside if other.marker is not None and other.marker.kind == kind]
    return len(items) > 1 and items[-1] is block and not any(other.children for other in items[:-1])
