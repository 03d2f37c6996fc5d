"""Finds every mention of another paper."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.citations.announced import read_announced
from congdoan.documents.reading.citations.grammar import (
    BACK,
    BARE,
    DATED_ALONE,
    DATED_BEFORE,
    DATED_TYPE_BEFORE,
    ISSUER_REACH,
    LAW,
    MISREAD,
    NUMBERED,
    OPENS,
    RESOLUTION,
    SERIES,
    SHORT,
    SHORT_TYPES,
    STILL_TO_COME,
    TO_DIGITS,
    TYPE_AND_ISSUER_BEFORE,
    TYPE_REACH,
    TYPES,
)
from congdoan.documents.reading.citations.kinds import referred_back, type_before
from congdoan.documents.reading.citations.laws import law_end, resolution_end
from congdoan.documents.reading.citations.mention import Mention
from congdoan.documents.reading.citations.names import issuer_end
from congdoan.documents.reading.citations.organs import is_word
from congdoan.documents.reading.citations.rest import date_of, read_day, read_rest
from congdoan.documents.reading.citations.sharing import resolve_back, share_issuers, share_types, type_of_symbol
from congdoan.documents.reading.header.casing import natural_case
from congdoan.documents.reading.model import Citation

_DIGITS = re.compile(r"[0-9]+")
_SPACES = re.compile(r"\s")
_NOT_SYMBOL = re.compile(
    r"\d+\s?/\s?(?:ngay|thang|nam|nguoi|quy|tuan|lan|gio|kg|km|m|ha|trieu|dong|cong|don|huyen|xa"
    r"|lop|buoi|suat|ca|dv|nam)\b"
)
_NUMBER_AFTER = re.compile(
    r"\s*,?\s*\(?(?:so\s?[:.]?\s*)?(?P<symbol>\d{1,4}/(?:19|20)\d\d/(?:qh\d{0,2}|ubtvqh\d{0,2}|pl-[a-z]+\d*))\)?"
)


_FORM = re.compile(r"\b(?:mau|bieu|phu luc|quyen|hoa don|phong|phieu|dien thoai|tai khoan|nha)(?: so)?\s?:?\s*$")
_OF_ASSEMBLY = re.compile(r"\s*,?\s*cua (?P<issuer>(?:uy ban thuong vu )?quoc hoi)\b")
_NUMBER_FOLLOWS = re.compile(r"\s*,?\s*so\s?[:.]?\s?\d")
_STUCK = re.compile(r"(?:^|[^a-z])so$")
""" "số241/KH-TLĐ"."""
_AT = re.compile(r"\s(?:tai|theo)\s(?:cac\s)?$")
_PRESENTS = re.compile(
    r"(?:^|\s)(?:nghe|xet|theo)\s(?P<issuer>[^,;.:|\n]{5,100}?)\s(?:trinh bay|bao cao|trinh)(?:\s(?:tai|cac))?\s$"
)
""" "Sau khi nghe Văn phòng trình bày Tờ trình số ..."."""
_NUMBER_WORD = re.compile(r"\bso\s?:?\s*$")


def read_citations(text: str, folded: str, start: int, own_symbol: str | None) -> list[Citation]:
    """Mentions of other papers from offset `start` on, in order. The paper's own symbol is none."""
    found: list[Mention] = []
    taken = start
    own = _SPACES.sub("", own_symbol or "").upper()
    for match in _matches(folded, start):
        if match.start() < taken:
            continue
        for mention in _mentions(match, text, folded, taken):
            if own and mention.symbol and mention.symbol.upper() == own:
                continue
            found.append(mention)
            taken = mention.core_end or mention.end
    share_types(found)
    share_issuers(found, folded)
    read_announced(found, text, folded)
    return [_citation(mention, text, folded) for mention in resolve_back(found, own)]


def _matches(folded: str, start: int) -> list[re.Match[str]]:
    """Everything that may begin a mention, by the place of its number or first word, the longest first."""
    found: list[re.Match[str]] = []
    for digits in _DIGITS.finditer(folded, start):
        at = digits.start()
        if _begins_word(folded, at):
            found += filter(None, (NUMBERED.match(folded, at), SERIES.match(folded, at)))
    for kind in (SHORT, MISREAD, DATED_ALONE):
        found += [match for match in kind.finditer(folded, start) if _begins_word(folded, match.start())]
    for opens in OPENS.finditer(folded, start):
        if _begins_word(folded, opens.start()):
            matches = (kind.match(folded, opens.start()) for kind in (BARE, LAW, RESOLUTION, BACK))
            found += [match for match in matches if match]
    return sorted(found, key=lambda match: (_place(match), -match.end()))


