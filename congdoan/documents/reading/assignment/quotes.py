"""Assignments by a quoted sentence: "chủ trì thực hiện nội dung “Chủ động rà soát ...” thuộc mục 2.1"."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.model import Assignment
from congdoan.documents.reading.assignment.references import Reference
from congdoan.documents.reading.assignment.sections import Sections
from congdoan.documents.reading.assignment.shortened import is_shortened
from congdoan.documents.reading.assignment.units import Unit
from congdoan.documents.reading.layout.fold import words_alone
from congdoan.documents.reading.model import Choice, Span
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.tasks.draft import Draft
from congdoan.documents.reading.tasks.found import Found

_MARKED = r"(?:\"(?P<words>[^\"]{8,1500})\"|(?<=[\s(])'(?P<single>\w[^'\"]{11,1500})'(?!\w))"
""" "...", or '...' where no name such as H'Lan stands."""
_QUOTE = re.compile(
    r"(?<![a-z])(?:noi dung|nhiem vu|viec|muc|y|giai phap|phan|diem|hoat dong"
    rf"|cong viec)(?![a-z])[^\"']{{0,40}}{_MARKED}"
)
_NEXT = re.compile(rf"\s?(?:,|;|va)?\s?(?:va\s)?{_MARKED}")
_LEAST_LIKENESS = 84


class Quote(NamedTuple):
    start: int
    end: int
    words: str


def quotes_in(folded: str, start: int, end: int) -> list[Quote]:
    """The sentences that a clause quotes as the work it hands over. Curly and straight marks fold to the same."""
    quotes: list[Quote] = []
    if folded.find('"', start, end) < 0 and folded.find("'", start, end) < 0:
        return quotes
    found = _NEXT.match(folded, start, end) or _QUOTE.search(folded, start, end)
    while found is not None:
        words = "words" if found["words"] else "single"
        quotes.append(Quote(found.start(words), found.end(words) + 1, found[words]))
        found = _NEXT.match(folded, found.end(), end) or _QUOTE.search(folded, found.end(), end)
    return quotes


_ENDS = re.compile(r"\"(?P<words>[^\"]{8,160})\"[\s.;]*$")


def ending_quote(found: Found, start: int, end: int) -> tuple[Block, Span] | None:
    """The one task whose words a clause quotes at its end: "Tổ Ngữ văn: câu lạc bộ “Lời hay ý đẹp”."."""
    quote = _ENDS.search(found.paper.folded, start, end)
    wanted = words_alone(quote["words"]) if quote else ""
    if quote is None or " " not in wanted:
        return None
    holders = [
        draft for draft in found.drafts if not draft.start <= start < draft.end and wanted in _words(found, draft)
    ]
    return (holders[0].block, Span(quote.start("words"), quote.end("words"))) if len(holders) == 1 else None


def quoted_scope(
    found: Found,
    sections: Sections,
    assignments: list[Assignment],
    given: Assignment,
    quote: Quote,
    references: list[Reference],
) -> bool:
    """Add `given` for what a clause quotes, wherever that stands; whether the quotation was found in the paper.

    "“...” thuộc mục 2.1, mục 2.5": the quotation stands in 2.1, so 2.5 is taken whole; the other reading is offered.
    """
    named = [(label, blocks[0]) for reference in references for label, blocks in sections.find(reference) if blocks]
    holder = holder_of(found, quote, [block for _, block in named], given.passage)
    if holder is None:
        return False
    span = Span(quote.start, quote.end)
    assignments.append(replace(given, scope=holder, quote=span))
    others = [(label, block) for label, block in named if not holder.under(block)]
    for _, block in others:
        assignments.append(replace(given, scope=block))
    if others:
        _doubt(found, given.units, references, holder, [block for _, block in others], quote)
    return True


def _doubt(
    found: Found, owner: list[Unit], references: list[Reference], holder: Block, others: list[Block], quote: Quote
) -> None:
    numbers = tuple(block.number for block in others)
    listed = ", ".join(number.partition(".")[2] or number for number in numbers)
    unit = found.unit_name(owner[0].name) if owner else "Đơn vị này"
    taken = Choice(f"{unit} chủ trì cả mục {listed}", unit, numbers, taken=True)
    other = Choice(f"{unit} chỉ chủ trì nội dung được trích; mục {listed} chưa có đơn vị chủ trì", None, numbers)
    message = (
        f"Câu giao việc trích một nội dung rồi nêu nhiều mục: có thể {unit} chủ trì cả mục {listed}, "
        f"hoặc chỉ chủ trì nội dung được trích. Đã hiểu theo cách thứ nhất."
    )
    end = max(reference.end for reference in references)
    found.warn("quote_scope", message, quote.end, end, (taken, other))


def holder_of(found: Found, quote: Quote, inside: list[Block], passage: Span) -> Block | None:
    """The passage that the quotation is taken from."""
    wanted = words_alone(quote.words)
    drafts = [draft for draft in found.drafts if not (draft.start <= passage.start < draft.end)]
    near = [draft for draft in drafts if any(draft.block.under(block) for block in inside)]
    for group in (near, drafts):
        holder = _best(found, wanted, group)
        if holder is not None:
            return holder
    return None


def _words(found: Found, draft: Draft) -> str:
    words = found.bare.get(draft.start)
    if words is None:
        words = words_alone(found.paper.folded[draft.start : draft.end])
        found.bare[draft.start] = words
    return words


def _best(found: Found, wanted: str, drafts: list[Draft]) -> Block | None:
    plain = [(draft, _words(found, draft)) for draft in drafts]
    for draft, words in plain:
        if wanted in words or (len(words) > 30 and words in wanted):
            return draft.block
    if not plain:
        return None
    from rapidfuzz.fuzz import partial_ratio

    likeness, best = max(((partial_ratio(wanted, words), at) for at, (_, words) in enumerate(plain)), default=(0, 0))
    if likeness >= _LEAST_LIKENESS:
        return plain[best][0].block
    shortened = [draft for draft, words in plain if is_shortened(wanted, words)]
    return shortened[0].block if len(shortened) == 1 else None
