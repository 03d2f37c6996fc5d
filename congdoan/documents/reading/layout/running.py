"""Drops running heads, running feet and page numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.extract.source import SourceItem, SourceLine

_PAGE_NUMBER = re.compile(r"(?i)\W{0,3}(?:trang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?\W{0,3}")
_CLEAR = 3.0
_DIGITS = re.compile(r"\d+")
_LEAST_HEAD = 8
_LOOSE = re.compile(r"\d{1,3}")


def drop_running_lines(items: list[SourceItem], widths: Sequence[float] = ()) -> list[SourceItem]:
    """`items` without the lines that only say which page or which paper this is. `widths`: of the pages, in points."""
    pages = [list(group) for _, group in groupby(items, key=lambda item: item.page)]
    if len(pages) < 2 and not (pages and pages[0] and pages[0][0].page):
        return _without_loose_numbers(items)
    repeated = _repeated(pages)
    kept: list[SourceItem] = []
    margin = _top_margin(pages[0])
    for page in pages:
        if _same_width(pages[0], page, widths) and _stands_in_margin(page, margin):
            page = page[1:]
        last = len(page) - 1
        for at, item in enumerate(page):
            edge = at < 2 or at > last - 2
            if edge and isinstance(item, SourceLine) and _is_running(item.text, repeated):
                continue
            kept.append(item)
    return kept


def _top_margin(page: list[SourceItem]) -> float:
    """Where the first page begins: its letterhead, under which nothing but running heads begin higher."""
    return min((item.box.y0 for item in page if item.box), default=0.0)


def _same_width(first: list[SourceItem], page: list[SourceItem], widths: Sequence[float]) -> bool:
    numbers = (first[0].page, page[0].page)
    if not all(0 < number <= len(widths) for number in numbers) or numbers[0] == numbers[1]:
        return False
    return round(widths[numbers[0] - 1]) == round(widths[numbers[1] - 1])


def _stands_in_margin(page: list[SourceItem], margin: float) -> bool:
    """Whether a page begins with a line in its upper margin, apart from what follows."""
    if len(page) < 2 or not isinstance(page[0], SourceLine):
        return False
    head, body = page[0].box, page[1].box
    return bool(head and body and head.y1 < margin - _CLEAR and body.y0 - head.y1 > 0.5 * (head.y1 - head.y0))


def _repeated(pages: list[list[SourceItem]]) -> set[str]:
    """Lines that stand first or last on at least three pages, or on two at the very same height, digits apart."""
    seen: Counter[str] = Counter()
    placed: Counter[tuple[str, int]] = Counter()
    for page in pages:
        edges = [item for item in (*page[:2], *page[-2:]) if isinstance(item, SourceLine)]
        texts = {id(item): _DIGITS.sub("#", item.text) for item in edges}
        seen.update({texts[id(item)] for item in (*page[:1], *page[-1:]) if id(item) in texts})
        placed.update({(texts[id(item)], round(item.box.y0)) for item in edges if item.box})
    often = {text for text, times in seen.items() if times >= 3}
    return often | {text for (text, _), times in placed.items() if times >= 2 and len(text) > 3}


def _is_running(text: str, repeated: set[str]) -> bool:
    return _PAGE_NUMBER.fullmatch(text) is not None or _DIGITS.sub("#", text) in repeated


def _without_loose_numbers(items: list[SourceItem]) -> list[SourceItem]:
    """Text copied from a paged paper: lines that are only a number, counting up."""
    loose = [at for at, item in enumerate(items) if isinstance(item, SourceLine) and _LOOSE.fullmatch(item.text)]
    counts = [int(item.text) for at in loose if isinstance(item := items[at], SourceLine)]
    if not loose or counts != list(range(counts[0], counts[0] + len(counts))) or counts[0] > 2 or len(items) < 10:
        return items
    dropped = {*loose, *_beside(items, [at + 1 for at in loose]), *_beside(items, [at - 1 for at in loose])}
    return [item for at, item in enumerate(items) if at not in dropped]


def _beside(items: list[SourceItem], places: list[int]) -> list[int]:
    """Those of the lines under (or over) each page's number that stand there more than once: running heads."""
    lines = {at: item.text for at in places if 0 <= at < len(items) and isinstance(item := items[at], SourceLine)}
    often = {text for text, times in Counter(lines.values()).items() if times > 1 and len(text) > _LEAST_HEAD}
    return [at for at, text in lines.items() if text in often]
