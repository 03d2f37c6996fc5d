"""Lines of the front matter: letterhead, the line that names the kind of paper, its subject."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.layout.fold import fold

TYPES = {
    "nghi quyet": "nghị quyết", "quyet dinh": "quyết định", "chi thi": "chỉ thị", "quy che": "quy chế",
    "quy che phoi hop": "quy chế", "quy dinh": "quy định", "thong cao": "thông cáo",
    "thong bao": "thông báo", "thong bao ket luan": "thông báo", "ket luan": "kết luận",
    "huong dan": "hướng dẫn", "chuong trinh": "chương trình", "chuong trinh hanh dong": "chương trình",
    "chuong trinh phoi hop": "chương trình", "chuong trinh cong tac": "chương trình",
    "ke hoach": "kế hoạch", "ke hoach phoi hop": "kế hoạch", "ke hoach lien tich": "kế hoạch",
    "ke hoach hanh dong": "kế hoạch", "phuong an": "phương án", "de an": "đề án", "du an": "dự án",
    "bao cao": "báo cáo", "bien ban": "biên bản", "to trinh": "tờ trình", "cong van": "công văn",
    "cong dien": "công điện", "ban ghi nho": "bản ghi nhớ", "ban thoa thuan": "bản thỏa thuận",
    "thoa thuan": "thỏa thuận", "giay uy quyen": "giấy ủy quyền", "giay moi": "giấy mời", "luat": "luật",
    "nghi dinh": "nghị định", "thong tu": "thông tư", "thong tu lien tich": "thông tư liên tịch",
    "phap lenh": "pháp lệnh", "dieu le": "điều lệ", "nghi quyet lien tich": "nghị quyết",
    "huong dan lien tich": "hướng dẫn", "huong dan lien nganh": "hướng dẫn",
    "ke hoach lien nganh": "kế hoạch", "chuong trinh lien tich": "chương trình",
    "nghi quyet chuyen de": "nghị quyết", "quy che lam viec": "quy chế", "quy che hoat dong": "quy chế",
    "ket luan thanh tra": "kết luận", "ket luan kiem tra": "kết luận", "ket luan giam sat": "kết luận",
    "ban thoa thuan hop tac": "bản thỏa thuận", "thoa thuan hop tac": "thỏa thuận",
    "thong tri": "thông tri", "noi quy": "nội quy", "quy trinh": "quy trình", "bo luat": "bộ luật",
    "van ban hop nhat": "văn bản hợp nhất", "ke hoach cong tac": "kế hoạch", "bao cao tong ket": "báo cáo",
}  # fmt: skip

NATION = re.compile(
    r"cong hoa\s+xa hoi(?:\s+chu)?(?:\s*nghia(?:\s+viet(?:\s+nam)?)?)?|nghia viet nam$"
    r"|dang cong san(?:\s+viet(?:\s+nam)?)?"
    r"|doc lap\s*[-.]\s*tu do\s*[-.]\s*hanh(?:\s+phuc)?"
)
"""The national or the Party's motto, as far as its lines were not torn apart."""
_DAY = (
    r"ngay\s*(?:(?P<day>[0-9oil]{1,2}|[. …_]*)\s*thang\s*(?P<month>[0-9oil]{1,2}|[. …_]*)"
    r"\s*nam\s*(?P<year>[0-9oil]{4})|(?P<d>\d{1,2})\s?[/.-]\s?(?P<m>\d{1,2})\s?[/.-]\s?(?P<y>\d{4}))"
)
PLACE_DAY = re.compile(rf"(?P<place>[^,\n]{{0,60}}),?\s*{_DAY}")
SOME_DAY = re.compile(_DAY)
"""In whatever PLACE_DAY matches, and found sooner where there is none."""
SUBJECT_MARK = re.compile(r"^[\"“(]?\s*(?:v/\s?v|ve viec)\b\s*:?\s*")
OPENING = re.compile(
    r"(?:Căn cứ|Thực hiện|Triển khai|Để |Nhằm |Xét |Theo |Kính gửi|Thi hành|Tiếp tục|Trên cơ sở"
    r"|Phát huy|Hưởng ứng|Sau khi"
    r"|Chào mừng|Quán triệt|Thời gian qua|Trong những năm|Ngày \d|Qua |Năm \d{4}|Ban Thường vụ"
    r"|Ban Chấp hành|Liên đoàn Lao"
    r"|Đoàn Chủ tịch|BAN |CHỦ TỊCH|HỘI NGHỊ|ỦY BAN|UỶ BAN|TỈNH ỦY|GIÁM ĐỐC|THỦ TRƯỞNG|ĐOÀN CHỦ TỊCH|TỔNG "
    r"|THƯỜNG TRỰC|THỦ TƯỚNG|BỘ TRƯỞNG|CHÁNH ÁN"
    r"|VIỆN TRƯỞNG|HIỆU TRƯỞNG|CỤC TRƯỞNG)"
)
_RULE = re.compile(r"^[\W_]+$")
_DECORATION = re.compile(r"^[\W_]+|[\W_]+$")


_NUMBERED = re.compile(r"\sSỐ\s*:?\s*\d[^\s]*\s?[/-].*$")
_TYPE_FIRST = re.compile(r"(?:" + "|".join(sorted(TYPES, key=len, reverse=True)) + r")(?=\s+(?!cua\b|so\b)\w)")


def type_before_subject(line: str) -> tuple[str, int] | None:
    """The kind at the beginning of a title on one line, and where the subject begins ("KẾ HOẠCH CHĂM LO TẾT")."""
    found = _TYPE_FIRST.match(fold(line)) if line.isupper() and len(line) < 200 else None
    if found is None:
        return None
    work = _WORK_OF.search(fold(line), 0, found.end() + _PERIOD)
    return TYPES[found[0]], work.start() if work else found.end()


_PERIOD = 6
_WORK_OF = re.compile(r"(?<=[a-z])\scong tac(?=\s(?:nam|thang|quy|tuan)\s)")
""" "CHƯƠNG TRÌNH CÔNG TÁC NĂM 2023": the work of that year is the subject."""


def type_of(line: str) -> str | None:
    """The kind of paper that a line names by itself ("KẾ HOẠCH" → "kế hoạch"), else None."""
    if len(line) > 60 or not line.isupper():
        return None
    letters = _NUMBERED.sub("", _DECORATION.sub("", line))
    return TYPES.get(fold(letters)) or _squeezed(letters)


def _squeezed(letters: str) -> str | None:
    """A kind in spaced letters ("K Ế   H O Ạ C H"), or whose blank a scan lost ("KẾHOẠCH")."""
    if " " in letters and max((len(word) for word in letters.split()), default=9) > 1:
        return None
    squeezed = fold(letters.replace(" ", ""))
    return next((kind for name, kind in TYPES.items() if name.replace(" ", "") == squeezed), None)


def is_place_and_day(line: str) -> bool:
    """A line like "Hòa Bình, ngày 12 tháng 10 năm 2026" with nothing else on it."""
    folded = fold(line)
    found = PLACE_DAY.fullmatch(folded.strip(" ./|()*")) if "ngay" in folded else None
    return found is not None and found["place"].strip() != "" and line.lstrip(" (*|")[:1].isupper()


def is_rule(line: str) -> bool:
    """A line of stars, dashes or underscores."""
    return _RULE.match(line) is not None
