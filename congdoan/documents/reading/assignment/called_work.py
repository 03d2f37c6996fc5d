"""Work that a clause calls by some of its words: "riêng nội dung tư vấn pháp luật do Trung tâm Tư vấn chủ trì"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from congdoan.documents.reading.assignment.shortened import is_shortened
from congdoan.documents.reading.layout.fold import words_alone
from congdoan.documents.reading.layout.letters import word_table
from congdoan.documents.reading.model import Span
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.outline.parts import ARTICLES, IMPLEMENTATION
from congdoan.documents.reading.tasks.draft import Draft
from congdoan.documents.reading.tasks.found import Found

_NOUN = r"(?:noi dung|nhiem vu|phan viec|phan|viec|hoat dong|cong viec|cong tac|ke hoach|mang|linh vuc|khau)"
_CALLED = re.compile(
    rf"[,;]?\s?\(?(?:(?:rieng|con|trong do|tru|ngoai tru|doi voi) )?(?:cac )?{_NOUN}\s"
    r"(?P<words>[a-z][^.;:(\"]{3,140}?),?\s(?:thi )?(?:do|giao(?: cho)?|thuoc ve|thuoc trach nhiem)\s"
)
"""Words between "nội dung" and who is given it."""
_LED = re.compile(
    r"(?<![a-z])(?:chu tri|phu trach|dam nhan|dam nhiem|dam trach)(?: tham muu| to chuc| trien khai| thuc hien)*"
    rf" (?:cac )?{_NOUN}\s(?P<words>[a-z][^.;:(\"]{{3,140}})"
)
_BESIDE = re.compile(rf"\s?(?:va|cung voi|,)\s(?:ca )?(?:cac )?(?P<words>{_NOUN}\s[a-z][^.;:,(\"]{{6,120}})")
"""After sections, more work called by its words: "chủ trì mục 4 và kế hoạch phát triển đảng viên"."""
_INSIDE = re.compile(
    rf"(?<![a-z])(?:cac )?{_NOUN}\s(?P<words>[a-z][^.;:()\"]{{6,160}}?),?\s(?:neu |ghi )?(?:tai|cua|thuoc|trong|o)\s$"
)
""" "... nội dung tổ chức học tập Nghị quyết tại | nhóm nhiệm vụ 1": only that of the section."""
_FIRST = re.compile(rf"(?:(?:ve|cac|{_NOUN}) )+")
_LEAST = 3
"""Words that tell one task from the others."""
_SAY_NOTHING = word_table(
    "duoc|giao|phan|cong|neu|ghi|cu|the|lien|quan|sau|con|lai|chinh|chu|yeu|trong|tam|thuc|hien|trien|khai"
    "|muc|chi|tieu|giai|phap|nhiem|vu|noi|dung|va|cac|tat|ca|toan|bo|tren|cua"
)


_TAKES_OUT = re.compile(rf"[,;]?\s?\(?(?:rieng|tru|ngoai tru) (?:cac )?{_NOUN}\s[a-z]")


def given_by_words(found: Found, start: int, end: int) -> list[Draft]:
    """The one task of which a clause that calls it by its words alone says who has it."""
    words = found.paper.folded[start:end]
    call = _CALLED.match(words) or _LED.search(words)
    return _meant(found, call["words"], Span(start, end)) if call else []


def takes_out(folded: str, start: int, end: int) -> bool:
    """ "Riêng nội dung tư vấn lưu động do Văn phòng chủ trì": of work that was given before, not new work."""
    words = folded[start:end]
    return _TAKES_OUT.match(words) is not None and _CALLED.match(words) is not None


def beside(found: Found, start: int, end: int) -> list[Draft]:
    """The task that words after the last section of a clause call."""
    call = _BESIDE.match(found.paper.folded, start, end)
    return _meant(found, call["words"], Span(start, end)) if call else []


def only_inside(found: Found, start: int, reference: int, blocks: Sequence[Block]) -> tuple[bool, list[Draft]]:
    """Whether the words before a section say that only some of it is meant, and the task of it that they call."""
    call = _INSIDE.search(found.paper.folded[start:reference])
    if call is None or not any(block.children for block in blocks):
        return False, []
    if len([word for word in call["words"].split() if word.strip(",") not in _SAY_NOTHING]) < _LEAST:
        return False, []
    return True, _meant(found, call["words"], Span(start, reference), blocks)


def _meant(found: Found, words: str, passage: Span, inside: Sequence[Block] | None = None) -> list[Draft]:
    """The one task of the contents in which the words stand together, or all of them in their order."""
    wanted = words_alone(words)
    first = _FIRST.match(f"{wanted} ")
    calls = {wanted, wanted[first.end() :] if first else wanted}
    drafts = [
        draft
        for draft in found.drafts
        if draft.block.part not in (IMPLEMENTATION, ARTICLES)
        and not draft.start <= passage.start < draft.end
        and (inside is None or any(draft.block.under(block) for block in inside))
    ]
    for call in sorted(calls, key=len, reverse=True):
        if call.count(" ") + 1 < _LEAST:
            continue
        for holds in (_holds, is_shortened):
            meant = [draft for draft in drafts if holds(call, _words(found, draft))]
            if len(meant) == 1:
                return meant
            if meant:
                break
    return []


def _holds(wanted: str, words: str) -> bool:
    return f" {wanted} " in f" {words} "


def _words(found: Found, draft: Draft) -> str:
    words = found.bare.get(draft.start)
    if words is None:
        words = found.bare[draft.start] = words_alone(found.paper.folded[draft.start : draft.end])
    return words
