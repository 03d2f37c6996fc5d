"""Finds every mention of another paper."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from congdoan.documents.reading.citations.grammar import (
    BACK,
    DATED,
    LAW,
    NUMBERED,
    PARTY_TYPES,
    RESOLUTION,
    SHORT,
    SHORT_TYPES,
    TYPE_BEFORE,
    TYPE_REACH,
    TYPES,
    YEAR,
)
from congdoan.documents.reading.citations.laws import law_end, resolution_end
from congdoan.documents.reading.citations.names import issuer_end, subject_end
from congdoan.documents.reading.model import Citation

_OF = re.compile(r"\s*,?\s*(?:cua|do)\s+")
_BETWEEN = re.compile(r"\s+giua\s+")
_ABOUT = re.compile(r"\s*,?\s*(?:ve viec|v/v|ve)\s*:?\s*")
_ABOUT_RULES = re.compile(r"\s*,?\s*(?=quy dinh|huong dan|sua doi)")
_LINK = re.compile(r"\s*(?:,|và|với|-|–)\s*(?:và\s+|với\s+)?")
_QUOTED = re.compile(r"\s*,?\s*(?=[“\"])")
_DIGITS = re.compile(r"\d+")
_SPACES = re.compile(r"\s")
_LETTERS = re.compile(r"[a-z]+")
_NOT_SYMBOL = re.compile(
    r"\d+\s?/\s?(?:ngay|thang|nam|nguoi|quy|tuan|lan|gio|kg|km|m|ha|trieu|dong|cong|don|huyen|xa"
    r"|lop|buoi|suat|ca|dv|nam)\b"
)


@dataclass(slots=True)
class _Found:
    start: int
    end: int
    type: str | None
    symbol: str | None
    date: date | None = None
    issuer: str | None = None
    subject: str | None = None
    core_end: int = 0


def read_citations(text: str, folded: str, start: int, own_symbol: str | None) -> list[Citation]:
    """Mentions of other papers from offset `start` on, in order. The paper's own symbol is none."""
    found: list[_Found] = []
    taken = start
    own = _SPACES.sub("", own_symbol or "").upper()
    for match in _matches(folded, start):
        if match.start() < taken:
            continue
        mention = _mention(match, text, folded, taken)
        if mention is None or (own and mention.symbol and mention.symbol.upper() == own):
            continue
        found.append(mention)
        taken = mention.core_end or mention.end
    _share_types(found, folded)
    _share_issuers(found, folded)
    _resolve_back(found)
    return [_citation(mention, text) for mention in found if mention.type]


def _matches(folded: str, start: int) -> list[re.Match[str]]:
    kinds = (SHORT, LAW, RESOLUTION, BACK)
    found = [match for digits in _DIGITS.finditer(folded, start) if (match := NUMBERED.match(folded, digits.start()))]
    found = [match for match in found if _begins_word(folded, match.start())]
    found += [match for kind in kinds for match in kind.finditer(folded, start) if _begins_word(folded, match.start())]
    return sorted(found, key=lambda match: (match.start(), -match.end()))


def _begins_word(folded: str, at: int) -> bool:
    before = folded[at - 1 : at]
    return not (before.isalnum() or (before in ("/", ".", "-") and folded[at].isdigit() and before != ""))


def _mention(match: re.Match[str], text: str, folded: str, taken: int) -> _Found | None:
    if match.re is LAW:
        end = law_end(text, folded, match)
        if end is None:
            return None
        mention = _Found(match.start(), end, TYPES[match["type"]], None)
        return _with_number_after(mention, text, folded)
    if match.re is RESOLUTION:
        end = resolution_end(text, folded, match)
        return None if end is None else _Found(match.start(), end, TYPES[match["type"]], None)
    if match.re is BACK:
        named = _type_before(folded, match.start(), taken)
        return _Found(named[0], match.end(), TYPES[named[1]], None, subject="\0") if named else None
    return _numbered(match, text, folded, taken)


def _numbered(match: re.Match[str], text: str, folded: str, taken: int) -> _Found | None:
    symbol = _SPACES.sub("", text[match.start("symbol") : match.end("symbol")])
    before = _type_before(folded, match.start("symbol"), taken)
    if match.re is SHORT:
        if before is None or before[1] not in SHORT_TYPES:
            return None
    else:
        letters = [letter for letter in symbol if letter.isalpha()]
        if letters and sum(letter.isupper() for letter in letters) * 2 < len(letters):
            return None
        if _NOT_SYMBOL.fullmatch(match["symbol"]) or (before is None and not letters):
            return None
    start, kind = before or (match.start("symbol"), None)
    name = TYPES[_SPACES.sub(" ", kind)] if kind else None
    mention = _Found(start, match.end("symbol"), name, symbol.replace("–", "-").replace("—", "-"))
    _read_rest(mention, text, folded)
    return mention


def _type_before(folded: str, at: int, taken: int) -> tuple[int, str] | None:
    """Where the kind of paper before a symbol begins, and its folded name."""
    base = max(taken, at - TYPE_REACH)
    found = TYPE_BEFORE.search(folded[base:at])
    return (base + found.start("type"), found["type"]) if found else None


