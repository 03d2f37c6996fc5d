"""Whether a day in running text limits the work, or belongs to a name, a paper, an event or a period."""

from __future__ import annotations

from datetime import date

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.due.bare import follows_part_of_day, holds_event, is_feast, is_of_event, opens_work
from congdoan.documents.reading.due.dates import DATES

_BEFORE = (
    r"(?:(?:phai\s)?(?:hoan thanh|hoan tat|xong|gui|nop|bao cao|ket thuc|thuc hien)\s(?:xong\s)?)?(?:truoc"
    r"|cham nhat|muon nhat|khong qua|khong muon hon|han cuoi|han chot|han"
    r"|den het|den cuoi|den|toi|trong|vao|het|cuoi|xong|la"
    r"|(?<!dau )(?<!vat )(?<!thu )tu|ke tu|thoi gian|nhan dip|dip|hoan thanh|hoan tat|ket thuc|phan dau"
    r"|giai doan|du kien"
    r"|(?:(?:tai|trong) )?(?:phien|ky|cuoc) hop|(?:tai|trong) (?:(?:phien|ky|cuoc|buoi) (?:hop|sinh hoat"
    r"|doi thoai|lam viec|giao ban)|hoi nghi|giao ban|sinh hoat)(?: thuong ky| thuong le| chuyen de| giao ban"
    r"| lien tich| dinh ky| toan the| so ket| tong ket"
    r"| ban [a-z]+(?: [a-z]+){0,2}| bch| btv| chi bo| to(?: cong doan)?)?)"
)
_INNER = (
    r"(?:(?:\d{1,2}|hai|ba|cac) ngay,?(?=\s\d)|la|trong|suot|vao|truoc|den|het|cuoi|dau|nua dau|nua cuoi|tu"
    r"|giua|dip|khoang|cac|giai doan|thoi gian"
    r"|thoi diem|thoi han"
    r"|(?:buoi\s)?(?:sang|chieu|toi)|thu\s(?:hai|ba|tu|nam|sau|bay|[2-7]),?|chu nhat,?)"
)
_CLOCK = r"(?:\d{1,2}\s?(?:gio|h|g)\s?\d{0,2},?\s)?"
_LEAD = rf"(?:{_BEFORE}\s(?:{_INNER}\s){{0,3}}{_CLOCK}(?:ngay\s|:\s?)?)"
_PART = r"(?:cuoi|dau|het|giua|(?:thuong|trung|ha)\stuan|nhung ngay (?:dau|cuoi)|(?:nua|\d+ ngay) (?:dau|cuoi))"
""" "đầu quý II", "trung tuần tháng 5": a part of a month, a quarter or a year."""
DUE = re.compile(
    rf"(?<![a-z0-9])(?P<lead>{_LEAD})?(?P<part>{_PART}\s)?(?:ngay\s(?:mung\s|mong\s)?)?{DATES}"
    rf"(?P<again>\s(?:cua\s)?(?:hang|moi)\s(?P<unit>nam|quy|thang))?"
)
YEAR_END = re.compile(
    r"(?<![a-z0-9])(?:(?:vao|den|truoc|het|dip)\s(?:cuoi|het)\snam|trong\snam(?:\snay)?|cuoi\snam|het\snam)(?=\s*(?:[.,;()\n]|$))"
)
""" "Tổng kết vào cuối năm": of the year that a plan is for."""
_PERIOD_NAME = re.compile(
    r"(?:tam nhin|dinh huong|nhiem ky|nam hoc|nien do|ngan sach|he nam|dai hoi|huong "
    r"toi|tu nam|(?<!trong )giai doan)\s(?:den\s|nam\s|toi\s|\d{4}\s?-\s?)?$"
)
_ANNIVERSARY = re.compile(r"(?:ky niem|thanh lap|truyen thong)[^.;:,]{0,60}(?:, )?$")
_LAST_STEP = re.compile(
    r"[;.,]\s(?:to chuc\s)?(?:so ket|tong ket|khai mac|khanh thanh|nghiem thu|ban giao"
    r"|(?:trinh|ban hanh|cong bo|lay y kien|phe duyet)(?: [a-z]+){0,6})\s$"
)
""" "...; sơ kết tháng 12/2025.", "..., trình Ban Thường vụ quý III/2024."."""
_SENDS = re.compile(r"\b(?:gui|nop|bao cao|hoan thanh)\s[^.;]{0,60}$")
""" "Kết quả gửi về Ban Tổ chức ngày 30/11."."""
_OCCASION = re.compile(r"(?:nhan (?:dip |ngay )|(?:dung|vao|trong) dip |dip |truoc ngay )[^.;:,\d]{0,60}$")
_TOLD_AT = re.compile(r"(?:bao cao|trinh|thong qua|xem xet)[^.;]{0,60}$")
""" "Báo cáo chi bộ kỳ họp tháng 8", but not "chuẩn bị tài liệu phiên họp quý I"."""
_ON_A_DAY = re.compile(r"(?<![a-z])nhan $")
_SINCE = re.compile(r"(?<![a-z])dip [^.;()]{0,110}\(\d{1,2}/\d{1,2}/\d{4}\s?-\s?$")
""" "... nhân dịp kỷ niệm 94 năm Ngày truyền thống (15/10/1930 - 15/10/2024)"."""
_CELEBRATES = re.compile(r"(?<![a-z])(?:(?:ky niem|chao mung) \d+ nam [^.;()]{0,90}\((?:ngay )?|ky niem (?:ngay )?)$")
""" "Hội thi kỷ niệm 114 năm Ngày Quốc tế Phụ nữ (07/3/2024)", "tọa đàm kỷ niệm 20/10": it is held then."""
_IS_A_DUTY = re.compile(
    r"(?<![a-z])la (?:mot |trong |nhung ){0,3}(?:nhiem vu|noi dung|cong viec|tieu chi)[a-z ,]{0,40}$"
)
""" "... là nhiệm vụ quan trọng trong năm 2023"."""
_HELD_ON = re.compile(
    r"(?<![a-z])(?:khai mac|be mac|trao giai|trao thuong|khen thuong|tong ket|chung ket"
    r"|ban giao|khanh thanh|cong bo)\s$"
)
""" "Trao giải ngày 28/7"."""
_AND_MORE = re.compile(r"\s?(?:va|,|-|;)\s?(?:ngay\s)?\d|/\d{4}\s?-")
""" "... nhân ngày 27/7": of one day, not of several in the year."""
_OCCASION_DAY = re.compile(r"(?:(?:dung|vao|nhan|trong) dip|nhan ky niem) [^.;]{0,90}(?:, | \()$")
""" "... dịp kỷ niệm 93 năm Ngày thành lập Công đoàn, ngày 28/7/2022": the day of the occasion, told after a comma."""
_OCCASION_NAMED = re.compile(r"(?:(?:dung|vao|nhan|trong) dip|nhan ky niem) [^.;()]{0,90}[a-z] $")
_OCCASION_COUNTED = re.compile(r"(?:nhan|dip) ky niem \d+ nam [^.;()]{0,90}[a-z] $")
_THIS_YEAR = re.compile(r"/20\d\d$")
""" "... vào dịp kỷ niệm 96 năm Ngày thành lập Công đoàn Việt Nam 28/7/2025"."""
_COUNTS_TO = re.compile(r"(?:tinh|chot|luy ke|cong don|so lieu(?: \w+){0,3})\s$")
_OWED_TO = re.compile(
    r"(?<![a-z])(?:(?:doi chieu|kiem ke|con no|con ton|so du|so no|chua (?:duoc|nop|dong|tra|chi)|phat sinh)"
    r"(?![a-z])[^.;]{0,100})\s$"
)
""" "... số liệu tính đến ngày 30/6", "đối chiếu kinh phí đến 30/4": what is counted until then is not due then."""
_UNTIL = ("den ", "den ngay ")
_FIRM = re.compile(
    r"truoc|cham nhat|muon nhat|khong qua|khong muon|\bhan\b|xong|hoan thanh|hoan tat|trong|vao|den het|den cuoi|het"
    r"|cuoi|dip|thoi gian|gui|nop|bao cao|ket thuc|\bla\b|tai (?:phien|ky|cuoc|hoi|giao)"
)
_NOT_LIMIT = re.compile(
    r"(?:giai doan|tam nhin|dinh huong|nhiem ky|nam hoc|ngan sach|du toan|so voi|ke hoach"
    r"|chuong trinh|de an|nghi quyet|quyet dinh|thang"
    r"|ket qua|chi tieu|muc tieu|bao cao|tong ket|so ket|chu de|he|phong trao|kinh phi|luat|tu"
    r"|cua|ve|cho|tet|khoa|theo|tinh den|cong tac)\s?$"
)
_NAME_BEFORE = re.compile(
    r"(?:de an|chuong trinh|chien luoc|quy hoach|ke hoach|nghi quyet|du an|phong trao|cuoc thi|quy che|quy dinh"
    r"|thoa thuan"
    r"|thoa uoc|lo trinh|de cuong|phuong an)\s[^,.;:()]{3,120}$"
)
_NAME_ENDS = re.compile(
    r"(?:de an|chuong trinh|chien luoc|quy hoach|ke hoach|nghi quyet|du an|muc tieu|chi tieu|quy che|lo trinh)\s$"
)
_GOES_AHEAD = re.compile(r"giai doan\s$")
""" "Bố trí vốn giai đoạn 2023 - 2025": a period that begins with the paper is the time of the work."""
_OUTLOOK = re.compile(r"\s?(?:,|va)?\s?(?:dinh huong|tam nhin)")
_VAGUE = re.compile(
    r"(?<!\d thang )\b(?:dau|giua)\s(?:ngay\s)?(?:nam|thang|quy)\b|\b(?:thuong|trung) tuan|\bnua dau\b"
    r"|\btuan (?:thu )?(?:[1-3]|nhat|hai|ba|dau)(?= thang)"
)


