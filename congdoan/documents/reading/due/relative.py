"""Limits counted from something: "trong vòng 15 ngày kể từ ngày ký", "ngay sau khi có hướng dẫn". Over folded text."""

from __future__ import annotations

from datetime import date

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.due.calendar import Calendar

DAYS_AFTER = re.compile(
    r"(?<![a-z0-9])(?:trong\s(?:vong|thoi han|thoi gian)?\s?|cham nhat\s(?:la\s|sau\s|trong\s)?|khong qua\s"
    r"|sau\s)(?P<count>\d{1,3})\s(?P<unit>ngay|thang|tuan)"
    r"(?P<working>\slam viec)?(?:\s?,)?\s(?:ke\s)?(?:tu|sau)\s(?:khi\s)?(?:ngay\s)?(?P<from>[^,.;\n]{2,70})"
)
AFTER = re.compile(r"(?<![a-z0-9])ngay sau (?:khi )?[^,.;\n]{3,80}")
_FROM_THE_PAPER = re.compile(
    r"(?:ngay )?(?:(?:ky|lap|ban hanh) (?:ban |van )?(?:bien ban|ket luan|thoa thuan|thong bao"
    r"|quyet dinh)(?: (?:thanh tra"
    r"|kiem tra|giam sat|hop tac))?(?: nay)?$"
    r"|ra (?:ke hoach|cong van|van ban|thong bao|quyet dinh|ket luan)|ky(?! (?:hop|ket|cam|thoa|bien))|ban hanh"
    r"|nhan duoc (?:ke hoach|cong van|van ban|thong bao|quyet dinh|huong dan|chi thi) nay"
    r"|(?:ke hoach|cong van|van ban|quyet dinh|chi thi|nghi quyet) nay (?:duoc ban hanh|duoc ky|co hieu luc)"
    r"|ke hoach co hieu luc)"
)


def counted(match: re.Match[str], calendar: Calendar) -> date | None:
    """The day that a match of DAYS_AFTER means; None when it counts from something else than the paper."""
    if not _FROM_THE_PAPER.match(match["from"]):
        return None
    return calendar.after(int(match["count"]), match["unit"], working=bool(match["working"]))
