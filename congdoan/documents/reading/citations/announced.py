"""Papers of which a sentence tells who issued them, and when: "Ngày 16/01/2023, Đoàn Chủ tịch ban hành ..."."""

from __future__ import annotations

from itertools import pairwise

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.citations.grammar import DATED
from congdoan.documents.reading.citations.mention import Mention
from congdoan.documents.reading.citations.names import issuer_end
from congdoan.documents.reading.citations.rest import date_of

REACH = 150
_ISSUES = re.compile(r"\s(?:da |vua |cung |tiep tuc )*(?:ky )?(?:ban hanh|co|ra|ky|gui|phat hanh)\s(?:cac\s)?$")
_BEGINS = re.compile(r"(?:^|[\n.;:]\s?|[-–+•]\s)(?=(?P<day>ngay\s))")
_ASIDE = re.compile(r"\s?,?\s(?:(?:tai|trong|nhan)\s[^,;.]{2,60},\s)?")
""" "Ngày 16/01/2023, tại Hà Nội, Đoàn Chủ tịch ..."."""
_JOINED = re.compile(r",?\s(?:va|cung|kem)\s$")


def read_announced(found: list[Mention], text: str, folded: str) -> None:
    """Day and issuer from the beginning of the sentence; the issuer holds for what is joined to the first by "và"."""
    told: set[int] = set()
    for mention in found:
        if mention.symbol and not mention.date and not mention.issuer and _from_sentence(mention, text, folded):
            told.add(id(mention))
    for before, after in pairwise(found):
        joined = _JOINED.fullmatch(folded, before.end, after.start)
        if id(before) in told and joined and after.symbol and not after.issuer:
            after.issuer = before.issuer
            told.add(id(after))


def _from_sentence(mention: Mention, text: str, folded: str) -> bool:
    base = max(0, mention.start - REACH)
    issues = _ISSUES.search(folded, base, mention.start)
    if issues is None:
        return False
    begins = next(reversed(list(_BEGINS.finditer(folded, base, issues.start()))), None)
    day = DATED.match(folded, begins.start("day")) if begins else None
    aside = _ASIDE.match(folded, day.end(), issues.start()) if day else None
    if day is None or aside is None:
        return False
    start = aside.end()
    if start >= issues.start() or issuer_end(text, start, issues.start()) != issues.start():
        return False
    mention.date, mention.issuer, mention.owner_first = date_of(day), text[start : issues.start()], True
    return True
