"""Whether a lead's name is whole by what the paper itself shows: its own words, and where else it stands."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.trades import may_be_of_trade
from congdoan.documents.reading.assignment.units import Unit
from congdoan.documents.reading.doubts.names import is_loose
from congdoan.documents.reading.layout.letters import vietnamese
from congdoan.documents.reading.learned.names import chances_of_end
from congdoan.documents.reading.tasks.found import Found

_CLOSED = vietnamese(
    r"(?:Ban Chấp hành|Ban Thường vụ|BCH|BTV|[ỦU][yỷ] ban [Kk]iểm tra|UBKT|CĐCS|LĐLĐ|UBND|MTTQ)\s"
    r"(?!(?:tỉnh|huyện|xã|phường|quận|thành|thị|đặc khu|ngành|cơ sở|các|và|trực thuộc|công đoàn|công ty|trường|khối|khu"
    r"|bộ phận|lâm thời|cấp|tổng|doanh nghiệp|đơn vị|trung ương|khóa|phụ trách|thường trực|được|của|trong|ngoài|có|là"
    r"|lần|nhiệm kỳ|đương nhiệm|thành viên|tại|chưa|thuộc)(?![a-zà-ỹđ]))[a-zà-ỹđ]"
)
"""A name that ends here or says of which level it is: "Ban Chấp hành | đề cao trách nhiệm"."""
_NEXT = re.compile(r" ([^\W\d_]+ [^\W\d_]+)(?: ([^\W\d_]+))?")
_DUTIES = frozenset(
    ("chủ trì", "phối hợp", "tham mưu", "thực hiện", "phụ trách", "theo dõi", "tổng hợp", "có trách", "chịu trách")
)
_OFTEN, _SHORTEST = 2, 6


def may_be_cut(found: Found, unit: Unit) -> bool:
    """Whether a lead's name may end sooner or later than was read."""
    printed = found.paper.text[unit.span.start : unit.span.end]
    if printed not in found.cut_names:
        found.cut_names[printed] = _CLOSED.search(printed) is not None or _always_goes_on(found.paper.text, printed)
    return found.cut_names[printed]


_HARDLY, _SURELY = 0.3, 0.8
"""How likely a name must end where it was read to: below the one it is doubted, from the other on no rule doubts it."""


def may_end_elsewhere(text: str, unit: Unit) -> bool:
    """Whether the words around a body's name may belong to it, or its last words may not."""
    if not unit.sure:
        return True
    ends = chances_of_end(text, unit.span.start, unit.span.end)
    likely = 0.0 if ends is None else min(ends.there, 1 - ends.sooner)
    if likely < _HARDLY:
        return True
    return likely < _SURELY and (is_loose(text, unit) or may_be_of_trade(text, unit.span.start, unit.span.end))


def _always_goes_on(text: str, printed: str) -> bool:
    """Whether the same two words follow a name at every place, and then others: "Thủ trưởng cơ sở | giáo dục ..."."""
    if len(printed) < _SHORTEST:
        return False
    pair, thirds, count = None, set(), 0
    at = text.find(printed)
    while at >= 0:
        following = _NEXT.match(text, at + len(printed))
        if following is None or (pair is not None and following[1] != pair) or following[1] in _DUTIES:
            return False
        pair, count = following[1], count + 1
        thirds.add(following[2])
        at = text.find(printed, at + len(printed))
    return count >= _OFTEN and len(thirds) > 1
