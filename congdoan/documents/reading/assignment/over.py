"""Lines of the implementation part that stand over others: headings, and bodies whose duties follow."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.subject import ONLY_DUTY, Subject
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.outline.parts import IMPLEMENTATION
from congdoan.documents.reading.tasks.after_list import own_children
from congdoan.documents.reading.tasks.found import Found
from congdoan.documents.reading.tasks.sentences import clauses
from congdoan.documents.reading.tasks.work import introduces_with_work, orders, states_work

_INLINE_TITLE = 70
"""Characters that a title on the same line as its passage may take."""
_ONLY_DUTY = re.compile(r"\s*(?:có|chịu) (?:trách nhiệm|(?:các )?nhiệm vụ)(?: sau(?: đây)?)?\s*$")


def only_duty(text: str, subject: Subject, end: int) -> bool:
    """ "Điều 2. Ủy ban nhân dân tỉnh có trách nhiệm": a line that says whose duties stand under it."""
    return _ONLY_DUTY.match(text, subject.units[-1].span.end, end) is not None


def around(block: Block) -> Block | None:
    """The section that a line under its items stands in: an article, else the nearest with several of them."""
    over = next((above for above in block.ancestors() if above.marker and above.marker.kind == "dieu"), None)
    return over or next((above for above in block.ancestors() if len(above.children) > 1), block.parent)


def names_who_leads(found: Found, block: Block) -> bool:
    """ "2. Đảng ủy các xã ven biển lãnh đạo:" states no work itself; what stands under it does."""
    subject = found.subject(block.body, block.end)
    return subject is not None and ONLY_DUTY.match(found.paper.text, subject.rest, block.end) is not None


def is_heading(found: Found, block: Block, folded: str) -> bool:
    """Whether a passage of the implementation part only stands over others."""
    if folded.endswith(":") and len(folded) < 400:
        return not introduces_with_work(block, folded) or names_who_leads(found, block)
    if len(folded) < 250 and found.paper.text[block.body : block.end].isupper():
        return True
    if (
        not block.is_heading
        and not own_children(found, block)
        and folded.endswith(".")
        and ": " in folded[:_INLINE_TITLE]
    ):
        return False
    if (
        block.is_heading
        or (block.parent is not None and block.parent.part != block.part)
        or (block.parent is None and block.is_numbered and block.part == IMPLEMENTATION)
    ):
        return True
    return block.is_numbered and bool(own_children(found, block)) and not folded.endswith((".", ";"))


def says_who_after(found: Found, block: Block) -> bool:
    """Whether work comes first and then who does it: "Điều tra nhu cầu đào tạo. Giao Sở Nội vụ thực hiện."."""
    text, folded = found.paper.text, found.paper.folded
    said = clauses(text, block.body, block.end)
    if len(said) < 2 or orders(folded[block.body : block.end]) or not states_work(folded[slice(*said[0])]):
        return False
    later = (found.subject(first, last) for first, last in said[1:])
    return any(subject is not None and subject.ordered for subject in later)
