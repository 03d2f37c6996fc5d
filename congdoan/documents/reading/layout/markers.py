"""The sign that a paragraph begins with: "II.", "2.1.", "a)", "Điều 3.", "-", "+" and their like."""

from __future__ import annotations

from typing import NamedTuple

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.layout.letters import vietnamese


class Marker(NamedTuple):
    """`kind` names the family, `label` the number or sign as it is used in section numbers, `length` its characters."""

    kind: str
    label: str
    length: int


_ROMAN = r"(?=[IVXLC])(?:X{0,3})(?:IX|IV|V?I{0,3})"
_MARKER = vietnamese(
    r"(?P<word>(?:PHẦN|CHƯƠNG|MỤC|ĐIỀU|PHỤ LỤC|Phần|Chương|Mục|Điều|Phụ lục|Bước|BƯỚC)"
    r")\s+(?:thứ\s+|THỨ\s+|số\s+|SỐ\s+)?"
    r"(?P<of>[IVXL]{1,6}|\d{1,3}[a-zđ]?|[A-ZĐ]|(?:nhất|hai|ba|tư|bốn|năm|sáu|NHẤT|HAI|BA|TƯ|BỐN|NĂM|SÁU)"
    r")(?P<after>\s*[.:)–—-]\s*|\s*$|\s+(?=[A-ZÀ-ỸĐ]))"
    r"|(?P<named>(?:[Nn]hóm (?:nhiệm vụ|giải pháp|việc|công việc|nội dung)|NHÓM (?:NHIỆM VỤ|GIẢI PHÁP|VIỆC"
    r"|NỘI DUNG)|Nhóm"
    r"|NHÓM|Nhiệm vụ|NHIỆM VỤ|Nội dung|Công việc|Việc|Giải pháp|Hoạt động|Hợp phần|Mục tiêu|Khâu đột phá"
    r"|Đột phá))\s(?:số\s"
    r"|thứ\s)?(?P<nth>\d{1,2}(?:\.\d{1,2})?"
    r"|(?<=[mM] )[A-E]|nhất|hai|ba|tư|bốn|năm|sáu)\s?(?P<colon>[.:)](?!\d)|\s[–—-](?=\s))\s*(?=\S)"
    r"|(?P<stage>Giai đoạn|GIAI ĐOẠN|Đợt|ĐỢT)\s(?P<count>\d{1,2}|I{1,3}|IV)\s?(?P<span>[.:](?!\d)|(?=\())\s*(?=\S)"
    rf"|(?P<roman>{_ROMAN})(?:\s?[./)]|\s?[-–—:](?=\s)|(?=\s+[A-ZÀ-ỸĐ]{{2}}))\s*(?=\S)"
    r"|(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,4})(?:\.(?!\d)|\)|/(?!\d)|:|\s?[-–—](?=\s))?(?=\s"
    r"|[A-Za-zÀ-ỸĐà-ỹđ\"“])\s*(?=\S)"
    r"|(?P<arabic>\d{1,3})(?:\.(?!\d)|\)|/(?=\s)|\s?[-–—](?=\s[A-ZÀ-ỸĐ]))\s*(?=\S)"
    r"|\((?P<round>\d{1,2}|[a-zđ]|[ivx]{1,4})\)\s*(?=\S)"
    r"|(?P<letter>[a-zđ]\d?)(?:\)|\.(?=\s)|/(?=\s))\s*(?=\S)"
    r"|(?P<capital>[A-HĐ])(?:\.(?=\s)|\)|/(?=\s)|\s?[-–—](?=\s))\s*(?=\S)"
    r"|(?P<annex>PHỤ LỤC|Phụ lục)\s*$"
    r"|(?P<bullet>[-–—−‒•◦▪▫●○■□◆◇►▶➢➤✓✔·∙*+❖])[-–—]?\s*(?=[^\s\d+*=_–—-])"
    r"|(?P<figure>[-–—•+*])\s+(?=\d)"
)
_ORDINALS = {"nhat": "I", "hai": "II", "ba": "III", "tu": "IV", "bon": "IV", "nam": "V", "sau": "VI"}
_WORDS = {"phan": "phan", "chuong": "chuong", "muc": "muc", "tieu muc": "muc", "dieu": "dieu", "phu luc": "annex",
    "buoc": "arabic"}  # fmt: skip
_OTHER = {"–": "-", "—": "-", "−": "-", "‒": "-", "●": "•", "∙": "•", "·": "•", "◦": "○"}


_COUNT = {"nhat": "1", "mot": "1", "hai": "2", "ba": "3", "tu": "4", "bon": "4", "nam": "5", "sau": "6", "bay": "7",
    "tam": "8", "chin": "9", "muoi": "10"}  # fmt: skip
NAMED = "named "
""" "Nhóm nhiệm vụ 1:", "Nhiệm vụ 2.": the kind is the word after this, the label the number."""


ORDINAL = re.compile(
    r"(?:(?P<nth>Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) là|Thứ (?P<of>nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín)"
    r"(?: là)?)[,:]\s+",
    re.IGNORECASE,
)
""" "Một là, ...", "Thứ hai: ...": a number in words, which stays part of the passage that it begins."""


_UPPER_FIRST = frozenset("IVXLCDPMĐABEFGHKN")
_AFTER_UPPER = frozenset(" .)/-–—:IVXLHhụươiỤƯƠộoạôợ")
_AFTER_LOWER = frozenset(").0123456789/")


_ORDINAL_FIRST = frozenset(("mộ", "ha", "ba", "bố", "nă", "sá", "bả", "tá", "ch", "mư", "th"))


def _may_open(text: str) -> bool:
    """A quick no for the many lines that begin with an ordinary word."""
    first, second = text[:1], text[1:2]
    if first.isalpha():
        if first.islower():
            return second in _AFTER_LOWER
        return first in _UPPER_FIRST and second in _AFTER_UPPER
    return first != ""


def marker_of(text: str) -> Marker | None:
    """The marker at the start of a paragraph, or None."""
    found = _MARKER.match(text) if _may_open(text) else None
    if found is None:
        nth = ORDINAL.match(text) if text[:2].lower() in _ORDINAL_FIRST else None
        return Marker(f"{NAMED}la", _COUNT[fold(nth["nth"] or nth["of"])], 0) if nth else None
    kind = found.lastgroup or ""
    if kind == "after":
        word = _WORDS[fold(found["word"])]
        label = _ORDINALS.get(fold(found["of"]), found["of"])
        return Marker(word, label, found.end())
    if kind == "colon":
        number = fold(found["nth"])
        return Marker(NAMED + fold(found["named"]), _COUNT.get(number, number), found.end())
    if kind == "span":
        return Marker(NAMED + fold(found["stage"]), found["count"], found.end())
    if kind == "figure":
        kind = "bullet"
        sign = found["figure"]
        return Marker(kind, _OTHER.get(sign, sign), found.end())
    label = "" if kind == "annex" else found[kind]
    if kind == "bullet":
        label = _OTHER.get(label, label)
    step = _STEP.match(text, found.end())
    return Marker(kind, label, step.end() if step else found.end())


_STEP = re.compile(r"(?:Bước|BƯỚC) (?:\d{1,2}|[IVX]{1,4})\s?[.:]\s+(?=\S)")
""" "3.1. Bước 1: Thành lập ban tổ chức": a second label after the number."""
