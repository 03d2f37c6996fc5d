"""Reads the header of an official paper: who issued it, what kind it is, its number, place, day and subject."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from congdoan.documents.reading.citations.sharing import type_of_symbol
from congdoan.documents.reading.header.body_issuer import issuer_in_body
from congdoan.documents.reading.header.horizon import horizon_of
from congdoan.documents.reading.header.organs import group_organs, natural_case
from congdoan.documents.reading.layout.front import NATION, PLACE_DAY, SUBJECT_MARK, is_rule, type_of
from congdoan.documents.reading.layout.paper import Paper
from congdoan.documents.reading.model import Header, Span, Warning

_NUMBER = re.compile(
    r"(?:^|\s)so\s*[:.]?\s*(?P<symbol>[\d./_… ]{0,14}\s?[/-]\s?[a-z][a-z0-9]*(?:\s?[-/&.]\s?[a-z0-9]+){0,9})(?![a-z])"
)
_OWN_BARE = re.compile(r"^(?P<symbol>\d{0,5}\s?[/-]\s?[a-z][a-z0-9]*(?:\s?[-/&]\s?[a-z0-9]+){1,9})$")
_LONE = re.compile(r"^so\s*[:.]?\s*(\d{0,5})[\s._…]*$")
_TO = re.compile(r"^\W*kinh gui\b")
_OF_BOARD = re.compile(r"(?:CỦA|của) (?:BAN|Ban|ĐOÀN|THƯỜNG|CHỦ|ỦY|BỘ|TỈNH|HUYỆN)[^a-z]{2,80}?\s(?=[a-zđ]|V[ềỀ] )")
_CAPTION = re.compile(r"(?:PHỤ LỤC|BẢNG|DANH MỤC|BIỂU|PHÂN CÔNG|LỊCH|TIẾN ĐỘ|NHIỆM VỤ|CHƯƠNG TRÌNH|KẾ HOẠCH)")
_STARS = re.compile(r"[*_=~]{1,}|-{3,}")


@dataclass(slots=True)
class _Draft:
    type: str | None = None
    symbol: str | None = None
    tail: str | None = None
    date: date | None = None
    place: str | None = None
    subject: str | None = None
    organs: list[str] = field(default_factory=list)
    spans: dict[str, Span] = field(default_factory=dict)


def read_header(paper: Paper) -> tuple[Header, int, list[Warning]]:
    """The header, the index of the first paragraph of the body, and what is doubtful about them."""
    draft = _Draft()
    body = _read_title(paper, draft)
    head = paper.title if paper.title >= 0 else body
    _read_letterhead(paper, head, draft)
    if draft.type is None and draft.symbol:
        draft.type = type_of_symbol(draft.symbol) or "công văn"
    issuer, warnings = _issuer(paper, draft, body)
    number = re.match(r"\d+", draft.symbol)[0] if draft.symbol and draft.symbol[0].isdigit() else None  # type: ignore[index]
    header = Header(
        type=draft.type,
        number=number,
        symbol=draft.symbol,
        date=draft.date,
        issuer=issuer,
        subject=draft.subject,
        until=horizon_of(draft.subject, draft.date),
        symbol_tail=draft.tail,
        place=draft.place,
        spans=tuple(draft.spans.items()),
    )
    return header, body, warnings + _missing(header)


def _read_title(paper: Paper, draft: _Draft) -> int:
    """The kind and the subject; returns the index of the first paragraph of the body."""
    if paper.title >= 0:
        named = paper.paragraphs[paper.title]
        draft.type = type_of(paper.text[named.start : named.end])
        draft.spans["type"] = Span(named.start, named.end)
        if paper.body == paper.title + 2:
            given = paper.paragraphs[paper.title + 1]
            _take_subject(paper, given.start, given.end, draft)
            if draft.subject is None:
                return paper.title + 1
        return paper.body
    return _read_letter(paper, draft)


def _read_letter(paper: Paper, draft: _Draft) -> int:
    """A letter names no kind: its subject stands after "V/v", its body after "Kính gửi"."""
    body = 0
    paragraphs = paper.paragraphs
    for at, paragraph in enumerate(paragraphs[:40]):
        folded = paper.folded[paragraph.start : paragraph.end]
        if draft.subject is None and SUBJECT_MARK.match(folded) and not paragraph.cells:
            end = at
            while end + 1 < min(len(paragraphs), at + 5) and _goes_on(paper, end + 1):
                end += 1
            _take_subject(paper, paragraph.start, paragraphs[end].end, draft)
            body = max(body, end + 1)
            draft.type = "công văn"
        elif _TO.match(folded):
            body = at + 1
            while body < min(len(paragraphs), at + 30) and _is_addressee(paper, body):
                body += 1
            draft.type = draft.type or "công văn"
            break
        elif NATION.search(folded) and len(folded) < 120:
            body = max(body, at + 1)
    return body or _read_caption(paper, draft)


def _read_caption(paper: Paper, draft: _Draft) -> int:
    """A table without a title of its own kind: the lines in capitals over it name the organ and the subject."""
    first = next((at for at, paragraph in enumerate(paper.paragraphs[:15]) if paragraph.cells), 0)
    for paragraph in paper.paragraphs[:first]:
        text = paper.text[paragraph.start : paragraph.end]
        if _CAPTION.match(text) and text[:12].isupper():
            draft.subject = text
            draft.spans["subject"] = Span(paragraph.start, paragraph.end)
    return first


def _goes_on(paper: Paper, at: int) -> bool:
    """Whether a line of the letterhead goes on with the subject of a letter."""
    paragraph = paper.paragraphs[at]
    text, folded = paper.text[paragraph.start : paragraph.end], paper.folded[paragraph.start : paragraph.end]
    if len(text) > 90 or NATION.search(folded) or PLACE_DAY.search(folded) or _TO.match(folded) or is_rule(text):
        return False
    return text[0].islower() or text[0].isdigit()


def _is_addressee(paper: Paper, at: int) -> bool:
    paragraph = paper.paragraphs[at]
    text = paper.text[paragraph.start : paragraph.end]
    return (len(text) < 140 and text[0] in "-–+•" and text.endswith((";", ".", ","))) or (
        len(text) < 90 and text[0] in "-–+•"
    )


def _take_subject(paper: Paper, start: int, end: int, draft: _Draft) -> None:
    folded = paper.folded[start:end]
    board = _OF_BOARD.match(paper.text, start, end)
    start, folded = (board.end(), folded[board.end() - start :]) if board else (start, folded)
    mark = SUBJECT_MARK.match(folded)
    begin = start + (mark.end() if mark else 0)
    cut = _STARS.search(folded, begin - start)
    stop = start + cut.start() if cut and cut.start() > 10 else end
    subject = " ".join(paper.text[begin:stop].split()).strip(' "“”')
    if folded.startswith(("can cu ", "xet ", "kinh gui")) or not subject:
        return
    draft.subject = subject.rstrip(" .;:")
    draft.spans["subject"] = Span(begin, stop)


def _read_letterhead(paper: Paper, head: int, draft: _Draft) -> None:
    lines: list[str] = []
    waiting: str | None = None
    for paragraph in paper.paragraphs[:head]:
        if paragraph.end - paragraph.start > 250:
            continue
        folded = paper.folded[paragraph.start : paragraph.end]
        text = paper.text[paragraph.start : paragraph.end]
        if SUBJECT_MARK.match(folded) or (draft.type is None and _CAPTION.match(text)):
            continue
        cuts = [match.span() for match in NATION.finditer(folded)]
        cuts += _read_number(text, folded, paragraph.start, draft, waiting)
        cuts += _read_day(text, folded, paragraph.start, draft)
        lone = _LONE.match(folded)
        waiting = lone[1] if lone else None
        rest = "".join(" " if any(a <= at < b for a, b in cuts) else letter for at, letter in enumerate(text))
        rest = " ".join(_STARS.sub(" ", rest).split()).strip(" -–.,;")
        if len(rest) > 2 and rest.isupper() and not lone and type_of(rest) is None:
            lines.append(rest)
            draft.spans.setdefault("issuer", Span(paragraph.start, paragraph.end))
            draft.spans["issuer"] = Span(draft.spans["issuer"].start, paragraph.end)
    draft.organs = group_organs(lines)


def _read_number(text: str, folded: str, start: int, draft: _Draft, waiting: str | None) -> list[tuple[int, int]]:
    found = _NUMBER.search(folded) or (_OWN_BARE.match(folded) if waiting is not None else None)
    if found is None or draft.symbol or draft.tail:
        return [found.span()] if found else []
    printed = re.sub(r"\s|[._…](?=[._…/-])", "", text[found.start("symbol") : found.end("symbol")])
    printed = (waiting or "") + printed.replace("–", "-").strip("._…")
    if printed[0].isdigit():
        draft.symbol = printed
    else:
        draft.tail = printed.lstrip("/-")
    draft.spans["symbol"] = Span(start + found.start("symbol"), start + found.end("symbol"))
    return [found.span()]


def _read_day(text: str, folded: str, start: int, draft: _Draft) -> list[tuple[int, int]]:
    found = PLACE_DAY.search(folded)
    if found is None or len(folded) > 160:
        return []
    begin = found.start()
    number = _NUMBER.search(folded)
    if number and number.end() > begin:
        begin = number.end()
    if draft.date is None:
        draft.place = text[begin : found.end("place")].strip(" ,.-–*") or None
        draft.spans["date"] = Span(start + begin, start + found.end())
        if found["day"].strip().isdigit() and found["month"].strip().isdigit():
            draft.date = _date(int(found["year"]), int(found["month"]), int(found["day"]))
    return [(begin, found.end())]


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _issuer(paper: Paper, draft: _Draft, body: int) -> tuple[str | None, list[Warning]]:
    if draft.organs:
        organ = draft.organs[-1]
        if fold_is_board(organ) and len(draft.organs) > 1:
            organ = f"{organ} {draft.organs[-2]}"
        return natural_case(organ), []
    found = issuer_in_body(paper, body)
    if found is None:
        return None, [Warning("issuer_missing", "Không thấy tên cơ quan ban hành.", 0, 0)]
    name, span = found
    draft.spans["issuer"] = span
    message = f"Không có phần tên cơ quan ban hành; suy ra “{name}” từ lời văn."
    return name, [Warning("issuer_inferred", message, span.start, span.end)]


def fold_is_board(organ: str) -> bool:
    return organ in (
        "BAN CHẤP HÀNH",
        "BAN THƯỜNG VỤ",
        "THƯỜNG TRỰC",
        "ĐOÀN CHỦ TỊCH",
        "ỦY BAN KIỂM TRA",
        "BCH",
        "BTV",
        "VĂN PHÒNG",
    )


def _missing(header: Header) -> list[Warning]:
    spans = dict(header.spans)
    named = (
        ("type", header.type, "Không thấy tên loại văn bản."),
        ("symbol", header.symbol, "Văn bản chưa có số."),
        ("date", header.date, "Văn bản chưa có ngày ban hành."),
        ("subject", header.subject, "Không thấy trích yếu."),
    )
    warnings = []
    for name, given, message in named:
        if given is None:
            span = spans.get(name, Span(0, 0))
            warnings.append(Warning(f"{name}_missing", message, span.start, span.end))
    return warnings
