"""Reads the letterhead: the organs on the left, number and day; what is left over of torn mottos is dropped."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.header.day import read_day
from congdoan.documents.reading.header.draft import Draft
from congdoan.documents.reading.header.organs import group_organs
from congdoan.documents.reading.header.symbol import read_symbol
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.layout.front import NATION, SUBJECT_MARK, type_of
from congdoan.documents.reading.layout.paper import CELL_SEPARATOR, Paper
from congdoan.documents.reading.model import Span

_STARS = re.compile(r"[*_=~|]{1,}|-{3,}|–{2,}|—{2,}")
_TORN = re.compile(r"(?:chu )?nghia(?: viet(?: nam)?)?|viet nam|nam|(?:tu do )?-? ?hanh phuc|phuc|cong hoa|xa hoi")
_MARK = re.compile(
    r"\(?(?:hoa toc|thuong khan|khan|tuyet mat|toi mat|mat|ban sao|ban chinh|sao y(?: ban chinh)?|sao luc|trich sao"
    r"|luu hanh noi bo|(?:ban )?du thao(?: (?:lan )?(?:thu )?\w{1,5})?|den|cong van den|tai lieu .*|mau so .*)[ .:)]*"
)
"""Stamps and marks: urgency, secrecy, copy, draft."""
_CAPTION = re.compile(r"(?:PHỤ LỤC|BẢNG|DANH MỤC|BIỂU|PHÂN CÔNG|LỊCH|TIẾN ĐỘ|NHIỆM VỤ|CHƯƠNG TRÌNH|KẾ HOẠCH)")
_CUT_NAME = "TỔNG LIÊN ĐOÀN LAO ĐỘNG"
"""Its last words may stand on the next line, where they look like a piece of the motto."""
_LONGEST_LINE = 250
_MOTTOS = frozenset(("doan tncs ho chi minh", "doan thanh nien cong san ho chi minh"))
"""What stands on the right of a youth union's paper, where others have the nation's motto."""


def read_letterhead(paper: Paper, head: int, draft: Draft) -> None:
    """Read the paragraphs before index `head`."""
    end = paper.paragraphs[head].start if head < len(paper.paragraphs) else len(paper.text)
    separator = "\n".center(len(CELL_SEPARATOR))
    text = paper.text[:end].replace(CELL_SEPARATOR, separator)
    folded = paper.folded[:end].replace(CELL_SEPARATOR, separator)
    cuts = [match.span() for match in NATION.finditer(folded)]
    cuts += read_symbol(text, folded, 0, draft)
    cuts += read_day(text, folded, 0, draft)
    for start, stop in cuts:
        text = text[:start] + re.sub(r"[^\n]", " ", text[start:stop]) + text[stop:]
    lines: list[str] = []
    for line in re.finditer(r"[^\n]+", text):
        if lines and lines[-1] == _CUT_NAME and line[0].strip() == "VIỆT NAM":
            name: str | None = "VIỆT NAM"
        else:
            name = _organ_line(line[0], folded[line.start() : line.end()], draft)
        if name:
            lines.append(name)
            first = draft.spans.get("issuer", Span(line.start(), line.end()))
            draft.spans["issuer"] = Span(first.start, line.end())
    draft.organs = group_organs(lines)
    if len(draft.organs) > 1 and fold(draft.organs[-1]) in _MOTTOS:
        draft.organs.pop()


_MOST_SMALL = 0.3
_OF_ORGAN = re.compile(r"(?:CÔNG ĐOÀN|CĐCS|LIÊN ĐOÀN|CÔNG TY|TỔNG CÔNG TY|TRƯỜNG|BAN |ĐẢNG ỦY|NHÀ MÁY|XÍ NGHIỆP|ĐOÀN)")


def _in_capitals(line: str) -> bool:
    """Whether a line stands in capitals, but for a trade name: "CÔNG ĐOÀN PVFCCo"."""
    if line.isupper():
        return True
    small, letters = sum(map(str.islower, line)), sum(map(str.isalpha, line))
    return _OF_ORGAN.match(line) is not None and small <= _MOST_SMALL * letters


def _organ_line(printed: str, folded: str, draft: Draft) -> str | None:
    """The line without its ornaments if it can name an organ, else None."""
    if len(printed) > _LONGEST_LINE or SUBJECT_MARK.match(folded.strip()):
        return None
    rest = " ".join(_STARS.sub(" ", printed).split()).strip(" -–.,;:")
    if len(rest) < 3 or not _in_capitals(rest) or type_of(rest) or (draft.type is None and _CAPTION.match(rest)):
        return None
    plain = fold(rest)
    return None if _TORN.fullmatch(plain) or _MARK.fullmatch(plain) else rest
