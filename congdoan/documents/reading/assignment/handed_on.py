"""Work that a body hands on to each of those under it: "..., giao cho từng xã, phường"."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.tasks.draft import Draft

_EACH = re.compile(r"\s(?:giao|phân công)(?: cho)?\s(?:từng|mỗi)\s")
_REACH = 30
"""Characters before a name that the order takes at most."""


def handed_on(text: str, draft: Draft) -> bool:
    """Whether a passage says in its course that each of many gets its part; who is over them leads, where named."""
    if not draft.lead:
        return False
    first = draft.lead[0].span.start
    order = _EACH.search(text, max(draft.start, first - _REACH), first + len("từng "))
    return order is not None and order.end() in (first, first + len("từng "), first + len("mỗi "))
