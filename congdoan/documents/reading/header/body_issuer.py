"""Who issues a paper without a letterhead: "Ban Thường vụ Liên đoàn Lao động tỉnh xây dựng Kế hoạch"."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.layout.letters import vietnamese
from congdoan.documents.reading.layout.paper import Paper
from congdoan.documents.reading.model import Span

_ORGAN = (
    r"(?P<organ>Tổng Liên đoàn(?: Lao động Việt Nam)?|(?:Liên đoàn Lao động|LĐLĐ|Tỉnh ủy|Tỉnh uỷ"
    r"|Huyện ủy|Thành ủy|Ủy ban nhân dân|UBND"
    r"|Công đoàn|Sở|Đảng ủy)(?:\s(?:tỉnh|huyện|thành phố|thị xã|ngành|cơ sở|các|Khu|khu)|\s[A-ZÀ-ỸĐ][\wà-ỹđ]*){0,8})"
)
_ISSUES = vietnamese(
    r"(?:(?:Ban Thường vụ|Ban Chấp hành|Đoàn Chủ tịch|Thường trực|Ban Chỉ đạo|BTV|BCH)\s)?"
    + _ORGAN
    + r"(?:\s\([^)]{0,60}\))?,?\s(?:xây dựng|ban hành|đề ra|triển khai|đề nghị|yêu cầu|thông báo"
    r"|hướng dẫn|lập|quyết định|chỉ đạo|tổ chức)"
)
_NAMED_PLACE = vietnamese(r"\b(tỉnh|thành phố|huyện) ((?:[A-ZÀ-ỸĐ][a-zà-ỹđ]+ ?){1,3})")
_BARE_END = re.compile(r"\b(tỉnh|thành phố|huyện)$")


def issuer_in_body(paper: Paper, first: int) -> tuple[str, Span] | None:
    """The issuing organ and the words that name it, or None."""
    start = paper.paragraphs[first].start if first < len(paper.paragraphs) else 0
    found = _ISSUES.search(paper.text, start, start + 6000)
    if found is None:
        return None
    name = found["organ"].strip()
    span = Span(found.start("organ"), found.start("organ") + len(name))
    bare = _BARE_END.search(name)
    if bare:
        places = {place.strip() for kind, place in _NAMED_PLACE.findall(paper.text) if kind == bare[1]}
        shortest = min(places, key=len, default="")
        if shortest and all(place.startswith(shortest) for place in places):
            name = f"{name} {shortest}"
    return name.replace("LĐLĐ", "Liên đoàn Lao động"), span
