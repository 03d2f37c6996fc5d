"""The grammar of references to other papers, over folded text (see `layout.fold`)."""

from __future__ import annotations

import re

from congdoan.documents.reading import lazy_re

TYPES = {
    "thong tu lien tich": "thông tư liên tịch", "nghi quyet lien tich": "nghị quyết", "bo luat": "bộ luật",
    "quy che phoi hop": "quy chế", "chuong trinh phoi hop": "chương trình",
    "ke hoach phoi hop": "kế hoạch", "ke hoach lien tich": "kế hoạch",
    "ke hoach lien nganh": "kế hoạch", "thong bao ket luan": "thông báo",
    "chuong trinh hanh dong": "chương trình", "huong dan lien tich": "hướng dẫn",
    "nghi quyet": "nghị quyết", "quyet dinh": "quyết định", "chi thi": "chỉ thị", "ket luan": "kết luận",
    "quy che": "quy chế", "quy dinh": "quy định", "thong bao": "thông báo", "huong dan": "hướng dẫn",
    "chuong trinh": "chương trình", "ke hoach": "kế hoạch", "phuong an": "phương án", "de an": "đề án",
    "du an": "dự án", "bao cao": "báo cáo", "bien ban": "biên bản", "to trinh": "tờ trình", "cong van": "công văn",
    "cong dien": "công điện", "thong tu": "thông tư", "nghi dinh": "nghị định", "phap lenh": "pháp lệnh",
    "luat": "luật", "hien phap": "hiến pháp", "dieu le": "điều lệ", "thong tri": "thông tri",
    "thoa thuan": "thỏa thuận", "thoa uoc lao dong tap the": "thỏa ước",
    "van ban": "văn bản", "sac lenh": "sắc lệnh", "lenh": "lệnh", "van ban hop nhat": "văn bản hợp nhất",
    "giay moi": "giấy mời", "giay phep": "giấy phép", "phieu chuyen": "phiếu chuyển",
    "ket luan thanh tra": "kết luận", "ket luan kiem tra": "kết luận",
    "ke hoach hanh dong": "kế hoạch", "van kien": "văn kiện", "quy trinh": "quy trình",
    "hop dong": "hợp đồng", "chuong trinh cong tac": "chương trình",
}  # fmt: skip
TYPE = "|".join(sorted((name.replace(" ", r"\s") for name in TYPES), key=len, reverse=True))

_OCR_DIGIT = "[0-9oil]"
"""Digits, and the letters that text recognition takes for them where only a digit can stand."""
TO_DIGITS = str.maketrans("oil", "011")
_ORGAN = r"[a-z]{1,16}(?:\d{1,3})?"
_TAIL = rf"{_ORGAN}(?:(?:\s?[-&]\s?|\.){_ORGAN}){{0,9}}(?:/{_ORGAN}(?:-{_ORGAN}){{0,4}})?"
SYMBOL = (
    rf"\d{{1,5}}[a-z]?\s?/\s?(?:(?:19|20)\d\d\s?/\s?)?{_TAIL}"
    rf"|\d{{1,5}}\s?-\s?[a-z]{{1,6}}(?:\s?[-&]\s?[a-z]{{1,6}}){{0,3}}\s?/\s?{_TAIL}"
    r"|\d{1,5}/(?:19|20)\d\d(?![\d/])"
)
_DAY_ITSELF = (
    rf"\s*(?P<d>{_OCR_DIGIT}{{1,2}})\s?(?:[/.-]\s?(?P<m>{_OCR_DIGIT}{{1,2}})\s?[/.-]\s?(?P<y>{_OCR_DIGIT}{{4}})"
    rf"|thang\s(?P<mm>{_OCR_DIGIT}{{1,2}})\s*,?\s*nam\s(?P<yy>{_OCR_DIGIT}{{4}}))\)?"
)
DAY = (
    r"(?: *,)? *(?:\(?(?:ban hanh |ky |cung |hoi \d{1,2} gio(?: \d{1,2})?(?: phut)?,? )?ngay)"
    rf"{_DAY_ITSELF}"
)