_CAMPAIGN = re.compile(
    r"^(?:(?:bao cao|gui|nop|trinh) )?(?:tai|trong) (?:hoi nghi|phien|ky|cuoc|buoi) "
    r"|thang (?:thanh nien|cong nhan|hanh dong)"
)


def is_limit(folded: str, match: re.Match[str], start: int, end: int, day: date, issued: date | None) -> bool:
    """Of a match of DUE that means `day`, in the passage from `start` to `end`."""
    lead = match["lead"] or ""
    before = folded[max(start, match.start() - 140) : match.start()]
    if _OUTLOOK.match(folded, match.end(), end) or (lead.startswith("den") and _COUNTS_TO.search(before)):
        return False
    if lead in _UNTIL and (match["d"] or match["sd"]) and _OWED_TO.search(before):
        return False
    if match["ys"] and not lead and issued and int(match["ys"]) < issued.year:
        return False
    if match["ys"] and _GOES_AHEAD.search(before + lead) and issued and int(match["ys"]) >= issued.year:
        return not (_NAME_BEFORE.search(before) or _NAME_ENDS.search(before))
    if _PERIOD_NAME.search(before + lead):
        return False
    if is_start(match) or (lead.startswith("trong") and _IS_A_DUTY.search(before)):
        return False
    meets = lead.startswith(("phien hop", "ky hop", "cuoc hop"))
    if meets and (match["yr"] is None or "cuoi" not in lead) and _TOLD_AT.search(before) is None:
        return False
    if match["named"]:
        return lead.startswith(("hoan thanh", "xong", "truoc", "cham nhat"))
    if match["bm"] and "tuan" in match[0] and not lead:
        return False
    past = issued is not None and day < issued
    if match["d"] or match["sd"]:
        return _is_day_of_limit(folded, match, before, past=past)
    if past and (match["yr"] or match["ys"]):
        return False
    if match["part"] and not lead and (match["q1"] or match["bm"] or match["moy"]):
        return not _NOT_LIMIT.search(before)
    if not lead:
        return _opens_or_closes(folded, match, before, end)
    if not _FIRM.search(lead):
        return not _NAME_BEFORE.search(before) and not _NOT_LIMIT.search(before)
    if lead.startswith(("trong", "vao", "dip", "nhan dip")) and (match["yr"] or match["ys"]):
        return not _NAME_BEFORE.search(before[-60:])
    return True


