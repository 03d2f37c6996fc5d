"""A short title for a task: its first clause, without what only decorates it."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re

_END = re.compile(r"[;.:]|,\s(?:góp phần|nhằm|đảm bảo|bảo đảm|đáp ứng|để|qua đó|trong đó)\b")
_WORDS = 16


def short_title(text: str) -> str:
    """At most 16 words of `text`, cut at the end of a clause where there is one."""
    head = text[:400]
    end = _END.search(head, 12)
    title = head[: end.start()] if end else head
    words = title.split()
    if len(words) <= _WORDS:
        return title.strip(" ,")
    cut = " ".join(words[:_WORDS])
    comma = cut.rfind(",")
    return cut[:comma] if comma > len(cut) // 2 else f"{cut} …"
