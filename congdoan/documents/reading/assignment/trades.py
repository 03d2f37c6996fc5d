"""Bodies told by what they do for a living: "đơn vị thi công", "nhà thầu xây lắp", "cơ quan soạn thảo"."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.tasks.verbs import verb_at

_NOUN = re.compile(
    r"(?<!\w)(?:đơn vị|cơ quan|nhà thầu|tổ chức|doanh nghiệp|công ty|bộ phận|cán bộ|nhân viên|lực lượng"
    r"|(?<!công đoàn )(?<!đoàn )(?<!đảng )(?<!hội )cơ sở"
    r"|công nhân"
    r"|xí nghiệp|hộ|thương nhân|đội|nhóm|tổ|(?<!công )(?<!liên )(?<!thành )(?<!tỉnh )(?<!huyện )(?<!xã )đoàn)$",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]+")
_TRADE = (
    r"(?:thi công|xây lắp|tư vấn(?: (?:giám sát|thiết kế|pháp luật))?|soạn thảo|thẩm định|thẩm tra|vận hành|khai thác"
    r"|sản xuất(?:,? kinh doanh)?|chế biến|cho thuê(?: lại)?(?: lao động)?|bảo vệ|vận tải|cung ứng|cung cấp|đào tạo"
    r"|sử dụng(?: lao động)?|quản lý|quản lý vận hành|kiểm tra|giám sát|tiếp nhận|trực(?! cấp| tiếp| thuộc))"
)
_ESTABLISHMENT = re.compile(
    r"(?<!\w)(?<!công đoàn )(?<!đoàn )(?<!đảng )(?<!hội )(?<!bộ )cơ sở$",
    re.IGNORECASE,
)
_ITS_TRADE = re.compile(
    r" (?:giáo dục|đào tạo|dạy nghề|khám bệnh, chữa bệnh|khám, chữa bệnh|khám chữa bệnh|sản xuất|kinh doanh|chế biến"
    r"|lưu trú|cai nghiện|trợ giúp|bảo trợ|chăn nuôi|nuôi dạy|trông giữ|cho thuê|nghiên cứu|y tế|dịch vụ)(?!\w)"
    r"(?:,? (?:kinh doanh|dịch vụ|sản xuất|đào tạo|nghề nghiệp|nghề|mầm non|phổ thông|đại học|thường xuyên|xã hội"
    r"|ma túy|trẻ|nhà trọ|việc làm|giáo dục|công lập|ngoài công lập|tư nhân)(?!\w))*"
)
""" "Thủ trưởng cơ sở | giáo dục": an establishment is of some trade, whatever comes after it."""
_BEFORE_VERB = re.compile(rf" {_TRADE}(?=\s)")
_UP_TO_COLON = re.compile(rf" {_TRADE}(?: [^\W\d_]+|, [^\W\d_]+){{0,8}}(?=[:\n])")
_DUTY = re.compile(
    r"\s(?:có trách nhiệm|chịu trách nhiệm|cần|phải|chủ trì|phối hợp|thực hiện|tập trung|nhiệm vụ|sau(?: đây)?|những"
    r"|các nội dung|gồm|theo|để|nhằm)(?!\w)"
)


_ALSO_WORK = re.compile(
    r" (?:thẩm định|thẩm tra|kiểm tra|giám sát|tiếp nhận|quản lý|cung cấp|vận hành|bảo vệ|đào tạo|tư vấn"
    r"|soạn thảo)(?!\w)"
)
""" "Đơn vị | kiểm tra đôn đốc": what it does rather than what it is for."""


def trade_end(text: str, start: int, end: int) -> tuple[int, bool] | None:
    """Where a name goes on after its general noun, which stands from `start` to `end`, and whether that is sure.

    What it does for a living comes before a verb of work, or fills the line up to a colon; None when it does not.
    """
    if _NOUN.search(text, start, end) is None:
        return None
    its = _ITS_TRADE.match(text, end) if _ESTABLISHMENT.search(text, start, end) else None
    if its:
        return its.end(), True
    trade = _BEFORE_VERB.match(text, end)
    if trade and verb_at(_LETTERS.findall(text[trade.end() + 1 : trade.end() + 41].lower())[:4]):
        return trade.end(), _ALSO_WORK.match(text, end) is None
    line = _UP_TO_COLON.match(text, end)
    return (line.end(), True) if line and _DUTY.search(line.group()) is None else None


_INDUSTRY = re.compile(
    r" (?:khai thác|sản xuất|kinh doanh|đầu tư|chế biến|thi công|xây lắp|vận tải|cho thuê|cung ứng|dịch vụ|nuôi)(?!\w)"
)


def may_be_of_trade(text: str, start: int, end: int) -> bool:
    """ "Giám đốc các công ty | khai thác hầm lò": a general noun before what may be its trade."""
    return _INDUSTRY.match(text, end) is not None and _NOUN.search(text, start, end) is not None
