"""The grammar of references to other papers, over folded text (see `layout.fold`)."""

from __future__ import annotations

import re

TYPES = {
    "thong tu lien tich": "thông tư liên tịch", "nghi quyet lien tich": "nghị quyết liên tịch", "bo luat": "bộ luật",
    "quy che phoi hop": "quy chế phối hợp", "chuong trinh phoi hop": "chương trình phối hợp",
    "ke hoach phoi hop": "kế hoạch phối hợp", "ke hoach lien tich": "kế hoạch liên tịch",
    "ke hoach lien nganh": "kế hoạch liên ngành", "thong bao ket luan": "thông báo kết luận",
    "chuong trinh hanh dong": "chương trình hành động", "huong dan lien tich": "hướng dẫn liên tịch",
    "nghi quyet": "nghị quyết", "quyet dinh": "quyết định", "chi thi": "chỉ thị", "ket luan": "kết luận",
    "quy che": "quy chế", "quy dinh": "quy định", "thong bao": "thông báo", "huong dan": "hướng dẫn",
    "chuong trinh": "chương trình", "ke hoach": "kế hoạch", "phuong an": "phương án", "de an": "đề án",
    "du an": "dự án", "bao cao": "báo cáo", "bien ban": "biên bản", "to trinh": "tờ trình", "cong van": "công văn",
    "cong dien": "công điện", "thong tu": "thông tư", "nghi dinh": "nghị định", "phap lenh": "pháp lệnh",
    "luat": "luật", "hien phap": "hiến pháp", "dieu le": "điều lệ", "thong tri": "thông tri",
    "thoa thuan": "thỏa thuận",
    "van ban": "văn bản", "sac lenh": "sắc lệnh", "lenh": "lệnh",
}  # fmt: skip
TYPE = "|".join(sorted((name.replace(" ", r"\s") for name in TYPES), key=len, reverse=True))

_ORGAN = r"[a-z]{1,12}(?:\d{1,2})?"
_TAIL = rf"{_ORGAN}(?:\s?[-&.]\s?{_ORGAN}){{0,9}}"
SYMBOL = (
    rf"\d{{1,5}}[a-z]?\s?/\s?(?:(?:19|20)\d\d\s?/\s?)?{_TAIL}"
    rf"|\d{{1,5}}\s?-\s?[a-z]{{1,6}}(?:\s?[-&]\s?[a-z]{{1,6}}){{0,3}}\s?/\s?{_TAIL}"
    r"|\d{1,5}/(?:19|20)\d\d(?![\d/])"
)
DAY = (
    r"(?:\s*,)?\s*(?:\(?(?:ban hanh |ky )?ngay\s*)"
    r"(?P<{0}d>\d{{1,2}})\s?(?:[/.-]\s?(?P<{0}m>\d{{1,2}})\s?[/.-]\s?(?P<{0}y>\d{{4}})"
    r"|thang\s(?P<{0}mm>\d{{1,2}})\s*,?\s*nam\s(?P<{0}yy>\d{{4}}))\)?"
)

NUMBERED = re.compile(rf"(?P<symbol>{SYMBOL})(?![a-z0-9/])")
TYPE_BEFORE = re.compile(
    rf"(?:^|[^a-z0-9])(?P<type>{TYPE})(?:\s(?:lien tich|phoi hop|lien nganh))?\s*(?:[(,]\s?)?(?:so\s?[:.]?\s*)?$"
)
"""The kind of paper that stands before a symbol, at the end of the words before it."""
TYPE_REACH = 48
SHORT = re.compile(r"so\s?(?P<symbol>\d{1,4}[a-z]?)(?![\d/]|\s?[-/]\s?[a-z0-9])")
SHORT_TYPES = frozenset(
    {"nghi quyet", "quyet dinh", "chi thi", "ket luan", "nghi dinh", "thong tu", "quy dinh", "huong dan", "ke hoach"}
    | {"de an", "chuong trinh", "luat"}
)
LAW = re.compile(r"(?P<type>bo luat|luat|phap lenh|hien phap|dieu le)(?=\s)")
RESOLUTION = re.compile(
    r"(?P<type>nghi quyet|ket luan)\s(?:cua\s)?(?P<name>(?:ban chap hanh\s)?(?:dai "
    r"hoi|hoi nghi|trung uong)\s[^\n]{0,160})"
)
BACK = re.compile(r"(?:vien dan|da neu|neu|noi)\stren(?![a-z])")
DATED = re.compile(DAY.format("a"))
YEAR = re.compile(r"\s*,?\s*(?:nam\s)?(?P<year>(?:19|20)\d\d)(?!\d|\s?[-/]\s?\d)")

PARTY_TYPES = {"nq": "nghị quyết", "ct": "chỉ thị", "kl": "kết luận", "qd": "quyết định", "kh": "kế hoạch",
    "ctr": "chương trình", "cttr": "chương trình", "hd": "hướng dẫn", "tb": "thông báo", "bc": "báo cáo", "da": "đề án",
    "ttr": "tờ trình", "tt": "thông tư", "nd": "nghị định", "ttlt": "thông tư liên tịch", "qcph": "quy chế phối hợp",
    "qh": "luật", "cv": "công văn", "pl": "pháp lệnh", "qc": "quy chế", "qyd": "quy định", "bb": "biên bản",
    "cd": "công điện", "pa": "phương án", "ctrph": "chương trình phối hợp", "nqlt": "nghị quyết liên tịch",
    "ctph": "chương trình phối hợp", "khph": "kế hoạch phối hợp", "khlt": "kế hoạch liên tịch",
    "tbkl": "thông báo kết luận",
}  # fmt: skip
"""The kind of paper that the letters of a symbol stand for."""
