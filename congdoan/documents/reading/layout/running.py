"""Drops running heads, running feet and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby

from congdoan.documents.reading.extract.source import SourceItem, SourceLine

_PAGE_NUMBER = re.compile(r"(?i)\W{0,3}(?:trang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?\W{0,3}")
_DIGITS = re.compile(r"\d+")


def drop_running_lines(items: list[SourceItem]) -> list[SourceItem]:
    """`items` without the lines that only say which page or which paper this is."""
    pages = [list(group) for _, group in groupby(items, key=lambda item: item.page)]
    if len(pages) < 2 and not (pages and pages[0] and pages[0][0].page):
        return _without_loose_numbers(items)
    repeated = _repeated(pages)
    kept: list[SourceItem] = []
    for page in pages:
        last = len(page) - 1
        for at, item in enumerate(page):
            edge = at < 2 or at > last - 2
            if edge and isinstance(item, SourceLine) and _is_running(item.text, repeated):
                continue
            kept.append(item)
    return kept


def _repeated(pages: list[list[SourceItem]]) -> set[str]:
    """Lines that stand first or last on at least three pages, digits apart."""
    seen: Counter[str] = Counter()
    for page in pages:
        edges = [*page[:1], *page[-1:]]
        seen.update({_DIGITS.sub("#", item.text) for item in edges if isinstance(item, SourceLine)})
    return {text for text, times in seen.items() if times >= 3}


def _is_running(text: str, repeated: set[str]) -> bool:
    return _PAGE_NUMBER.fullmatch(text) is not None or _DIGITS.sub("#", text) in repeated


def _without_loose_numbers(items: list[SourceItem]) -> list[SourceItem]:
    """Text copied from a paged paper: lines that are only a number, counting up."""
    loose = [
        at for at, item in enumerate(items) if isinstance(item, SourceLine) and re.fullmatch(r"\d{1,3}", item.text)
    ]
    counts = [int(item.text) for at in loose if isinstance(item := items[at], SourceLine)]
    if not loose or counts != list(range(counts[0], counts[0] + len(counts))) or counts[0] > 2 or len(items) < 10:
        return items
    dropped = set(loose)
    return [item for at, item in enumerate(items) if at not in dropped]
