"""Whether all that a task says of who cooperates was read."""

from __future__ import annotations

from collections.abc import Iterator

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.unit_heads import head_at
from congdoan.documents.reading.doubts.leads import may_be_own
from congdoan.documents.reading.doubts.whole_names import may_end_elsewhere
from congdoan.documents.reading.tasks.draft import Draft
from congdoan.documents.reading.tasks.found import Found

_WITH = re.compile(
    r"(?=[PpCcKk])(?<!quy chế )(?<!chương trình )(?<!kế hoạch )(?<!công tác )"
    r"(?:(?:[Pp]hối hợp(?: chặt chẽ| thường xuyên)?|[Cc]ùng"
    r"|[Kk]ết hợp)\s(?:với|cùng)\s|[Pp]hối hợp\s(?=[A-ZĐỦÐ]))"
)
_HELP_LAST = re.compile(r"[\w)] phối hợp(?: thực hiện| tổ chức| triển khai)?\s?(?:[.;)]|$)")
""" "..., các sở, ngành phối hợp": who helps stands before the word."""
_INVITES = re.compile(
    r"(?<!\w)[Mm]ời\s(?:thêm |đại diện |lãnh đạo )?(?=[A-ZĐỦÐ])[^.;]{3,120}?(?:tham gia|cùng|phối hợp|dự)"
)
""" "mời HĐND, Sở Văn hóa tham gia": whom the work is done with, or only a guest."""
_TOGETHER = re.compile(r"(?<!\w)[Cc]ùng (?=\w)")
""" "chủ trì cùng ban chấp hành họp bàn"."""
_WORDS = ("hối hợp", "ùng ", "ết hợp")
"""Nobody is named as cooperating without one of these; a look for them is quicker than a search."""
_BEFORE, _AFTER = 20, 30
"""Characters around "phối hợp với" within which a body that was read may begin."""


_WHICH = re.compile(r"\w nơi ")
""" "Công an huyện, thị xã | nơi có vụ việc": which of them."""
_HELPS = re.compile(r"[Pp]hối hợp(?! thực hiện| tổ chức| triển khai| chặt chẽ[.;])|, cùng ")


def _said_elsewhere(text: str, draft: Draft) -> bool:
    """Whether the passage that names the lead speaks of others who help, and none of them was read."""
    passage = draft.assigned_by
    if draft.cooperating or passage is None or draft.start <= passage.start < draft.end:
        return False
    return _HELPS.search(text, passage.start, passage.end) is not None


def cooperating_doubts(found: Found, draft: Draft) -> Iterator[str]:
    text = found.paper.text
    if not all(
        not may_end_elsewhere(text, unit)
        and not _WHICH.match(text, unit.span.end - 1)
        and not may_be_own(found.unit_name(unit.name))
        for unit in draft.cooperating
    ):
        yield "cooperating_name"
    if draft.cooperating and text.startswith("Phối hợp", draft.start):
        yield "cooperating_first"
    if _said_elsewhere(text, draft):
        yield "cooperating_open"
        return
    invites = text.find("ời ", draft.start, draft.end) >= 0
    if invites and not draft.cooperating and _INVITES.search(text, draft.start, draft.end):
        yield "cooperating_open"
        return
    if all(text.find(word, draft.start, draft.end) < 0 for word in _WORDS):
        return
    if not draft.cooperating and _HELP_LAST.search(text, draft.start, draft.end):
        yield "cooperating_open"
        return
    if not draft.cooperating and any(
        head_at(text, together.end(), draft.end) is not None
        for together in _TOGETHER.finditer(text, draft.start, draft.end)
    ):
        yield "cooperating_open"
        return
    starts = [unit.span.start for unit in (*draft.cooperating, *draft.lead)]
    for link in _WITH.finditer(text, draft.start, draft.end):
        if not any(link.end() - _BEFORE <= at <= link.end() + _AFTER for at in starts):
            yield "cooperating_open"
            return
