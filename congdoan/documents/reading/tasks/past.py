"""Whether a passage tells of what was done already: "Công tác tuyên truyền đã được ...", "Năm 2022 đã kết nạp ..."."""

from __future__ import annotations

from datetime import date

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.unit_heads import head_at
from congdoan.documents.reading.outline.blocks import Block

_TELLS = re.compile(
    r"(?:Các|Những|Một số|Nhiều|Hầu hết|Đa số|Toàn|Công tác|Việc|Kết quả|Hoạt động|Phong trào|Đời sống|Tình hình"
    r"|Đội ngũ|Chất lượng|Nội dung|Cán bộ|Đoàn viên|Người lao động|Hiện|Đến nay|Qua|Sau|Trong|Từ|Năm|Thời gian"
    r"|Nhìn chung"
    r"|Tổng số|Số|Mặc dù|Tuy|Bên cạnh|Về|Với|Nhờ|Cấp ủy|Lãnh đạo|Đảng viên|Hệ thống|Cơ sở|Nhận thức|Doanh nghiệp"
    r"|Vai trò|Mối quan hệ|Quan hệ|\d)(?!\w)"
)
"""First words of which something is told; an order begins with what is to be done, whatever its verb."""
_PAST_YEAR = re.compile(
    r"(?:trong |ket thuc |qua )?(?:nam|quy [ivx1-4]{1,3}|6 thang dau nam) (?P<year>20\d\d)[^.;:]{1,160}?\sda\s"
)
_NOW = re.compile(
    r"(?:hien nay|hien|den nay|tinh den nay|thoi gian qua|nhung nam qua),?\s[^.;:]{2,60}?\s(?:co|da|con|dang)\s"
)


def tells_past(text: str, block: Block, at: int) -> bool:
    """Whether the word at `at` of a passage is "đã" after a subject, and not in "Phúc tra các sai phạm đã nêu"."""
    if text[at : at + 2].lower() != "đã":
        return False  # "việt dã", "tối đa"
    if block.marker is None:
        return True
    return _TELLS.match(text, block.body) is not None or head_at(text, block.body, at) is not None


def is_of_past_year(folded: str, issued: date | None) -> bool:
    """ "Năm 2022, Công đoàn ngành đã kết nạp ..." in a paper of 2023; "Hiện nay toàn ngành có ..."."""
    if _NOW.match(folded):
        return True
    past = _PAST_YEAR.match(folded)
    return past is not None and issued is not None and int(past["year"]) < issued.year
