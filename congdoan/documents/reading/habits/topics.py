"""The topic of a heading: what sections of different papers have in common when they speak of the same field of work.

"2.4. Về công tác tài chính năm 2023" and "Tài chính" have the topic "tai chinh".
"""

from __future__ import annotations

import unicodedata
from typing import Final

from congdoan.documents.reading import lazy_re as re

MOST_WORDS: Final = 12
"""A longer heading states the work itself; another paper will not have it again."""

_PERIOD: Final = re.compile(
    r"\b(?:trong |cho )?(?:(?:den )?nam|giai doan|nhiem ky|quy|thang|6 thang|dau nam|cuoi nam)"
    r"(?: (?:\d+|[ivx]+|den|va|nam))+(?= |$)"
)
_NUMBER: Final = re.compile(r"^\s*(?:[IVXLC]+|[a-zđ]|\d+(?:\.\d+)*)\s*[.)]\s*")
_LEADING: Final = re.compile(
    r"^(?:(?:doi voi|trong|trien khai|thuc hien|tang cuong|day manh|nang cao hieu qua|nang cao chat luong) )?"
    r"(?:(?:ve|viec|cac|mot so|nhung|noi dung|linh vuc|mang) )*(?:(?:cong tac|hoat dong) )?"
)
_GENERAL: Final = frozenset(
    (
        "noi dung", "nhiem vu", "giai phap", "nhiem vu giai phap", "nhiem vu va giai phap", "nhiem vu chu yeu",
        "nhiem vu trong tam", "nhiem vu cu the", "noi dung thuc hien", "noi dung cu the", "noi dung nhiem vu",
        "noi dung trong tam", "noi dung chu yeu", "cong viec", "hoat dong", "bien phap", "khac", "noi dung khac",
        "nhiem vu khac", "nhiem vu chung", "trong tam", "thuc hien", "to chuc thuc hien", "chung", "cong tac",
    )
)  # fmt: skip


def topic_of(title: str) -> str:
    """The topic in lower case without tones; empty when the heading names none, or is a whole sentence."""
    words = _plain(title)
    if len(words.split()) > MOST_WORDS:
        return ""
    bare = _PERIOD.sub("", words).strip()
    if bare in _GENERAL:
        return ""
    topic = _LEADING.sub("", bare).strip()
    return "" if topic in _GENERAL or len(topic) < 3 else topic


def _plain(title: str) -> str:
    """Letters and figures only, one space between words, tones and "đ" gone, without a printed number."""
    parts = unicodedata.normalize("NFD", _NUMBER.sub("", title).lower().replace("đ", "d"))
    letters = (c if c.isalnum() else " " for c in parts if not unicodedata.combining(c))
    return " ".join("".join(letters).split())