# What `match.re` is compared with is compiled at once, the rest when a paper needs it.
MISREAD = re.compile(
    rf"so\s?[:.]?\s?(?P<symbol>(?=[0-9]*[oil]){_OCR_DIGIT}{{1,4}}(?:\s?/\s?(?:(?:19|20)\d\d\s?/\s?)?{_TAIL}"
    rf"|\s?-\s?[a-z]{{1,6}}\s?/\s?{_ORGAN}))(?![a-z0-9/])"
)
"""After "số", a number in which text recognition took a letter for a digit."""
NUMBERED = re.compile(rf"(?P<symbol>{SYMBOL})(?![a-z0-9/])")
TYPE_BEFORE = lazy_re.compile(
    rf"(?:^|[^a-z0-9])(?P<type>{TYPE})(?:\s(?:lien tich|phoi hop|lien nganh|chuyen de|sua doi|hoa toc|khan|mat))?"
    r"\s*(?:[(,]\s?)?(?:so\s?[:.]?\s*)?$"
)
"""The kind of paper that stands before a symbol, at the end of the words before it."""
TYPE_LISTED_BEFORE = lazy_re.compile(rf"(?:^|[^a-z0-9])(?P<type>{TYPE})(?:,|,?\sva)\s$")
"""A kind before another one that is named with it: "Nghị quyết, Quyết định nêu trên"."""
TYPE_REACH = 48
TYPE_AND_ISSUER_BEFORE = lazy_re.compile(
    rf"(?:^|[^a-z0-9])(?P<type>{TYPE})(?:\s(?:cua|do)\s(?P<issuer>(?:(?!\b(?:{TYPE})\b)[^,.;:/|\n]){{3,100}}?)"
    rf"(?:\s?:| gom:?)?|(?:\s(?!(?:{TYPE})\b)[a-z]{{1,7}}){{1,4}})\sso\s?[:.]?\s*$"
)
"""Issuer or more of the name may stand between: "Nghị quyết của Bộ Chính trị số 02-NQ/TW", "Quy chế làm việc số"."""
ISSUER_REACH = 140
SHORT = re.compile(r"so\s?(?P<symbol>\d{1,4}[a-z]?)(?![\da-z/]|\s?[-/]\s?[a-z0-9])")
SERIES = re.compile(
    rf"(?P<numbers>\d{{1,4}}(?:\s?(?:,|va|;)\s(?:so\s)?\d{{1,4}}){{1,9}})(?P<tail>\s?-\s?[a-z]{{1,6}}\s?/\s?{_ORGAN}"
    rf"|\s?/\s?(?:(?:19|20)\d\d\s?/\s?)?{_TAIL})(?![a-z0-9/])"
)
"""Numbers that share the end of the last: "các Nghị quyết số 18, 19-NQ/TW"."""
_BARE_TYPES = (
    r"nghi quyet|chi thi|ket luan|nghi dinh|thong tu|quyet dinh|quy dinh|huong dan|ke hoach|de an"
    r"|chuong trinh"
)
BARE = re.compile(
    rf"(?P<type>{_BARE_TYPES})"
    r" (?P<symbol>\d{1,4}[a-c]?)(?!(?:,| va) (?:so )?\d{1,4}[a-c]?\s?[/-]\s?[a-z\d])"
    r"(?:(?= (?:(?:cua|neu|noi|ve|quy dinh|huong dan)\b|ngay \d))"
    r"|(?<! \d)(?<! \d[a-c])(?= (?:va|da)\b| ?[,.;)](?!\d)|\s?$|\n)|(?P<loose>)(?![\w%]|\s?[-/]\s?\w|[.,]\d"
    r"|\s(?:ngay|tuan|thang|quy|nam|cong trinh|diem|buoc|viec|nhiem vu|nguoi|don vi|trieu|ty|lop|dot|lan)\b))"
)
"""A number without "số" and without letters: "Kế hoạch 241", "Chỉ thị 24 của Ban Bí thư".

`loose`: whatever follows it; only the number of a paper that was named before is one.
"""
SHORT_TYPES = frozenset(
    {"nghi quyet", "quyet dinh", "chi thi", "ket luan", "nghi dinh", "thong tu", "quy dinh", "huong dan", "ke hoach"}
    | {
        "de an",
        "chuong trinh",
        "chuong trinh hanh dong",
        "luat",
        "cong van",
        "quy che",
        "thong bao",
        "to trinh",
        "bao cao",
    }
)
_LAWS = r"bo luat|luat|phap lenh|hien phap|dieu le"
LAW = re.compile(rf"(?P<type>{_LAWS})(?=\s)")
DATED_BEFORE = lazy_re.compile(
    rf"(?:^|[^a-z0-9])(?P<type>{TYPE}){DAY}\s?,?\s(?:cua\s(?P<issuer>[^,.;:/|\n]{{3,80}}?)\s)?so\s?[:.]?\s*$"
)
"""The day may stand between: "Nghị quyết ngày 12/5/2023 số 05/NQ-BCH"."""
RESOLUTION = re.compile(
    r"(?P<type>nghi quyet|ket luan|van kien)\s(?:cua\s)?(?=(?P<name>(?:ban chap hanh\s)?(?:dai "
    r"hoi|hoi nghi|trung uong)\s[^\n]{0,160}))"
)
BACK = re.compile(
    r"vien dan\stren(?![a-z])|da neu\stren(?![a-z])|neu\stren(?![a-z])|noi\stren(?![a-z])|tren(?=\s?[,.;:)\n]|$)"
)
"""Each way by itself from its first letter on: so the search passes over most of a text at once."""
OPENS = re.compile(rf"{_BARE_TYPES}|{_LAWS}|van kien|vien dan\stren|da neu\stren|neu\stren|noi\stren|tren")
"""What BARE, LAW, RESOLUTION and BACK begin with: one search for all of them."""
DATED = lazy_re.compile(DAY)
DATED_ALONE = re.compile(rf"ngay(?<![a-z0-9]ngay)(?![a-z])(?={_DAY_ITSELF})")
"""A day that may stand for the number of a paper: "Công văn ngày 12/3/2023 của Sở Y tế". Found by its first word."""
DATED_TYPE_BEFORE = lazy_re.compile(
    rf"[^a-z0-9\n](?P<type>(?!luat|bo luat|hien phap|dieu le|phap lenh){TYPE})"
    r"(?:\s(?:ket qua|phoi hop|lam viec|kiem tra|giam sat|thanh tra|xac minh|ghi nho|thoa thuan|cuoc hop|hop|khan"
    r"|hoa toc|lien nganh|lien tich)){0,3}"
    r"(?:\scua\s(?P<issuer>[^,.;:/()|\n\d]{3,80}?))?\s(?:ky\s|ban hanh\s|lap\s)?$"
)
STILL_TO_COME = lazy_re.compile(
    r"(?:ban hanh|xay dung|trinh|hoan thanh|gui|hoan thien|lap|soan|thong qua|cong bo)\s(?:[a-z]+\s)?$"
)
"""A paper that is to be written by a day is none that was."""
SHORT_DAY = lazy_re.compile(
    r",?\s(?:ngay\s\d{1,2}(?:\s?/\s?\d{1,2}(?![\d/])|\sthang\s\d{1,2}(?!\s?,?\snam))|cung ngay"
    r"|nam\s(?:19|20)\d\d)(?=\s(?:cua|do)\s)"
)
""" "Công văn số 123/LĐLĐ-TG ngày 05/3 của LĐLĐ tỉnh": a day that does not tell its year."""
YEAR = lazy_re.compile(r"\s*,?\s*(?:nam\s)?(?P<year>(?:19|20)\d\d)(?!\d|\s?[-/]\s?\d)")

PARTY_TYPES = {"nq": "nghị quyết", "ct": "chỉ thị", "kl": "kết luận", "qd": "quyết định", "kh": "kế hoạch",
    "ctr": "chương trình", "cttr": "chương trình", "hd": "hướng dẫn", "tb": "thông báo", "bc": "báo cáo", "da": "đề án",
    "ttr": "tờ trình", "tt": "thông tư", "nd": "nghị định", "ttlt": "thông tư liên tịch", "qcph": "quy chế",
    "qh": "luật", "cv": "công văn", "pl": "pháp lệnh", "qc": "quy chế", "qyd": "quy định", "qdi": "quy định",
    "gm": "giấy mời", "vbhn": "văn bản hợp nhất", "bb": "biên bản",
    "cd": "công điện", "pa": "phương án", "ctrph": "chương trình", "nqlt": "nghị quyết",
    "ctph": "chương trình", "khph": "kế hoạch", "khlt": "kế hoạch",
    "tbkl": "thông báo", "ctrhd": "chương trình", "khhd": "kế hoạch",
    "klkt": "kết luận", "kltt": "kết luận", "ttri": "thông tri",
}  # fmt: skip
"""The kind of paper that the letters of a symbol stand for."""