def _is_day_of_limit(folded: str, match: re.Match[str], before: str, *, past: bool) -> bool:
    """Of an exact day, `before` which stand the words of its passage; `past`: before the paper's own day."""
    named = _is_named_day(match, before)
    if _ON_A_DAY.search(before) and _AND_MORE.match(folded, match.end()) is None:
        return not past
    if not past and _HELD_ON.search(before):
        return True
    if not past and (_SINCE.search(before) or _is_celebrated(before)):
        return True
    told = named or before.endswith("(")
    if match["lead"] or _OCCASION.search(before) or (told and _OCCASION_DAY.search(before)):
        return True
    if not past and (_OCCASION_NAMED if _THIS_YEAR.search(match[0]) else _OCCASION_COUNTED).search(before):
        return True
    sends = match[0].startswith("ngay ") and _SENDS.search(before) and folded[match.end() : match.end() + 1] in ".;\n"
    held = bool(match["d"]) and is_of_event(before)
    return (
        not past and not _ANNIVERSARY.search(before) and bool(named or sends or held or _stands_alone(before, match[0]))
    )


def _is_celebrated(before: str) -> bool:
    occasion = _CELEBRATES.search(before)
    return occasion is not None and holds_event(before[: occasion.start()])


def _is_named_day(match: re.Match[str], before: str) -> bool:
    """ "ngày 15/5/2023"; without a year only a day that no feast is called after."""
    if match["sd"] and is_feast(match["sd"], match["sm"] or match["slm"]):
        return False
    return match[0].startswith("ngay ") or follows_part_of_day(before)


