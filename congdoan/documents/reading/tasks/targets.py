"""Reads a line of the targets: its figure and unit ("Ít nhất 80% cán bộ công đoàn ..." → 80, "%")."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.layout.letters import vietnamese, word_table
from congdoan.documents.reading.model import Target

_FIGURE = re.compile(r"(?<![\w/.,-])(\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)(?![\d/])\s*(%|phan tram)?")
_NOT_A_FIGURE = re.compile(r"(?:nam|quy|thang|ngay|muc|dieu|khoan|so|khoa|lan thu|giai doan|den|dai hoi|-)\s?$")
_AGE = re.compile(r"\s?tuoi(?![a-z])")
_CONDITION = re.compile(r"\s?(?:thang|nam|ngay|gio)(?![a-z])|[^,;.%\d]{1,40} tro (?:len|xuong)(?![a-z])")
""" "... sau 03 năm đạt 65%", "từ 25 lao động trở lên đạt 80%": a figure that says of what, not how much."""
_UNIT = vietnamese(
    r"\s*(?:(hợp tác xã|học sinh|căn hộ|[a-zà-ỹđ/²]+\d?(?:/[a-zà-ỹđ]+)?(?:\s(?:viên|đoàn|sở|hộ|nhà|nhân|sư|sĩ|trọ|kiến"
    r"|ước|bộ|lao|động|đồng"
    r"|việt|nam|tập|huấn|người|công|cơ"
    r"|trình|chức|nghiệp|vụ|lượt|nữ|phẩm|tác|xanh)){0,4})|([A-ZĐ]{2,8}))"
)
_WHOLE_UNITS = word_table(
    """đoàn viên|cán bộ|công đoàn cơ sở|lượt người|người|lao động|công nhân|doanh nghiệp|lớp|hội viên|đảng viên
nghiệp đoàn|hợp tác xã|sáng kiến|sinh viên|học sinh|phụ nữ|công trình|luật sư|con|trẻ|ha|tấn|km|đồng|triệu đồng
tỷ đồng|nghìn đồng|căn hộ|hộ|nữ|nam"""
)
"""Units to which the words after them add only which ones ("công trình | mang tên công đoàn")."""
_MEASURES = word_table("ha|tấn|km|m2|đồng|triệu đồng|tỷ đồng|nghìn đồng|người|lượt người")
_STOP = (
    r"trở|mỗi|trong|cho|tại|được|và|của|theo|về|có|đến|từ|(?<!nhà )ở|với|là|để|do|năm|đạt|giữa|ra|vào|trên|phục vụ"
    r"|lưu động|gắn|bằng|thuộc|như|nhằm|đủ|mới|hoạt động|tham gia|liên kết|làm (?:công tác|nhiệm vụ|chủ|việc)"
    r"|thành lập|vay|ven|cấp|xếp loại|ký|đăng ký|hoàn thành|thoát|đi|thi đua|mang|đặt|phòng,? chống"
)
_QUALITY = re.compile(r"\s(?:ưu tú|tiêu biểu|nòng cốt|xuất sắc|giỏi)(?!\w)")
""" "120 đoàn viên ưu tú": of what worth, told with the noun; other words only tell which ones."""
_BRACKET = re.compile(r"\s\([^()]{2,20}\)")
""" "05 phòng (cabin) vắt sữa"."""
_GOES_ON = vietnamese(rf"\s(?!(?:{_STOP})(?!\w))[a-zà-ỹđ/]")
_WORD_ON = vietnamese(rf"\s(?!(?:{_STOP})(?!\w))[a-zà-ỹđ/]+")
_NAMED = re.compile(r"\s?[“\"][^”\"]{2,60}[”\"]")
""" "nhà “Mái ấm Công đoàn”", "06 “Mái ấm Công đoàn”": the name that a thing has, or goes by alone."""
_OF_UNIONS = "đoàn viên công đoàn"
""" "10.000 đoàn viên | công đoàn": what they are members of is said by the paper itself."""
_SECOND = re.compile(rf"(?:,| và| hoặc) (?:{'|'.join(sorted(_WHOLE_UNITS, key=len, reverse=True))})(?!\w)")
""" "500.000 đoàn viên, hội viên": two nouns of one figure."""
_YEAR = re.compile(r"(?:19|20)\d\d$")
_MOST_MORE = 7


def read_target(text: str, folded: str, start: int, end: int, section: str) -> Target:
    figure = _figure(folded, start, end)
    if figure is None:
        return Target(section, text[start:end], None, None, start, end)
    unit = "%" if figure[2] else _unit(text, figure.end(), end)
    return Target(section, text[start:end], _number(figure[1]), unit, start, end)


def _figure(folded: str, start: int, end: int) -> re.Match[str] | None:
    """The first measure; a figure that says of what it is one only where no share follows it."""
    aside = None
    for match in _FIGURE.finditer(folded, start, end):
        before = folded[max(start, match.start() - 12) : match.start()]
        if _NOT_A_FIGURE.search(before) or _AGE.match(folded, match.end(), end):
            continue
        if _YEAR.match(match[1]) and not match[2]:
            continue
        if match[2] or (aside is None and not _CONDITION.match(folded, match.end(), end)):
            return match
        aside = aside or match
    return aside


def unit_may_go_on(text: str, target: Target) -> bool:
    """Whether a measure was not found whole: no figure or unit, or words stand beside the unit that may belong to it.

    "3 cơ sở | giáo dục ...", "15 đoàn viên | ưu tú".
    """
    if target.value is None:
        return any(letter.isdigit() for letter in target.text)
    if target.unit is None:
        return True
    if target.unit == "%" or target.unit in _MEASURES:
        return False
    if target.unit not in _WHOLE_UNITS and " " in target.unit:
        return True
    at = text.find(target.unit, target.start, target.end) + len(target.unit)
    if _SECOND.match(text, at, target.end):
        return True
    return _GOES_ON.match(text, at, target.end) is not None


def _unit(text: str, start: int, end: int) -> str | None:
    found = _UNIT.match(text, start, end)
    unit = (found[1] or found[2]) if found else None
    if found is None or unit is None:
        named = _NAMED.match(text, start, end)
        return named[0].strip() if named else None
    if unit.startswith(_OF_UNIONS):
        return _OF_UNIONS.partition(" công")[0]
    if found[2] or unit in _WHOLE_UNITS:
        more = _QUALITY.match(text, found.end(), end) or _SECOND.match(text, found.end(), end)
        return text[start : more.end()].strip() if more else unit
    at = found.end()
    for _ in range(_MOST_MORE):
        more = _NAMED.match(text, at, end) or _BRACKET.match(text, at, end) or _WORD_ON.match(text, at, end)
        if more is None:
            break
        at = more.end()
    return text[found.start() : at].strip()


def _number(printed: str) -> int | float:
    plain = printed.replace(".", "") if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", printed) else printed
    if "," in plain:
        return float(plain.replace(",", "."))
    return int(plain)
