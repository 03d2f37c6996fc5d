"""How papers write a time limit, over folded text."""

from __future__ import annotations

import re

_MONTHS = r"(?:0?[1-9]|1[0-2])"
DATE = (
    rf"(?P<d>\d{{1,2}})\s?(?:[/.-]\s?(?P<m>{_MONTHS})\s?[/.-]\s?(?P<y>20\d\d)"
    rf"|thang\s(?P<lm>{_MONTHS})\s?,?\s?(?:nam\s|/\s?)(?P<ly>20\d\d))"
)
DAY_MONTH = rf"(?P<sd>\d{{1,2}})\s?(?:/\s?(?P<sm>{_MONTHS})(?![/\d])|thang\s(?P<slm>{_MONTHS})(?!\s?(?:/|nam\s2)|\d))"
_QUARTER_NAME = r"(?:iv|i{1,3}|[1-4])"
QUARTER = (
    rf"(?:cuoi\s|dau\s|het\s)?quy\s(?P<q1>{_QUARTER_NAME})(?:\s?(?:,|va|den|-|;|&"
    rf"|hoac)\s?(?:quy\s)?(?P<q2>{_QUARTER_NAME})(?![a-z]))"
    rf"{{0,3}}(?![a-z])(?:\s?(?:/|-|,?\s?nam|\.)\s?(?P<qy>20\d\d))?"
)
MONTH = (
    rf"thang\s(?P<mo1>{_MONTHS})(?:\s?(?:-|den|,|va|den thang|- thang)\s?(?:thang\s)?(?P<mo2>{_MONTHS})(?!\d))?"
    rf"\s?(?:/|,?\s?nam|-)\s?(?P<moy>20\d\d)"
)
BARE_MONTH = rf"thang\s(?P<bm>{_MONTHS})(?![\d/])"
HALF = r"(?:6|sau|06)\sthang\s(?P<half>dau|cuoi)\snam(?:\s(?P<hy>20\d\d))?"
NINE = r"(?:9|chin|09)\sthang(?:\sdau)?\snam\s(?P<ny>20\d\d)"
YEAR = r"(?:nam\s)(?P<yr>20\d\d)(?:\s?-\s?(?:nam\s)?(?P<yr2>20\d\d))?"
YEARS = r"(?P<ys>20\d\d)\s?-\s?(?P<ye>20\d\d)"

ONGOING = r"thuong xuyen|lien tuc|trong suot|ca nam|cac nam|trong ca nam|quanh nam"

_BEFORE = (
    r"(?:(?:phai\s)?(?:hoan thanh|xong|gui|bao cao|ket thuc|thuc hien)\s(?:xong\s)?)?(?:truoc"
    r"|cham nhat|muon nhat|khong qua|han cuoi|han chot|han"
    r"|den het|den cuoi|den|toi|trong|vao|het|cuoi|xong|la|tu|thoi gian|dip|hoan thanh|giai doan)"
)
_CLOCK = r"(?:\d{1,2}\s?(?:gio|h|g)\s?\d{0,2},?\s)?"
LEAD_IN = (
    rf"(?:{_BEFORE}\s(?:(?:la|trong|vao|truoc|den|het|cuoi|dau|nua dau|tu|giua)\s){{0,2}}{_CLOCK}(?:ngay\s|:\s?)?)"
)
DUE = re.compile(
    rf"(?<![a-z0-9])(?P<lead>{LEAD_IN})?(?:ngay\s)?(?:{DATE}|{DAY_MONTH}|{QUARTER}|{MONTH}|{HALF}"
    rf"|{NINE}|{YEARS}|{YEAR}|{BARE_MONTH})"
    rf"(?P<again>\s(?:cua\s)?(?:hang|moi)\s(?P<unit>nam|quy|thang))?"
)
DAYS_AFTER = re.compile(
    r"(?<![a-z0-9])(?:trong\s(?:vong|thoi han|thoi gian)?\s?|cham nhat\s(?:sau\s)?|khong qua\s"
    r"|sau\s)(?P<count>\d{1,3})\s(?P<unit>ngay|thang|tuan)"
    r"(?P<working>\slam viec)?(?:\s?,)?\s(?:ke\s)?(?:tu|sau)\s(?:khi\s)?(?:ngay\s)?(?P<from>[^,.;\n]{2,70})"
)
AFTER = re.compile(r"(?<![a-z0-9])ngay sau (?:khi )?[^,.;\n]{3,80}")
EVERY = re.compile(
    r"(?<![a-z0-9])(?P<at>(?:truoc|vao|cham nhat|gui truoc)\s(?:ngay\s)?\d{1,2}(?:/\d{1,2})?\s(?:cua\s)?)?"
    r"(?:(?P<half_yearly>(?:dinh ky|moi|hang)\s(?:6|06|sau)\sthang(?:,?\s(?:va\s)?(?:1\s"
    r"|mot\s)?(?:hang\s)?nam)?|(?:6|06)\sthang,?\s(?:va\s)?(?:1\s|mot\s|hang\s)?nam(?!\s2))"
    r"|(?P<quarterly>(?:dinh ky\s)?(?:hang|moi)\squy|dinh ky\squy)|(?P<monthly>(?:dinh "
    r"ky\s)?(?:hang|moi)\sthang|dinh ky\sthang)"
    r"|(?P<yearly>(?:dinh ky\s)?(?:hang|moi)\snam))(?![a-z])"
)
ONGOING_ONLY = re.compile(rf"(?:{ONGOING})(?:\s?[,;]\s?(?:hang|moi)\snam|\s(?:hang|trong)\snam)?(?:\stheo\s.*)?")
WORKING_PAPER = re.compile(
    r"(?:giai doan|tam nhin|dinh huong|nhiem ky|nam hoc|nien do|ngan sach|he nam|dai hoi|huong "
    r"toi|tu nam)\s(?:den\s|nam\s|toi\s|\d{4}\s?-\s?)?$"
)