def _place(match: re.Match[str]) -> int:
    return match.start("symbol") if match.re in (SHORT, MISREAD) else match.start()


def _begins_word(folded: str, at: int) -> bool:
    before = folded[at - 1 : at]
    if before == "o" and _STUCK.search(folded[max(0, at - 5) : at]):
        return True
    return not (before.isalnum() or (before in ("/", ".", "-") and folded[at].isdigit() and before != ""))


def _mentions(match: re.Match[str], text: str, folded: str, taken: int) -> list[Mention]:
    if match.re is SERIES:
        return _series(match, text, folded, taken)
    if match.re is BACK:
        return referred_back(match, text, folded, taken)
    mention = _mention(match, text, folded, taken)
    return [mention] if mention else []


def _mention(match: re.Match[str], text: str, folded: str, taken: int) -> Mention | None:
    if match.re is LAW:
        end = law_end(text, folded, match)
        return None if end is None else _law(Mention(match.start(), end, TYPES[match["type"]], None), text, folded)
    if match.re is RESOLUTION:
        return _passed(match, text, folded)
    if match.re is BARE:
        return _bare(match, text, folded)
    if match.re is DATED_ALONE:
        return _dated(match, text, folded, taken)
    return _numbered(match, text, folded, taken)


def _passed(match: re.Match[str], text: str, folded: str) -> Mention | None:
    """Small letters name documents that a congress is still to write; a number is read with its own symbol."""
    end = resolution_end(text, folded, match)
    if end is None or _NUMBER_FOLLOWS.match(folded, end):
        return None
    if match["type"] == "van kien" and not text[match.start()].isupper():
        return None
    mention = Mention(match.start(), end, TYPES[match["type"]], None)
    read_day(mention, folded)
    return mention


def _bare(match: re.Match[str], text: str, folded: str) -> Mention | None:
    if not text[match.start()].isupper():
        return None
    kind, loose = TYPES[match["type"]], match["loose"] is not None
    mention = Mention(match.start(), match.end(), kind, match["symbol"], bare=True, loose=loose)
    if not loose:
        read_rest(mention, text, folded)
    return mention


def _dated(match: re.Match[str], text: str, folded: str, taken: int) -> Mention | None:
    """ "Kế hoạch ngày 05/4/2023 của Liên đoàn Lao động tỉnh": a paper that its day stands for."""
    base = max(taken, match.start() - ISSUER_REACH)
    found = DATED_TYPE_BEFORE.search(folded[base : match.start()])
    if found is None or not text[base + found.start("type")].isupper():
        return None
    start = base + found.start("type")
    if STILL_TO_COME.search(folded, max(0, start - TYPE_REACH), start):
        return None
    mention = Mention(start, match.start(), TYPES[_SPACES.sub(" ", found["type"])], None)
    if found["issuer"]:
        mention.issuer = _whole_name(text, base + found.start("issuer"), base + found.end("issuer"))
        if mention.issuer is None:
            return None
    read_day(mention, folded)
    if _NUMBER_FOLLOWS.match(folded, mention.end):
        return None
    read_rest(mention, text, folded)
    return mention


def _numbered(match: re.Match[str], text: str, folded: str, taken: int) -> Mention | None:
    symbol = _symbol(text[match.start("symbol") : match.end("symbol")])
    if match.re is MISREAD:
        symbol = _as_digits(symbol)
    before = type_before(folded, match.start("symbol"), taken)
    if match.re is SHORT:
        if before is None or before[1] not in SHORT_TYPES or not text[before[0]].isupper():
            return None
    else:
        letters = [letter for letter in symbol if letter.isalpha()]
        if letters and (sum(letter.isupper() for letter in letters) * 2 < len(letters) or is_word(letters)):
            return None
        if _NOT_SYMBOL.fullmatch(match["symbol"]) or (before is None and not letters):
            return None
    start, kind = before or (match.start("symbol"), None)
    mention = Mention(start, match.end("symbol"), TYPES[kind] if kind else None, symbol, bare=match.re is SHORT)
    if before is None:
        _read_name_before(mention, text, folded, taken)
    if mention.type is None and not _is_named(mention, folded, taken):
        return None
    read_rest(mention, text, folded)
    if mention.issuer is None:
        _read_proposer(mention, text, folded, taken)
    return mention


