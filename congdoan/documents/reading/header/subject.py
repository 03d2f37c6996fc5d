"""The subject (trích yếu): under the kind of paper, after "V/v" in a letter, over a table without a title."""

from __future__ import annotations

from itertools import pairwise

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.header.casing import sentence_case
from congdoan.documents.reading.header.draft import Draft
from congdoan.documents.reading.header.symbol import NUMBER, read_symbol
from congdoan.documents.reading.layout.front import NATION, SOME_DAY, SUBJECT_MARK, is_rule
from congdoan.documents.reading.layout.letters import vietnamese
from congdoan.documents.reading.layout.paper import Paper
from congdoan.documents.reading.model import Span

TO = re.compile(r"^\W*kinh gui\b")
_OF_BOARD = vietnamese(
    r"(?:CỦA|của) (?:BAN|Ban|ĐOÀN|THƯỜNG|CHỦ|ỦY|BỘ|TỈNH|HUYỆN)[^a-z]{2,80}?\s(?=[a-zđ]|V[ềỀ] )"
    r"|của (?:Ban (?:Thường vụ|Chấp hành|Bí thư)|Bộ Chính trị|Thường trực|Chủ tịch|Đảng ủy|(?:Tỉnh|Huyện|Thành|Thị) ủy)"
    r"[^\n.;:]{0,70}?\s(?=về )"
    r"|(?:HỘI NGHỊ|ĐẠI HỘI|KỲ HỌP) [^a-zà-ỹđ\n]{2,160}?\s(?=[A-ZÀ-ỸĐ][a-zà-ỹđ])"
)
"""Who passed it, between the kind and the subject."""
_NUMBER_LAST = re.compile(r"(?<=\s)S[ốỐ]\s?:\s?\d{1,5}\s?/[A-ZĐ][A-ZĐa-zđ-]+\s*$")
""" "... giữa Liên đoàn Lao động tỉnh và Bệnh viện / Số: 02/TTHT-LĐLĐ-BV": the number under the subject."""
_CAPTION = re.compile(r"(?:PHỤ LỤC|BẢNG|DANH MỤC|BIỂU|PHÂN CÔNG|LỊCH|TIẾN ĐỘ|NHIỆM VỤ|CHƯƠNG TRÌNH|KẾ HOẠCH)")
_BARE_CAPTION = re.compile(
    r"(?:(?:BẢNG|BIỂU|DANH MỤC|LỊCH|TỔNG HỢP|CHI TIẾT|PHÂN CÔNG|GIAO|TIẾN ĐỘ|NHIỆM VỤ|CÔNG VIỆC|VIỆC|THỰC HIỆN|CÔNG TÁC"
    r"|TRIỂN KHAI|CÁC)\s?)+"
)
_STARS = re.compile(r"[*_=~]{1,}|-{3,}")
_ISSUED_WITH = re.compile(
    r"\s*[(\[]?\s*(?:ban hanh |dinh )?kem theo (?:quyet dinh|ke hoach|cong van|nghi quyet|thong bao)\b"
    r"|\s*\((?:thuc hien|can cu|theo) (?:quyet dinh|ke hoach|cong van|nghi quyet|thong bao|chi thi|chuong trinh) so\b"
)
_NO_SUBJECT = ("can cu ", "xet ", "kinh gui")
_LEAST = 10


def take_subject(paper: Paper, start: int, end: int, draft: Draft) -> None:
    """Read the subject in the text from `start` to `end`; a number that stands there is the paper's."""
    number = NUMBER.match(paper.folded[start:end])
    if number:
        read_symbol(paper.text[start : start + number.end()], number[0], start, draft)
        start += number.end()
    last = _NUMBER_LAST.search(paper.text, start, end) if draft.symbol is None else None
    if last:
        read_symbol(paper.text[last.start() : end], paper.folded[last.start() : end], last.start(), draft)
        end = last.start()
    folded = paper.folded[start:end]
    start += len(folded) - len(folded.lstrip())
    board = _OF_BOARD.match(paper.text, start, end)
    start = board.end() if board else start
    folded = paper.folded[start:end]
    mark = SUBJECT_MARK.match(folded)
    begin = start + (mark.end() if mark else 0)
    stop = _end(folded, begin - start, draft, start)
    subject = " ".join(paper.text[begin : start + stop].split()).strip(" “”")
    enclosed = subject[:1] == subject[-1:] == '"'
    subject = subject if subject.count('"') == 2 and not enclosed else subject.strip(' "')
    if folded.startswith(_NO_SUBJECT) or not subject:
        return
    subject = _closed(subject.rstrip(" .;:"), paper.text[begin : start + stop])
    draft.subject = sentence_case(subject, paper.text, paper.folded, first_capital=mark is None)
    draft.spans["subject"] = Span(begin, start + stop)


