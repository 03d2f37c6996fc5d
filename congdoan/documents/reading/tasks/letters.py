"""Letters that ask for something in their very first sentence: "Theo ..., LĐLĐ quận đề nghị các CĐCS thống kê ..."."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.clause import is_general
from congdoan.documents.reading.assignment.subject import Subject, acts, all_ordered_in
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.tasks.found import Found

_LETTERS = frozenset({"công văn", "công điện", "thông báo"})
_LEADS_ON = re.compile(r"(?:sau|sau day|nhu sau|duoi day)[\s./:]*$|:$")
_BY_A_DAY = re.compile(r"(?:truoc|cham nhat|muon nhat|het|trong) [^.;]{0,40}\d")


def order_at_once(found: Found, block: Block) -> Subject | None:
    """Whom a whole sentence of a letter asks for work, by a day; None when it only leads on to what follows."""
    folded = found.words(block)
    if found.header.type not in _LETTERS or block.marker is not None or block.columns or block.children:
        return None
    if _LEADS_ON.search(folded) or not folded.endswith(".") or _BY_A_DAY.search(folded) is None:
        return None
    text = found.paper.text
    for order in all_ordered_in(text, block.body, block.end):
        if acts(text, order, block.end) and not is_general(found.paper.folded[order.rest : block.end]):
            return order
    return None