def _with_number_after(mention: _Found, text: str, folded: str) -> _Found:
    """ "Luật Công đoàn số 50/2024/QH15 ngày 27/11/2024": the number of a law stands after its name."""
    number = _NUMBER_AFTER.match(folded, mention.end)
    if number:
        mention.subject = text[mention.start : mention.end].split(" ", 1)[-1].strip() or None
        mention.symbol = _SPACES.sub("", text[number.start("symbol") : number.end("symbol")])
        mention.end = number.end("symbol")
    _read_day(mention, folded)
    return mention


_NUMBER_AFTER = re.compile(
    r"\s*,?\s*\(?(?:so\s?[:.]?\s*)?(?P<symbol>\d{1,4}/(?:19|20)\d\d/(?:qh\d{0,2}|ubtvqh\d{0,2}|pl-[a-z]+\d*))\)?"
)


def _read_rest(mention: _Found, text: str, folded: str) -> None:
    """Day, issuer and subject after the symbol, in the orders in which papers write them."""
    limit = folded.find("\n", mention.end)
    limit = len(text) if limit < 0 else limit
    _read_day(mention, folded)
    between = _BETWEEN.match(folded, mention.end)
    of = between or _OF.match(folded, mention.end)
    if of:
        end = _parties_end(text, of.end(), limit) if between else issuer_end(text, of.end(), limit)
        if end > of.end():
            mention.issuer = text[of.end() : end]
            mention.end = end
    if mention.date is None:
        _read_day(mention, folded)
    about = _ABOUT.match(folded, mention.end) or _QUOTED.match(folded, mention.end)
    if about is None and mention.type in ("nghị định", "thông tư"):
        about = _ABOUT_RULES.match(folded, mention.end)
    mention.core_end = mention.end
    if about:
        end = subject_end(text, folded, about.end(), limit)
        subject = text[about.end() : end].strip(" ,")
        if len(subject) > 3:
            mention.subject = subject.strip('“”"').strip() or None
            mention.end = about.end() + len(text[about.end() : end].rstrip(" ,"))


def _parties_end(text: str, start: int, limit: int) -> int:
    """ "giữa A với B, C và D": to the end of the last organ."""
    end = issuer_end(text, start, limit)
    while end > start:
        link = _LINK.match(text, end)
        if link is None:
            break
        following = issuer_end(text, link.end(), limit)
        if following == link.end():
            break
        end = following
    return end


def _read_day(mention: _Found, folded: str) -> None:
    day = DATED.match(folded, mention.end)
    if day:
        parts = (day["ay"] or day["ayy"], day["am"] or day["amm"], day["ad"])
        mention.date = _date(*map(int, parts))
        mention.end = day.end() if folded[day.end() - 1] != ")" or "(" in day.group() else day.end() - 1
        return
    year = YEAR.match(folded, mention.end)
    if year and mention.type in ("luật", "bộ luật", "pháp lệnh", "hiến pháp", "điều lệ"):
        mention.end = year.end()


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _share_types(found: list[_Found], folded: str) -> None:
    """ "các Nghị quyết số 18-NQ/TW, 19-NQ/TW": the second has the type of the first, or that of its own letters."""
    for at, mention in enumerate(found):
        if mention.type is not None or mention.symbol is None:
            continue
        before = found[at - 1] if at else None
        letters = _LETTERS.findall(folded[mention.start : mention.start + len(mention.symbol) + 2])
        own = next((PARTY_TYPES[part] for part in letters if part in PARTY_TYPES), None)
        near = before is not None and mention.start - before.end < 12
        mention.type = (before.type if near and before and (own is None or before.type == own) else own) or "công văn"


def _share_issuers(found: list[_Found], folded: str) -> None:
    """ "Nghị quyết số 18-NQ/TW, Nghị quyết số 19-NQ/TW của Trung ương": the issuer is that of both."""
    for before, after in reversed(list(pairwise(found))):
        if before.issuer or before.subject or not after.issuer or after.start - before.end > 8:
            continue
        link = folded[before.end : after.start].strip()
        same = (before.symbol or "").rpartition("/")[2] == (after.symbol or "").rpartition("/")[2]
        if same and link in (",", "va", "", ", va", ", so", "va so", "so"):
            before.issuer = after.issuer


def _resolve_back(found: list[_Found]) -> None:
    """ "Nghị quyết nêu trên" is the last paper of that kind mentioned before."""
    last: dict[str | None, _Found] = {}
    for mention in found:
        if mention.subject == "\0":
            known = last.get(mention.type)
            if known is None:
                mention.type, mention.subject = None, None
                continue
            mention.symbol, mention.date = known.symbol, known.date
            mention.issuer, mention.subject = known.issuer, known.subject
        else:
            last[mention.type] = mention


def _citation(mention: _Found, text: str) -> Citation:
    assert mention.type is not None
    return Citation(
        type=mention.type,
        symbol=mention.symbol,
        date=mention.date,
        issuer=mention.issuer,
        subject=mention.subject,
        text=text[mention.start : mention.end],
        start=mention.start,
        end=mention.end,
    )
