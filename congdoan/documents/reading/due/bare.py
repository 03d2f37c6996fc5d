"""A time that stands beside work without a word of limit: "Tổ chức hội thi tháng 6/2023", "Họp ban tổ chức ngày 15/5".

Over folded text. A time beside a name only tells which one is meant ("báo cáo tháng 6", "kế hoạch quý III").
"""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.tasks.verbs import folded_verb_at

_PART_OF_DAY = re.compile(r"(?<![a-z])(?:sang|trua|chieu|toi|(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat),?)\s$")
_FEASTS = frozenset(
    (
        *((3, 2), (27, 2), (8, 3), (26, 3), (30, 4), (1, 5), (19, 5), (1, 6), (21, 6), (28, 6), (27, 7)),
        *((28, 7), (19, 8), (2, 9), (13, 10), (20, 10), (9, 11), (18, 11), (20, 11), (22, 12)),
    )
)
"""Days that give their name to what is held on them."""
_EVENT = (
    r"(?:to chuc|mo|khai giang|khai mac|be mac|be giang|hop|ra quan|phat dong|kiem tra|giam sat|tap huan|khoi cong"
    r"|khanh thanh|ban giao|nghiem thu|tong ket|so ket|trao|tham|dien tap|thi dau|thanh lap|dai hoi|chung ket|toa dam"
    r"|gap mat|ra mat|cong bo|kham|hoi nghi|hoi thi|hoi thao|hoi dien|hoi trai|le|giai|dang huong|doi thoai|khao sat"
    r"|hoi giang|hoi khoe|hoi cho|ngay hoi|lien hoan|tuyen duong|bieu duong|hien mau"
    r"|tham quan|trien khai|hoan thanh|cham|xet|dot|vong|boi duong|chieu phim|bieu dien|sat hach|giao luu)"
)
_NAMES = re.compile(
    r"(?<![a-z])(?:bao cao|ke hoach|chuong trinh|nghi quyet|ket qua|so lieu|ket luan|quyet dinh|thong bao|chi thi"
    r"|chi tieu|nhiem vu|cong tac|ho so|luong|thu nhap|kinh phi|ngan sach|du toan|hoat dong|phong trao|thi dua"
    r"|danh sach|bien ban|de an|luat|hoc ky|nam hoc|giao ban|sinh hoat|tinh hinh|quyet toan|so thu|so chi|tien do"
    r"|muc tieu|noi dung|danh gia|xep loai|chu de|ky niem|tinh den|so voi|cung ky|tai san|phien|ky hop|lich)(?![a-z])"
)
"""What a time may only tell from others of its kind."""
_WORD = re.compile(r"[a-z]+")
_VERB_REACH = 40
_HELD = re.compile(rf"(?<![a-z]){_EVENT}(?![a-z])|(?<![a-z])(?:chieu|dua vao (?:su dung|van hanh|hoat dong))(?![a-z])")
_BEGINS = re.compile(
    rf"(?:^|[.;:,]\s|\s(?:va|roi|de|se)\s)(?:\W*(?:du kien|tiep tuc|phoi hop|phan dau)\s)?{_EVENT}(?![a-z])"
)


def is_feast(day: str, month: str) -> bool:
    return (int(day), int(month)) in _FEASTS


def follows_part_of_day(before: str) -> bool:
    """ "sáng 06/5", "thứ Bảy, 06/5"."""
    return _PART_OF_DAY.search(before) is not None


def opens_work(folded: str, at: int, end: int) -> bool:
    """Whether work begins directly after a time that opens the passage: "Quý II/2023 kiện toàn 12 tổ công đoàn."."""
    words = _WORD.findall(folded[at : min(end, at + _VERB_REACH)])
    return folded[at : at + 1] == " " and folded_verb_at(words[:4])


def holds_event(words: str) -> bool:
    """Whether some words name what is held on a day."""
    return _HELD.search(words) is not None


def begins_event(words: str) -> bool:
    """Whether some words begin with what is held, or with the holding of it."""
    return _BEGINS.match(words) is not None


def is_of_event(before: str) -> bool:
    """Whether the words of the passage before a time say that something is held, and name nothing that bears a time."""
    if before.endswith(("tu ", "sau ", "den ", "cua ")):
        return False
    held = list(_BEGINS.finditer(before))
    return bool(held) and _NAMES.search(before, held[-1].start()) is None
