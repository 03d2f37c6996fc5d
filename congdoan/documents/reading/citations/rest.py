"""Day, issuer and subject after a symbol, in the orders in which papers write them."""

from __future__ import annotations

from datetime import date

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.citations.grammar import DATED, SHORT_DAY, TO_DIGITS, YEAR
from congdoan.documents.reading.citations.mention import Mention
from congdoan.documents.reading.citations.names import issuer_end, subject_end
from congdoan.documents.reading.citations.organs import is_organ_of_symbol

_OF = re.compile(r"\s*,?\s*(?:cua|do)\s+")
_AMENDED = re.compile(
    r"\s\((?:da |duoc |dang |con |het |chua )*(?:sua doi|bo sung|thay the|hieu luc|bai bo|hop nhat|goi tat)"
    r"[^()]{0,240}\)\scua\s"
)
""" "Nghị định số 156/2018/NĐ-CP (được sửa đổi bởi Nghị định số 91/2024/NĐ-CP) của Chính phủ", "(đã hết hiệu lực)"."""
_BETWEEN = re.compile(r"\s+giua\s+")
_ABOUT = re.compile(r"\s*,?\s*(?:ve viec|v/v|ve)\s*:?\s*")
_ABOUT_RULES = re.compile(r"\s*,?\s*(?=quy dinh|huong dan|sua doi(?!(?:,? bo sung)? (?:boi|theo|tai)\b))")
_LINK = re.compile(r"\s*(?:,|và|với|-|–)\s*(?:và\s+|với\s+)?")
_QUOTED = re.compile(r"\s*,?\s*(?=[“\"])")
_OF_WORD = " cua "
_JOINT = re.compile(r"/[^/-]+-[^/-]+-[^/\d-]+$|/(?:KH|CT|CTr|QC|NQ|HD)[^/-]*/[^/-]+-[^/]+$")
"""The symbol of a joint paper: a kind and two organs or more."""
_TERM = re.compile(r"\s\(khoa\s[ivx]+\)")
_WITH_YEAR = ("luật", "bộ luật", "pháp lệnh", "hiến pháp", "điều lệ")


def read_rest(mention: Mention, text: str, folded: str) -> None:
    limit = _cell_end(folded, mention.end)
    if mention.date is None:
        read_day(mention, folded)
    term = _TERM.match(folded, mention.end)
    mention.end = term.end() if term else mention.end
    _read_issuer(mention, text, folded, limit)
    if mention.date is None:
        read_day(mention, folded)
    about = _ABOUT.match(folded, mention.end) or _QUOTED.match(folded, mention.end)
    if about is None and mention.type in ("nghị định", "thông tư"):
        about = _ABOUT_RULES.match(folded, mention.end)
    mention.core_end = mention.end
    if about:
        _read_subject(mention, text, folded, about.end(), limit)


def _cell_end(folded: str, start: int) -> int:
    """The end of the line or table cell that a mention stands in, which its parts never leave."""
    line = folded.find("\n", start)
    line = len(folded) if line < 0 else line
    cell = folded.find(" | ", start, line)
    return line if cell < 0 else cell


def _read_issuer(mention: Mention, text: str, folded: str, limit: int) -> None:
    amended = _AMENDED.match(folded, mention.end)
    if amended and mention.issuer is None:
        end = issuer_end(text, amended.end(), limit)
        mention.issuer = text[amended.end() : end] or None
        return
    between = _BETWEEN.match(folded, mention.end)
    of = between or _OF.match(folded, mention.end) or _organ_alone(mention, folded)
    if of is None or mention.issuer:
        return
    joint = between is not None or _JOINT.search(mention.symbol or "") is not None
    end = _parties_end(text, of.end(), limit) if joint else issuer_end(text, of.end(), limit)
    if end > of.end():
        mention.issuer = text[of.end() : end]
        term = _TERM.match(folded, end)
        mention.end = term.end() if term else end


_SPACE = re.compile(r" (?=[a-z])")


def _organ_alone(mention: Mention, folded: str) -> re.Match[str] | None:
    """ "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 Chính phủ về ...": the organ of the symbol without "của"."""
    space = _SPACE.match(folded, mention.end)
    if space is None or not mention.symbol or not mention.date:
        return None
    return space if is_organ_of_symbol(mention.symbol, folded[space.end() : space.end() + _ORGAN_REACH]) else None


_ORGAN_REACH = 60


def _read_subject(mention: Mention, text: str, folded: str, start: int, limit: int) -> None:
    end = subject_end(text, folded, start, limit)
    printed = text[start:end].strip(" ,")
    if len(printed) <= 3:
        return
    mention.end = start + len(text[start:end].rstrip(" ,"))
    mention.subject = printed.strip('“”"').strip() or None
    if mention.issuer is None and printed[0] in '“"':
        _read_issuer(mention, text, folded, limit)
    elif mention.issuer is None:
        _take_issuer_from_end(mention, text, folded, start)
    if mention.date is None:
        read_day(mention, folded)


def _take_issuer_from_end(mention: Mention, text: str, folded: str, start: int) -> None:
    """ "Nghị định số 30/2020/NĐ-CP về công tác văn thư của Chính phủ": "-CP" tells whose the last words are."""
    of = folded.rfind(_OF_WORD, start, mention.end)
    issuer = of + len(_OF_WORD)
    if of > start and mention.symbol and is_organ_of_symbol(mention.symbol, folded[issuer : mention.end]):
        mention.issuer = text[issuer : mention.end]
        mention.subject = text[start:of].strip(' ,“”"') or None


_SAYS = re.compile(r"\s(?:ban hành|xây dựng|tổ chức|triển khai|hướng dẫn|thông báo|đề nghị|yêu cầu)(?!\w)")
""" "... giữa Sở với Liên đoàn Lao động tỉnh, Sở ban hành Kế hoạch": the last organ is no party."""


def _parties_end(text: str, start: int, limit: int) -> int:
    """ "giữa A với B, C và D": to the end of the last organ."""
    end = issuer_end(text, start, limit)
    while end > start:
        link = _LINK.match(text, end)
        if link is None:
            break
        following = issuer_end(text, link.end(), limit)
        if following == link.end() or ("," in link[0] and _SAYS.match(text, following)):
            break
        end = following
        if "và" in link[0]:
            break
    return end


def read_day(mention: Mention, folded: str) -> None:
    day = DATED.match(folded, mention.end)
    if day:
        mention.date = date_of(day)
        mention.end = day.end() if folded[day.end() - 1] != ")" or "(" in day.group() else day.end() - 1
        return
    short = SHORT_DAY.match(folded, mention.end)
    if short:
        mention.end = short.end()
        return
    year = YEAR.match(folded, mention.end)
    if year and mention.type in _WITH_YEAR:
        mention.end = year.end()


def date_of(day: re.Match[str]) -> date | None:
    """The day that a match of `DAY` prints."""
    parts = (day["y"] or day["yy"], day["m"] or day["mm"], day["d"])
    return _date(*(part.translate(TO_DIGITS) for part in parts))


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
