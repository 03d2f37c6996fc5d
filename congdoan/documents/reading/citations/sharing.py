"""What a mention takes from those beside or before it: type, issuer, or all of a paper named already."""

from __future__ import annotations

from itertools import pairwise

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.citations.grammar import PARTY_TYPES
from congdoan.documents.reading.citations.mention import Mention
from congdoan.documents.reading.citations.organs import is_of_one_organ
from congdoan.documents.reading.layout.fold import fold

_LETTERS = re.compile(r"[a-z]{2,}")
_LINKS = (",", "va", "", ", va", ", so", "va so", "so", ", va so")
_SAME_DAY = " cung ngay"
""" "Quyết định số 217-QĐ/TW ngày 12/12/2013 và Quyết định số 218-QĐ/TW cùng ngày"."""
_LINKS_OF_ONE_KIND = (*_LINKS, ";", "; so")


def share_types(found: list[Mention]) -> None:
    """ "các Nghị quyết số 18-NQ/TW, 19-NQ/TW": the second has the type of the first, or that of its own letters."""
    for at, mention in enumerate(found):
        if mention.type is not None or mention.symbol is None:
            continue
        before = found[at - 1] if at else None
        own = type_of_symbol(mention.symbol)
        near = before is not None and mention.start - before.end < 12
        mention.shares = near and before is not None
        like = before is not None and own == type_of_symbol(before.symbol or "")
        mention.type = (before.type if near and before and (own is None or like) else own) or "công văn"


def type_of_symbol(symbol: str) -> str | None:
    """The kind of paper that the first letters of a symbol name; those of a letter name its issuer."""
    letters = _LETTERS.search(fold(symbol))
    return PARTY_TYPES.get(letters[0]) if letters else None


def share_issuers(found: list[Mention], folded: str) -> None:
    """ "Nghị quyết số 18-NQ/TW, Nghị quyết số 19-NQ/TW của Trung ương": the issuer is that of both."""
    for before, after in pairwise(found):
        if after.date is None and _SAME_DAY in folded[after.start : after.end]:
            after.date = before.date
        if _both_on(before, after, folded):
            before.date, before.issuer = after.date, before.issuer or after.issuer
        if before.owner_first and after.shares and not after.issuer and _tail(before) == _tail(after):
            after.issuer, after.owner_first = before.issuer, True
    for before, after in reversed(list(pairwise(found))):
        if (
            before.issuer
            or before.subject
            or (before.date and not (after.shares or _joined(before, after, folded)))
            or not after.issuer
            or after.start - before.end > 8
        ):
            continue
        link = folded[before.end : after.start].strip()
        if (
            before.type == after.type
            and _tail(before) == _tail(after)
            and link in (_LINKS_OF_ONE_KIND if after.shares else _LINKS)
        ):
            before.issuer = after.issuer


def _both_on(before: Mention, after: Mention, folded: str) -> bool:
    """ "Chương trình số 28/CTr-TLĐ, Hướng dẫn số 39/HD-TLĐ cùng ngày 11/3/2022 của Tổng Liên đoàn"."""
    bare = before.symbol is not None and before.date is None and not before.subject
    link = folded[before.end : after.start].strip()
    return bare and after.date is not None and link in _LINKS and _SAME_DAY in folded[after.start : after.end]


def _joined(before: Mention, after: Mention, folded: str) -> bool:
    """ "Quyết định số 1371/QĐ-TTg ngày 09/8/2021 và Quyết định số 977/QĐ-TTg ngày 11/8/2022 của Thủ tướng".

    A comma joins those of an organ that no other has the letters of.
    """
    link = folded[before.end : after.start].strip()
    only = after.symbol is not None and is_of_one_organ(after.symbol)
    return before.type == after.type and (link == "va" or (link == "," and only))


def _tail(mention: Mention) -> str:
    """The organ at the end of a symbol; a letter's symbol begins with it."""
    letters = (mention.symbol or "").rpartition("/")[2]
    return letters.partition("-")[0] if mention.type == "công văn" else letters


def resolve_back(found: list[Mention], own: str) -> list[Mention]:
    """Mentions with what their references back mean; without those that refer to nothing, or to this paper itself.

    "Nghị quyết nêu trên" is the last paper of that kind mentioned before; "Kế hoạch 241" the one of that number.
    """
    last: dict[str | None, Mention] = {}
    numbered: dict[tuple[str | None, str], Mention] = {}
    kept = []
    for mention in found:
        if mention.bare and _is_number_of(mention, own):
            continue
        known = last.get(mention.type) if mention.back else None
        if mention.bare and mention.symbol:
            known = numbered.get((mention.type, mention.symbol.lstrip("0")))
        if mention.loose and known is None:
            continue
        if mention.back and known is not None and known.symbol is None and known.date is None:
            continue
        if known is not None:
            mention.symbol, mention.date = known.symbol, known.date
            mention.issuer, mention.subject = known.issuer or mention.issuer, mention.subject or known.subject
            mention.bare = False
        elif mention.back:
            continue
        last[mention.type] = mention
        if mention.symbol and not mention.bare:
            numbered[mention.type, _number(mention.symbol)] = mention
        kept.append(mention)
    return kept


def _number(symbol: str) -> str:
    digits = re.match(r"\d+", symbol)
    return digits[0].lstrip("0") if digits else ""


def _is_number_of(mention: Mention, own: str) -> bool:
    return bool(own) and mention.type == type_of_symbol(own) and _number(mention.symbol or "") == _number(own)