def _read_name_before(mention: Mention, text: str, folded: str, taken: int) -> None:
    base = max(taken, mention.start - ISSUER_REACH)
    found = TYPE_AND_ISSUER_BEFORE.search(folded[base : mention.start])
    dated = None if found else DATED_BEFORE.search(folded[base : mention.start])
    found = found or dated
    if found is None or _FORM.search(folded[base : mention.start]):
        return
    mention.type = TYPES[_SPACES.sub(" ", found["type"])]
    mention.issuer = text[base + found.start("issuer") : base + found.end("issuer")] if found["issuer"] else None
    mention.owner_first = mention.issuer is not None
    if dated:
        mention.date = date_of(dated)
    mention.start = base + found.start("type")


def _read_proposer(mention: Mention, text: str, folded: str, taken: int) -> None:
    """ "Theo đề nghị của Giám đốc Sở Xây dựng tại Tờ trình số 88/TTr-SXD": who wrote it stands before."""
    base = max(taken, mention.start - ISSUER_REACH)
    found = _AT.search(folded, base, mention.start)
    presents = None if found else _PRESENTS.search(folded, base, mention.start)
    if found and (of := folded.rfind("cua ", base, found.start())) >= 0:
        mention.issuer = _whole_name(text, of + len("cua "), found.start())
    elif presents:
        mention.issuer = _whole_name(text, presents.start("issuer"), presents.end("issuer"))


def _whole_name(text: str, start: int, end: int) -> str | None:
    return text[start:end] if issuer_end(text, start, end) == end else None


def _is_named(mention: Mention, folded: str, taken: int) -> bool:
    """Whether a symbol without a kind before it is a paper's: after "số" or another paper, and no form's number."""
    before = folded[max(0, mention.start - 24) : mention.start]
    if _FORM.search(before):
        return False
    return (
        mention.start - taken < 12
        or ("-" in (mention.symbol or "") and type_of_symbol(mention.symbol or "") is not None)
        or _NUMBER_WORD.search(before) is not None
    )


def _series(match: re.Match[str], text: str, folded: str, taken: int) -> list[Mention]:
    """ "các Nghị quyết số 18, 19-NQ/TW": each number with the end of the last."""
    named = type_before(folded, match.start(), taken)
    if named is None:
        return []
    tail = _symbol(text[match.start("tail") : match.end("tail")])
    numbers = list(_DIGITS.finditer(folded, match.start("numbers"), match.end("numbers")))
    mentions = [Mention(at.start(), at.end(), TYPES[named[1]], at[0] + tail) for at in numbers]
    mentions[0].start, mentions[-1].end = named[0], match.end()
    read_rest(mentions[-1], text, folded)
    for mention in mentions[:-1]:
        mention.issuer = mentions[-1].issuer
    return mentions


def _symbol(printed: str) -> str:
    return _SPACES.sub("", printed).replace("–", "-").replace("—", "-")


def _as_digits(symbol: str) -> str:
    number = re.match(r"[0-9oOiIlL]+", symbol)
    return number[0].lower().translate(TO_DIGITS) + symbol[number.end() :] if number else symbol


def _law(mention: Mention, text: str, folded: str) -> Mention:
    """ "Luật Công đoàn số 50/2024/QH15 ngày 27/11/2024": the number of a law stands after its name."""
    number = _NUMBER_AFTER.match(folded, mention.end)
    if number and mention.type:
        title = text[mention.start + len(mention.type) : mention.end].strip()
        mention.subject = title or None
        mention.symbol = _SPACES.sub("", text[number.start("symbol") : number.end("symbol")])
        mention.end = number.end("symbol")
    read_day(mention, folded)
    of = _OF_ASSEMBLY.match(folded, mention.end) if mention.symbol or mention.date else None
    if of:
        mention.issuer, mention.end = text[of.start("issuer") : of.end()], of.end()
    return mention


def _citation(mention: Mention, text: str, folded: str) -> Citation:
    assert mention.type is not None
    return Citation(
        type=mention.type,
        symbol=mention.symbol,
        date=mention.date,
        issuer=natural_case(mention.issuer, text, folded)
        if mention.issuer and " " in mention.issuer
        else mention.issuer,
        subject=mention.subject,
        text=text[mention.start : mention.end],
        start=mention.start,
        end=mention.end,
    )
