"""Brackets beside a body's name: "(Tỉnh đoàn)" says whose it is and where its name ends, "(Việt Nam)" is part of it."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.unit_heads import head_at
from congdoan.documents.reading.assignment.which import verb_from

_ASIDE = re.compile(r"(?P<rest>(?:,? (?!\()[^\W\d_]+){0,7})\s\((?P<whose>[^()\n]{2,60})\)")
_PART = re.compile(r"(?:,| và| -)? ")
_COMMITTEE = re.compile(r"(?:Tỉnh|Huyện|Thành|Thị|Quận|Xã|Phường|Đảng) (?:đoàn|ủy|uỷ|hội)(?!\w)")
_COUNTRY = re.compile(r" \((?:Việt Nam|Vietnam|VN|VIETNAM|VIỆT NAM|Viet Nam)\)")
_COMPANY = re.compile(r"Công ty|công ty|TNHH|Tập đoàn|Ngân hàng|Nhà máy|CÔNG TY")


def up_to_aside(text: str, start: int, end: int, limit: int) -> int:
    """Where a name that seems to end at `end` ends, by a bracket after more words that says whose it is.

    "Ban Thanh niên công nhân |, nông thôn và đô thị (Tỉnh đoàn)".
    """
    country = _COUNTRY.match(text, end, limit)
    if country and _COMPANY.search(text, start, end):
        return country.end()
    aside = _ASIDE.match(text, end, limit)
    if aside is None or not aside["rest"] or not _is_body(text, aside.start("whose"), aside.end("whose")):
        return end
    for part in _PART.finditer(text, end, aside.end("rest")):
        if verb_from(text, part.end()) or head_at(text, part.end(), limit) is not None:
            return end
    return aside.end("rest")


def _is_body(text: str, start: int, end: int) -> bool:
    return head_at(text, start, end) is not None or _COMMITTEE.match(text, start, end) is not None
