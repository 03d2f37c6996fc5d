"""Reads the header of an official paper: who issued it, what kind it is, its number, place, day and subject."""

from __future__ import annotations

from datetime import date

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.citations.sharing import type_of_symbol
from congdoan.documents.reading.header.day import read_day_at_end, read_day_under_subject
from congdoan.documents.reading.header.draft import Draft
from congdoan.documents.reading.header.horizon import horizon_of
from congdoan.documents.reading.header.issuer import read_issuer
from congdoan.documents.reading.header.letterhead import read_letterhead
from congdoan.documents.reading.header.subject import read_letter, take_subject
from congdoan.documents.reading.header.symbol import read_symbol
from congdoan.documents.reading.header.weak import doubt_weak
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.layout.front import type_before_subject, type_of
from congdoan.documents.reading.layout.paper import Paper
from congdoan.documents.reading.model import Header, Span, Warning

_ISSUES = re.compile(
    r"(?:ban hanh|xay dung|de ra|trien khai)\s(?P<plan>(?:ke hoach|chuong trinh|de an|nghi quyet)\b"
    r"[^.;:\n\d]{0,80}\d[^.;:\n]{0,40})"
)
_COMES_WITH = re.compile(
    r"kem theo (quyet dinh|ke hoach|cong van|nghi quyet|thong bao|huong dan|chuong trinh)(?![a-z])"
)
_INTRODUCTION = 4000
"""Characters of the body in which a paper says what it is."""
_FIRST_SECTION = re.compile(
    r"\n\s*(?:[IVX]{1,4}|\d{1,2}|[A-H])\s?[.)/–-]\s?[^\W\d]|\n\s*(?:Điều|Phần|PHẦN|Chương|CHƯƠNG) \S"
)
_NAMED = (
    ("type", "Không thấy tên loại văn bản."),
    ("symbol", "Văn bản chưa có số."),
    ("date", "Văn bản chưa có ngày ban hành."),
    ("subject", "Không thấy trích yếu."),
)


def read_header(paper: Paper) -> tuple[Header, int, list[Warning]]:
    """The header, the index of the first paragraph of the body, and what is doubtful about them."""
    draft = Draft()
    body = _read_title(paper, draft) if paper.title >= 0 else read_letter(paper, draft)
    read_letterhead(paper, paper.title if paper.title >= 0 else body, draft)
    if draft.date is None and "date" not in draft.spans:
        body = read_day_under_subject(paper, body, draft)
    if draft.date is None and "date" not in draft.spans:
        read_day_at_end(paper.text, paper.folded, draft)
    if "issued_with" not in draft.spans:
        _find_origin(paper, draft, body)
    if draft.symbol is None and draft.tail is None and _is_part_of_paper(paper, draft):
        _read_own_number(paper, draft)
    if draft.type is None and draft.symbol:
        draft.type = type_of_symbol(draft.symbol) or "công văn"
    issuer = read_issuer(paper, draft, body)
    until = _until(paper, draft, body)
    doubt_weak(paper, draft, issuer, has_horizon=until is not None, body=body)
    number = re.match(r"\d+", draft.symbol or "")
    header = Header(
        type=draft.type,
        number=number[0] if number else None,
        symbol=draft.symbol,
        date=draft.date,
        issuer=issuer,
        subject=draft.subject,
        until=until,
        symbol_tail=draft.tail,
        place=draft.place,
        spans=tuple(draft.spans.items()),
    )
    for name, message in _NAMED:
        if getattr(header, name) is None:
            draft.doubt(name, "missing", message)
    return header, body, draft.warnings


def _find_origin(paper: Paper, draft: Draft, body: int) -> None:
    """Note the line "(Ban hành kèm theo Kế hoạch số ... ngày ...)" between title and body, which is no place."""
    for line in paper.paragraphs[paper.title + 1 : body + 1]:
        if _COMES_WITH.match(paper.folded[line.start : line.end].lstrip(" (").removeprefix("ban hanh ")):
            draft.spans["issued_with"] = Span(line.start, line.end)
            place = draft.spans.get("date")
            if place is not None and line.start <= place.start < line.end:
                draft.place = None


def _is_part_of_paper(paper: Paper, draft: Draft) -> bool:
    """Whether a table comes with a paper of its own kind, or says of no other that it is."""
    span = draft.spans.get("issued_with")
    kind = _COMES_WITH.search(paper.folded, span.start, span.end) if span else None
    return kind is not None and (draft.type is None or fold(draft.type) == kind[1])


def _read_own_number(paper: Paper, draft: Draft) -> None:
    """A table "(Ban hành kèm theo Kế hoạch số 41/KH-CĐHH ...)" is a part of that paper and bears its number."""
    span = draft.spans["issued_with"]
    read_symbol(paper.text[span.start : span.end], paper.folded[span.start : span.end], span.start, draft)
    if draft.symbol:
        draft.doubt("symbol", "inferred", "Bảng không có số riêng; lấy số của văn bản mà bảng kèm theo.")


def _until(paper: Paper, draft: Draft, body: int) -> date | None:
    """The horizon that the subject names, else the sentence that issues the plan ("ban hành Chương trình đến 2030")."""
    until = horizon_of(draft.subject, draft.date)
    if until or draft.type is None or body >= len(paper.paragraphs):
        return until
    start = paper.paragraphs[body].start
    first = _FIRST_SECTION.search(paper.text, start, start + _INTRODUCTION)
    for issued in _ISSUES.finditer(paper.folded, start, first.start() if first else start + _INTRODUCTION):
        until = horizon_of(paper.text[issued.start("plan") : issued.end()], draft.date)
        if until:
            draft.spans["until"] = Span(issued.start("plan"), issued.end())
            draft.doubt("until", "inferred", "Thời hạn của văn bản lấy từ câu mở đầu.")
            return until
    return None


_IN_DETAIL = re.compile(r"\s*(?:chi tiet|cu the)\W*")
""" "KẾ HOẠCH CHI TIẾT": what it is about stands on the next line."""


def _read_title(paper: Paper, draft: Draft) -> int:
    """The kind and the subject; returns the index of the first paragraph of the body."""
    named = paper.paragraphs[paper.title]
    text, folded = paper.text[named.start : named.end], paper.folded[named.start : named.end]
    draft.type, draft.spans["type"] = type_of(text), Span(named.start, named.end)
    begin, end = named.end, named.end
    if draft.type:
        read_symbol(text, folded, named.start, draft)
    elif joined := type_before_subject(text):
        draft.type, begin = joined[0], named.start + joined[1]
        draft.spans["type"] = Span(named.start, begin)
        if paper.body == paper.title + 2 and _IN_DETAIL.fullmatch(paper.folded, begin, named.end):
            begin = named.end
    if paper.body == paper.title + 2:
        end = paper.paragraphs[paper.title + 1].end
    begin += len(paper.text[begin:end]) - len(paper.text[begin:end].lstrip())
    if begin < end:
        take_subject(paper, begin, end, draft)
        if draft.subject and begin < named.end < end and not draft.subject.isupper():
            first = paper.text[begin : named.end]
            draft.subject = draft.subject.replace(first, first.capitalize(), 1)
        if draft.subject is None and paper.body == paper.title + 2:
            return paper.title + 1
    return paper.body