def is_start(match: re.Match[str]) -> bool:
    """Whether a match of DUE only says when something begins: "từ quý III/2024"."""
    return (match["lead"] or "").startswith(("tu ", "ke tu ")) and is_only(match)


def is_only(match: re.Match[str]) -> bool:
    """Whether a match of DUE names one time, no range."""
    ends = (match["d0"], match["sd0"], match["mo2"], match["bm2"], match["bm3"], match["q2"], match["yr2"])
    return not any(ends)


def is_vague(printed: str) -> bool:
    """Folded words such as "đầu năm 2024", which name no day."""
    return _VAGUE.search(printed) is not None or _CAMPAIGN.search(printed) is not None


def _stands_alone(before: str, printed: str) -> bool:
    """A day after a mark, or introduced by "ngày" after a mark or a day of the week."""
    if before.rstrip().endswith(("(", ":", ";")) or before == "":
        return True
    return (
        printed.startswith("ngay ") and re.search(r"(?:[,;:(]|chu nhat|thu \w+|sang|chieu|toi)\s*$", before) is not None
    )


def _opens_or_closes(folded: str, match: re.Match[str], before: str, end: int) -> bool:
    """A period that opens a passage ("Quý II/2023: ..."), or stands alone in brackets or at the end of a list."""
    if before.rstrip().endswith(("(", ":")):
        return True
    follows = folded[match.end() : match.end() + 1] if match.end() < end else ""
    if _LAST_STEP.search(before) and follows in ("", ")", ".", ";"):
        return True
    if before.rstrip().endswith(";") or (before.rstrip().endswith(",") and (match["q1"] or match["moy"])):
        closes = follows in ("", ")", ".", ";", ":") or folded.startswith(" (", match.end())
        return closes or opens_work(folded, match.end(), end)
    if before.strip() == "":
        return match.end() >= end - 2 or follows in (":", ",") or opens_work(folded, match.end(), end)
    if match["yr"] and not (follows in ("", ")", ".", ";") and _SUMS_UP.search(before) is None):
        return False
    return (is_bare(match) or bool(match["yr"])) and is_of_event(before)


_SUMS_UP = re.compile(r"(?:so ket|tong ket|danh gia|hoi nghi|dai hoi)(?:[a-z ]*)?\s$")
""" "Hội nghị tổng kết năm 2025" is held after the year that it is about."""


def is_bare(match: re.Match[str]) -> bool:
    """Whether a match of DUE is a month or a quarter without any word of limit."""
    return not match["lead"] and bool(match["q1"] or match["moy"] or match["bm"])
