"""Reads a line of the targets: its figure and unit ("Ít nhất 80% cán bộ công đoàn ..." → 80, "%")."""

from __future__ import annotations

import re

from congdoan.documents.reading.layout.letters import vietnamese
from congdoan.documents.reading.model import Target

_FIGURE = re.compile(r"(?<![\w/.,-])(\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)(?![\d/])\s*(%|phan tram)?")
_NOT_A_FIGURE = re.compile(r"(?:nam|quy|thang|ngay|muc|dieu|khoan|so|khoa|lan thu|giai doan|den|dai hoi|-)\s?$")
_AGE = re.compile(r"\s?tuoi(?![a-z])")
_UNIT = vietnamese(
    r"\s*(?:(hợp tác xã|học sinh|[a-zà-ỹđ/²]+\d?(?:/[a-zà-ỹđ]+)?(?:\s(?:viên|đoàn|sở|hộ|nhà|nhân|sư|sĩ|trọ|kiến"
    r"|ước|bộ|lao|động|đồng"
    r"|việt|nam|tập|huấn|người|công|cơ"
    r"|trình|chức|nghiệp|vụ|lượt|nữ|phẩm|tác|xanh)){0,4})|([A-ZĐ]{2,8}))"
)
_WHOLE_UNITS = frozenset(
    ("đoàn viên", "cán bộ", "công đoàn cơ sở", "lượt người", "người", "lao động", "công nhân", "doanh nghiệp", "lớp")
)
_GOES_ON = vietnamese(r"\s(?!trở|mỗi|trong|cho|tại|được|và|của|theo|về|có|đến|từ|ở|với|là|để|do|năm)[a-zà-ỹđ/]")
_YEAR = re.compile(r"(?:19|20)\d\d$")


def read_target(text: str, folded: str, start: int, end: int, section: str) -> Target:
    for match in _FIGURE.finditer(folded, start, end):
        before = folded[max(start, match.start() - 12) : match.start()]
        if (
            _NOT_A_FIGURE.search(before)
            or _AGE.match(folded, match.end(), end)
            or (_YEAR.match(match[1]) and not match[2])
        ):
            continue
        unit = "%" if match[2] else _unit(text, match.end(), end)
        return Target(section, text[start:end], _number(match[1]), unit, start, end)
    return Target(section, text[start:end], None, None, start, end)


def unit_may_go_on(text: str, target: Target) -> bool:
    """Whether a unit of words was cut before a word that may belong to it ("3 cơ sở giáo dục ...")."""
    if target.unit is None or target.unit == "%" or target.unit in _WHOLE_UNITS:
        return False
    if target.unit.count(" ") > 1 or target.unit.endswith(" nhà") or target.unit.split(" ")[0] in _CLASSIFIERS:
        return True
    at = text.find(target.unit, target.start, target.end) + len(target.unit)
    return _GOES_ON.match(text, at, target.end) is not None


_CLASSIFIERS = frozenset(
    (
        "nhà",
        "căn",
        "phiên",
        "thiết",
        "tổ",
        "giường",
        "khu",
        "mô",
        "mái",
        "phòng",
        "tủ",
        "máy",
        "câu",
        "chuyên",
        "buổi",
        "cuộc",
        "hội",
    )
)
"""Words that begin a unit and are none alone."""
_WORD_ON = vietnamese(
    r"\s(?!(?:trở|mỗi|trong|cho|tại|được|và|của|theo|về|có|đến|từ|ở|với|là|để|do|năm|đạt|giữa|ra|vào"
    r"|trên|phục vụ|lưu động|gắn"
    r"|bằng|thuộc|như|nhằm|đủ|mới|hoạt động)(?!\w))[a-zà-ỹđ/]+"
)
_QUOTED = re.compile(r"\s[“\"][^”\"]{2,60}[”\"]")
_MOST_MORE = 5


def _unit(text: str, start: int, end: int) -> str | None:
    found = _UNIT.match(text, start, end)
    unit = (found[1] or found[2]) if found else None
    if found is None or unit is None or unit in _WHOLE_UNITS or unit.split(" ")[0] not in _CLASSIFIERS:
        return unit
    at = found.end()
    for _ in range(_MOST_MORE):
        more = _QUOTED.match(text, at, end) or _WORD_ON.match(text, at, end)
        if more is None:
            break
        at = more.end()
    return text[found.start() : at].strip()


def _number(printed: str) -> int | float:
    plain = printed.replace(".", "") if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", printed) else printed
    if "," in plain:
        return float(plain.replace(",", "."))
    return int(plain)
