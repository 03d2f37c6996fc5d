"""Work that comes again: every month, quarter, half year, year; and work that never ends. Over folded text."""

from __future__ import annotations

from collections.abc import Iterator

from congdoan.documents.reading import lazy_re as re

_ONCE = r"(?:(?:\s?/\s?|\s)(?:(?:1|01|mot)\s)?lan|\s(?:1|01|mot)\s(?:lop|cuoc|dot|buoi|ky)(?![a-z]))"
_TIMES = (
    r"(?:\d{1,2}|mot)\s(?:lan|luot|ngay|buoi|tin|bai|ky|so|cuoc|lop|dot"
    r"|don vi|doanh nghiep|phong su|chuyen de|mo hinh|hoi nghi)\s?(?:/|trong|moi|tren)\s?(?:mot\s)?"
)
_COUNTED = (
    r"\d{1,3}\s(?!dong|nghin|trieu|ty|ngay(?! luong)|gio|thang|nam|kg|tan|m2|ha|lit)[a-z]+"
    r"(?:,?\s(?!dong|nghin|trieu|ty|ngay|gio|thang|nam|moi)[a-z]+){0,3}(?:\s\"[^\"]{2,40}\")?\s?/\s?"
    r"(?:(?:nguoi|doan vien|hoi vien|don vi|cdcs|cong doan co so|to|can bo|huyen|xa)\s?/\s?)?"
)
""" "03 người/năm", "01 tin, bài/tháng", "05 nhà "Mái ấm công đoàn"/năm", "01 ngày lương/người/năm"."""
_SIX = r"(?:6|06|sau)\sthang"
_WEEKDAY = r"(?:thu\s(?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat),?"
_NTH = r"(?:dau(?:\stien)?|cuoi(?:\scung)?|thu\s(?:nhat|hai|ba|tu|[1-4]))"
""" "Thứ sáu tuần cuối của tháng", "tuần đầu tháng"."""
_DAY = (
    r"(?P<at>(?:(?:xong|gui|bao cao)\s)?(?:truoc|vao|cham nhat|muon nhat)\s(?:ngay\s)?\d{1,2}"
    r"(?:/\d{1,2}|\sthang\s\d{1,2})?"
    r"\s(?:cua\s)?)"
)
EVERY = re.compile(
    rf"(?<![a-z0-9]){_DAY}?(?:"
    rf"(?P<half_yearly>(?:dinh ky|moi|hang|theo|cu)\s{_SIX}(?:,?\s(?:va\s)?(?:(?:1|mot|hang|ca)\s)?nam(?!\s?\d))?"
    rf"|{_SIX}{_ONCE}|bao cao\s(?:dinh ky\s|so ket\s)?{_SIX}(?=[^.;]{{0,40}}\sbao cao nam\s)(?![^.;]{{0,40}}/20\d\d)"
    rf"|{_SIX},?\s(?:va\s)?(?:(?:1|mot|hang|ca)\s)?nam(?!\s?\d)|(?:2|02|hai)\squy{_ONCE})"
    rf"|(?P<quarterly>(?:dinh ky\s)?(?:hang|moi|tung|theo)\squy(?!\s(?:dinh|che|trinh|mo|hoach)\b)"
    rf"|dinh ky\s(?:quy(?!\s(?:i{1, 3}|iv|[1-4])(?![a-z\d]))|(?:3|03|ba) thang)"
    rf"|(?:(?<!\d\s)(?<!hai\s)quy|0?1\squy|(?:3|03|ba)\sthang){_ONCE}|(?:{_TIMES}|{_COUNTED})quy(?!\s[i1-4])|(?:4|04|bon)\s(?:lan|ky|dot|so|cuoc)\s?(?:/|moi|mot)\s?nam(?!\s?\d)"
    r"|(?:thang|tuan|ngay)\s(?:cuoi|dau)(?:\scung|\stien)?\s(?:cua\s)?(?:moi\s)?quy(?:\ssau)?(?!\s[i1-4])"
    r"|bao cao\s(?:dinh ky\s)?quy(?!\s(?:[i1-4]|cua\s))|ngay\s\d{1,2}\s(?:cua\s)?quy\ssau)"
    rf"|(?P<monthly>(?:dinh ky\s)?(?:hang|moi|tung)\sthang|dinh ky\s(?:(?:1|01|mot)\s)?thang(?!\s?\d)"
    rf"|(?<!\d\s)(?<!hai\s)(?<!ba\s)thang{_ONCE}|(?<![a-z0-9])0?1\sthang{_ONCE}|(?:{_TIMES}|{_COUNTED})thang(?!\s?\d)"
    r"|ngay\scuoi\s(?:cua\s)?(?:moi\s|hang\s)?thang(?!\s?\d|\snay)"
    rf"|ngay\s\d{{1,2}}\scua\sthang(?!\s?[a-z\d])|(?:tuan\s{_NTH}\s(?:cua\s)?|{_WEEKDAY}\s{_NTH}\scua\s)thang(?!\s?\d|\s[a-z])"
    r"|ngay\s\d{1,2}\s(?:cua\s)?thang\s(?:sau|truoc)|bao cao\s(?:dinh ky\s)?thang(?!\s?\d))"
    rf"|(?P<yearly>(?:dinh ky\s)?(?:hang|moi|tung)\snam|dinh ky\s(?:(?:1|01|mot)\s)?nam"
    r"|(?:moi|hang)\s(?:dip\s)?(?:he|mua he|nam hoc|tet|mua mua|mua bao)(?![a-z])"
    r"|(?:2|02|hai)\s(?:lan|ky|dot|cuoc)\s(?:mot\s)?nam(?!\s\d)|mot\snam\s(?:2|02|hai)\slan"
    r"|thuong nien|bao cao nam(?!\s?\d)|nam sau(?!\skhi)"
    rf"|(?<!hai\s)(?<!ba\s)(?<!\d\s)nam{_ONCE}|{_TIMES}nam(?!\s?\d)|{_COUNTED}nam(?!\s?\d)))(?![a-z])"
)
EVERY_WORDS = ("thang", "quy", "nam", "moi", "hang", "thuong nien")
"""Without one of these nothing comes again; a look for them is quicker than a search."""
_KINDS = ("half_yearly", "quarterly", "monthly", "yearly")
_GOODS = re.compile(r"(?:(?<!gap )mat|cua|khach|ngan)\s$")
""" "Hàng" is also goods: "mặt hàng", "cửa hàng"."""
_NAMES_ANOTHER = re.compile(r"(?:nghi phep|tien luong|muc luong|thu nhap|muc dong|phu cap|tro cap|quy luong)\s$")
""" "Nghỉ phép hằng năm": the rhythm of something else."""