def _end(folded: str, begin: int, draft: Draft, start: int) -> int:
    """Where the subject ends: at a rule, or at "(Ban hành kèm theo ...)", which is kept as a span of its own."""
    issued = _ISSUED_WITH.search(folded, begin)
    if issued and issued.start() > begin + _LEAST:
        draft.spans["issued_with"] = Span(start + issued.start(), start + len(folded))
        return issued.start()
    cut = _STARS.search(folded, begin)
    return cut.start() if cut and cut.start() > _LEAST else len(folded)


def _closed(subject: str, printed: str) -> str:
    """Without the marks of quotation around all of it, but with those of a name at its end."""
    if subject.count("“") > subject.count("”") and "”" in printed:
        return f"{subject}”"
    return f"“{subject}" if subject.count("”") > subject.count("“") and "“" in printed else subject


def read_letter(paper: Paper, draft: Draft) -> int:
    """A letter names no kind: its subject stands after "V/v", its body after "Kính gửi".

    Returns the index of the first paragraph of the body.
    """
    body = 0
    paragraphs = paper.paragraphs
    for at, paragraph in enumerate(paragraphs[:40]):
        folded = paper.folded[paragraph.start : paragraph.end]
        if draft.subject is None and SUBJECT_MARK.match(folded) and not paragraph.cells:
            end = at
            while end + 1 < min(len(paragraphs), at + 5) and _goes_on(paper, end + 1):
                end += 1
            take_subject(paper, paragraph.start, paragraphs[end].end, draft)
            body = max(body, end + 1)
            draft.type = "công văn"
        elif TO.match(folded):
            body = _after_addressees(paper, at)
            draft.type = draft.type or "công văn"
            break
        elif NATION.search(folded) and len(folded) < 120:
            body = max(body, at + 1)
    return body if draft.type else max(body, _read_caption(paper, draft))


def _read_caption(paper: Paper, draft: Draft) -> int:
    """A table without a title of its own kind: the lines in capitals over it name the organ and the subject, or a line
    under them, where they only say that work is given out.
    """
    first = next((at for at, paragraph in enumerate(paper.paragraphs[:15]) if paragraph.cells), 0)
    for paragraph, below in pairwise(paper.paragraphs[: first + 1]):
        text = paper.text[paragraph.start : paragraph.end]
        if _CAPTION.match(text) and text[:12].isupper():
            says_more = _BARE_CAPTION.fullmatch(text) and not below.cells and paper.text[below.start].isalpha()
            line = below if says_more else paragraph
            draft.subject = paper.text[line.start : line.end]
            draft.spans["subject"] = Span(line.start, line.end)
    return first


def _goes_on(paper: Paper, at: int) -> bool:
    """Whether a line of the letterhead goes on with the subject of a letter."""
    paragraph = paper.paragraphs[at]
    text, folded = paper.text[paragraph.start : paragraph.end], paper.folded[paragraph.start : paragraph.end]
    if len(text) > 90 or NATION.search(folded) or SOME_DAY.search(folded) or TO.match(folded) or is_rule(text):
        return False
    return text[0].islower() or text[0].isdigit() or _is_last_line(paper, at)


_SHORT_LINE = 60


def _is_last_line(paper: Paper, at: int) -> bool:
    """ "... dịp Tết / Nguyên đán Quý Mão": a line cut from the one before, over the addressees or the motto."""
    line, before = (paper.text[one.start : one.end] for one in (paper.paragraphs[at], paper.paragraphs[at - 1]))
    if len(line) > _SHORT_LINE or len(before) > _SHORT_LINE or not line[0].isalpha() or line.isupper():
        return False
    if line[-1] in ":.;," or before[-1] in ".;:" or at + 1 >= len(paper.paragraphs):
        return False
    after = paper.folded[paper.paragraphs[at + 1].start : paper.paragraphs[at + 1].end]
    return TO.match(after) is not None


def _after_addressees(paper: Paper, at: int) -> int:
    body = at + 1
    while body < min(len(paper.paragraphs), at + 30) and _is_addressee(paper, body):
        body += 1
    return body


def _is_addressee(paper: Paper, at: int) -> bool:
    paragraph = paper.paragraphs[at]
    text = paper.text[paragraph.start : paragraph.end]
    return (len(text) < 140 and text[0] in "-–+•" and text.endswith((";", ".", ","))) or (
        len(text) < 90 and text[0] in "-–+•"
    )
