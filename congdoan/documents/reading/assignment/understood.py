"""Whether all words of a clause that hands over sections were understood: what is left may be a name cut or a limit."""

from __future__ import annotations

from collections.abc import Iterable

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.model import Assignment
from congdoan.documents.reading.assignment.references import Reference
from congdoan.documents.reading.assignment.said import ROLE
from congdoan.documents.reading.assignment.sharing_out import NOTHING
from congdoan.documents.reading.due.limits import DUE

_PLAIN = re.compile(
    r"(?:thực hiện|triển khai|tổ chức|tham mưu|này|của|để|cho|với|cùng|và|việc|chính|trên|địa bàn|theo|chủ động|nhóm"
    r"|chịu|trách nhiệm|trực tiếp|phê duyệt|đề án|kế hoạch|nghị quyết|chương trình|chỉ thị|hướng dẫn|nghiêm túc"
    r"|hiệu quả|toàn diện|đầy đủ|lãnh đạo|chỉ đạo|ngành|mình|quản lý|theo dõi|đôn đốc|nêu|nói|chung|đồng thời"
    r"|đồng chí|đ/c|tốt|\W|\d)+(?!\w)",
    re.IGNORECASE,
)
_WORD = re.compile(r"\S+")
_SAYS_APART = re.compile(r"[“\"«]|(?<!\w)(?:còn lại|khác|trừ|chưa|không|các phòng|các ban)(?!\w)", re.IGNORECASE)
"""A quotation, what is left and what is taken out are read, and doubted, on their own."""
_LEAST = 3
"""Words not understood that may say something."""


def is_understood(
    text: str, folded: str, start: int, end: int, given: Iterable[Assignment], references: Iterable[Reference]
) -> bool:
    """Whether a clause consists of the sections and bodies that were read in it and of words that say nothing else."""
    known = {reference.start: reference.end for reference in references}
    if not known or _SAYS_APART.search(text, start, end):
        return True
    for one in given:
        known |= {unit.span.start: unit.span.end for unit in (*one.units, *one.cooperating)}
    at, left = start, 0
    while at < end and left < _LEAST:
        words = None if at in known else _known_words(text, folded, at, end)
        if at in known:
            at = known[at]
        elif words is not None:
            at = words
        else:
            word = _WORD.match(text, at, end)
            at, left = (word.end(), left + 1) if word else (at + 1, left)
    return left < _LEAST


def _known_words(text: str, folded: str, at: int, end: int) -> int | None:
    found = ROLE.match(text, at, end) or _PLAIN.match(text, at, end) or NOTHING.match(text, at, end)
    found = found or DUE.match(folded, at, end)
    return found.end() if found and found.end() > at else None