_AT_MOST = re.compile(r"(?<![a-z])(?:khong (?:vuot )?qua|toi da)\s$")
""" "Kiểm tra doanh nghiệp không quá 01 lần trong năm" forbids more; it sets no rhythm."""

ALWAYS = r"thuong xuyen(?:,?\slien tuc)?|lien tuc(?:,?\sthuong xuyen)?"
ONGOING = re.compile(rf"(?<![a-z])(?P<words>(?:thuc hien\s)?(?:{ALWAYS}))(?![a-z])")
ONGOING_ONLY = re.compile(
    rf"(?:{ALWAYS}|trong suot|ca nam|cac nam|trong ca nam|quanh nam)"
    r"(?:\s?[,;]\s?(?:hang|moi)\snam|\s(?:hang|trong)\snam)?(?:\stheo\s.*)?"
)
_NOUNS = (
    r"khong|san xuat|giao duc|nguon chi|chi|kinh phi|ngan sach|nhiem vu|cong viec|viec lam|nguon|von|du toan|che do|thu"
)
_NOT_ONGOING = re.compile(rf"(?<![a-z])(?:{_NOUNS}|\d\s(?:nam|ngay|gio|thang))\s$")
_NOT_ONGOING_INSIDE = re.compile(rf"(?<![a-z])(?:{_NOUNS}|hoat dong|cong tac|lao dong|\d\s(?:nam|ngay|gio|thang))\s$")
_CLOSES = re.compile(r"\s*(?:[.;,)]|$)")


def recurrence_of(every: re.Match[str]) -> str | None:
    return next((kind for kind in _KINDS if every[kind]), None)


def find_every(folded: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The matches of EVERY."""
    named = any(folded.find(word, start, end) >= 0 for word in EVERY_WORDS)
    return EVERY.finditer(folded, start, end) if named else iter(())


def states_rhythm(text: str, folded: str, every: re.Match[str], start: int) -> bool:
    """ "Hằng năm tổ chức ..." sets a rhythm; "vào kế hoạch hằng năm" only names a plan."""
    before = folded[max(start, every.start() - 80) : every.start()]
    if every["at"]:
        return True
    if not _is_unit_of_time(text, every) or _REPORT_OF_YEAR.match(folded, every.start()):
        return False
    goods = every[0].startswith("hang") and _GOODS.search(before)
    return not (goods or _NAMES_ANOTHER.search(before) or _AT_MOST.search(before))


def _is_unit_of_time(text: str, every: re.Match[str]) -> bool:
    """Whether its month, quarter or year is printed as one: not the "Thắng lần" of "Tôn Đức Thắng lần thứ 24"."""
    units = list(_UNITS.finditer(every[0]))
    last = units[-1] if units else None
    if last is None or every.end() - every.start() != len(every[0]):
        return True
    at = every.start() + last.start()
    return text[at : at + len(last[0])].lower() in (_PRINTED[last[0]], last[0])


_UNITS = re.compile(r"(?<![a-z])(?:thang|quy|nam)(?![a-z])")
_PRINTED = {"thang": "tháng", "quy": "quý", "nam": "năm"}
_REPORT_OF_YEAR = re.compile(
    r"bao cao (?:dinh ky |so ket |tong ket )?(?:(?:0?6|sau|0?9|chin) thang|nam|quy)(?: dau nam| cuoi nam)?"
    r"(?:,? (?:gui )?(?:truoc|cham nhat|vao|xong)| \()[^.;]{0,80}\d/20\d\d"
)
""" "báo cáo 6 tháng trước 25/5, báo cáo năm trước 15/11/2025": names of reports, each by its day of one year."""


def find_ongoing(folded: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a passage says that the work never ends: "thường xuyên", but not "nguồn chi thường xuyên"."""
    if folded.find("thuong xuyen", start, end) < 0 and folded.find("lien tuc", start, end) < 0:
        return None
    for found in ONGOING.finditer(folded, start, end):
        before = folded[max(start, found.start() - 24) : found.start()]
        last = _CLOSES.match(folded, found.end(), end) is not None
        if not (_NOT_ONGOING if last else _NOT_ONGOING_INSIDE).search(before):
            return found.span("words")
    return None
