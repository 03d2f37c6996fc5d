"""Mentions of other papers that may be read wrong, and words that look like a mention and were not taken for one."""

from __future__ import annotations

from collections.abc import Iterator

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.citations.organs import is_of_one_organ
from congdoan.documents.reading.citations.sharing import type_of_symbol
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.layout.letters import vietnamese
from congdoan.documents.reading.model import Citation, Header, Warning

_UNSURE = "Không chắc đã đọc đủ tên, số hoặc cơ quan ban hành của văn bản này."
_MISSED = "Chỗ này giống số hoặc tên của một văn bản nhưng chưa được coi là viện dẫn."
_LETTERS_FOLLOW = vietnamese(r"[/-] ?[A-ZĐ]{2}[A-Za-zĐđ]*(?:[-&/][A-ZĐƯ][A-Za-zĐđƯư]*)*")
_NUMBER = vietnamese(r"(?<![\w/.,-])\d{1,5}[a-c]? ?(?:/ ?(?:19|20)\d\d ?|- ?[A-ZĐ]{2,4}[A-Za-z]? ?)?$")
_LONGEST = 22
"""A number and, where there is a stroke, the letters after it; the stroke is looked for first, as it is seldom."""
_NAMED = vietnamese(
    r"[NCKTQHLBP](?:(?:ghị quyết|hỉ thị|ết luận|ghị định|hông tư|uyết định|ông văn|ế hoạch|ướng dẫn|hông báo) số:? ?\d"
    r"|ghị quyết (?:Đại hội|Hội nghị)|(?:uật|ộ luật|háp lệnh) [A-ZĐ][a-zà-ỹđ]+)"
)
_MORE_OF_NAME = vietnamese(
    r"\s[A-ZÀ-ỸĐ][a-zà-ỹđ]|,\s[a-zà-ỹđ]+ [a-zà-ỹđ]+ (?:tỉnh|huyện|thành phố|xã|ngành)(?![a-zà-ỹđ])"
)
_OF = re.compile(r"[\s,]*(?:của|do)\s(?=\w)")
_NUMBER_FOLLOWS = re.compile(r"(?:,? số ?:? ?\d|,? ?\(?(?:ngày )?\d{1,2}[/.-]\d|,? ngày \d)")
"""A number or a day that was not taken for that of the paper."""
_LAWS = frozenset({"luật", "bộ luật", "pháp lệnh"})
_OF_ASSEMBLY = frozenset({*_LAWS, "hiến pháp", "nghị quyết", "điều lệ"})
"""Papers that are cited by their day alone; of others a number is missing."""
_AFTER = 40


def weak_citations(text: str, start: int, citations: list[Citation], header: Header) -> Iterator[Warning]:
    """Doubts about `citations`, and about what stands between them from offset `start` on."""
    for citation in citations:
        if _is_weak(text, header, citation):
            yield Warning("citation_unsure", _UNSURE, citation.start, citation.end)
    ends = [start, *(citation.end for citation in citations)]
    starts = [*(citation.start for citation in citations), len(text)]
    for first, last in zip(ends, starts, strict=True):
        for begin, end in _looks_cited(text, first, max(first, last)):
            if not _is_own(text[begin:end], header):
                yield Warning("citation_missed", _MISSED, begin, end)


def _looks_cited(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Where a stretch between two mentions has a number with letters, or a kind of paper with a name or number."""
    for letters in _LETTERS_FOLLOW.finditer(text, first, last):
        number = _NUMBER.search(text[max(0, letters.start() - _LONGEST) : letters.start()])
        if number is not None:
            yield letters.start() - len(number[0]), letters.end()
    for named in _NAMED.finditer(text, first, last):
        if not text[named.start() - 1 : named.start()].isalnum():
            yield named.span()


def _is_own(printed: str, header: Header) -> bool:
    """Whether a number that was passed over is that of the paper itself."""
    number = printed.rpartition("số")[2].strip(": ").replace(" ", "")
    return bool(header.symbol) and number != "" and header.symbol is not None and header.symbol.startswith(number)


def _is_weak(text: str, header: Header, citation: Citation) -> bool:
    after = text[citation.end : citation.end + _AFTER]
    printed = citation.text
    if _NUMBER_FOLLOWS.match(after):
        return True
    if citation.symbol is None and citation.date and citation.type not in _OF_ASSEMBLY:
        return True
    if (
        citation.symbol is None
        and citation.date is None
        and _BY_THE_WAY.search(text[max(0, citation.start - _BEFORE) : citation.start])
    ):
        return True
    if citation.issuer and citation.issuer.startswith("Hội nghị "):
        return True
    if citation.symbol is None:
        cut = citation.type in _LAWS and after[:1] == " " and after[1:2].islower() and _ends_in_capital(printed)
        return cut and not _COMMON.match(after)
    if citation.issuer is None and (_OF.match(after) or _of_before(text, citation.start)):
        return True
    if citation.issuer is None and (
        _ABOVE.match(after) or _ISSUES.search(text[max(0, citation.start - _BEFORE) : citation.start])
    ):
        return True
    if citation.type not in _LETTERS and "/" in citation.symbol and _names_no_kind(citation.symbol):
        return True
    if citation.issuer and printed.endswith(citation.issuer) and _MORE_OF_NAME.match(after):
        return True
    shared = citation.issuer is not None and citation.issuer not in " ".join(printed.split())
    if shared and not is_of_one_organ(citation.symbol):
        return True
    if citation.symbol == header.symbol or "\n" in printed:
        return True
    return fold(printed[:4]) != fold(citation.type[:4])


_ABOVE = re.compile(r" (?:đã )?(?:nêu|nói) trên")
""" "Nghị quyết số 116/NQ-CP nêu trên": with the day and issuer of the mention above, or without."""
_ISSUES = vietnamese(r"(?:[A-ZÀ-ỸĐ][^\s,;.:]* |[a-zà-ỹđ]+ )(?:đã |vừa )?(?:ban hành|có|ký|gửi)\s(?:các )?$")
""" "Bộ Nội vụ đã có Công văn số ...": whose it is, told by the sentence and not by the mention."""
_BY_THE_WAY = re.compile(
    r"(?:tuyên truyền|phổ biến|tìm hiểu|chấp hành|học tập|thi hành)(?: (?:pháp luật|quy định|các|của|về|,)){0,3}\s$",
    re.IGNORECASE,
)
""" "Thi tìm hiểu Luật Công đoàn": what the work is about, which not everybody takes for a citation."""


def _of_before(text: str, start: int) -> bool:
    """ "... của Đảng ủy phường tại Tờ trình số ...": whose it is stands before."""
    before = text[max(0, start - _BEFORE) : start]
    return before.endswith(_AT) and " của " in before


def _names_no_kind(symbol: str) -> bool:
    """Whether the first letters of a symbol stand for no kind of paper: they may be joined to what follows."""
    return _LAW_SYMBOL.search(symbol) is None and type_of_symbol(symbol) is None


_LAW_SYMBOL = re.compile(r"/(?:QH|UBTVQH|SL)\d*")
_LETTERS = frozenset({"công văn", "văn bản"})
_AT = (" tại ", " theo ", " trong ")
_BEFORE = 70
_COMMON = re.compile(
    r"\s(?:và|về|của|cho|để|trong|tại|đến|được|là|có|với|theo|cùng|năm|số|ngày|khi|sau|đã|sẽ|này|hiện|từ|do|trên|tới)\s"
)


def _ends_in_capital(printed: str) -> bool:
    return printed.rpartition(" ")[2][:1].isupper()
