"""Whether a body's name stands whole: what is printed on both sides of it."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.unit_heads import head_at
from congdoan.documents.reading.assignment.unit_words import FUNCTION_WORDS
from congdoan.documents.reading.assignment.units import Unit
from congdoan.documents.reading.layout.letters import vietnamese
from congdoan.documents.reading.tasks.verbs import VERBS, verb_at

_ENDS = re.compile(r"\s*(?:$|[\n:;.)(\]”\"|/])")
_UP_TO_COLON = re.compile(r" [^\W\d_]+(?: [^\W\d_]+){1,5}:\s(?=[A-ZĐ])")
""" "Trung tâm Thông tin | xúc tiến du lịch: Mở lớp ...": what stands before the colon may all be the name."""
_LINK = re.compile(r"\s*(?:,|\s[-–—]|\svà|\scùng(?: với)?)?\s+")
_DASH = vietnamese(r"\s[-–—]\s[A-ZÀ-ỸĐ]")
_WORDS = re.compile(r"[^\W\d_]+")
_STARTS = re.compile(
    r"(?:^|[\n.;:(|“\"+•,&/]\s*|(?:^|[\n|;:.)]|\d)\s*[-–—−]\s?|[\d.)]\s"
    r"|(?<!\w)(?:giao|cho|do|với|cùng|và|các|đồng chí|đ/c|yêu cầu|đề nghị|phân công|của|đối với|từng|mỗi|là|tại|để|gửi"
    r"|về|riêng|nhờ|mong)\s)$",
    re.IGNORECASE,
)
_IN_NAMES = frozenset({"thông", "đồng"})
"""Small words of sentences that end names too ("Sở Thông tin và Truyền thông")."""
_OF_SENTENCES = frozenset(
    {"đồng thời", "đồng chủ", "đồng loạt", "đồng hành", "thông qua", "thông báo", "thông tắc", "thông suốt"}
)
_NEVER_LAST = frozenset(
    ("gửi", "lập", "làm", "viết", "họp", "thăm", "mua", "cho", "in", "mở", "cử", "trao", "tặng", "ký", "mời", "nộp"
    , "trả", "giao", "dán", "treo"
    , "nắm", "giữ", "đưa", "lấy", "đón", "đặt", "lo", "phát", "xét", "chọn", "kê", "chi", "cấp")
)  # fmt: skip
"""Verbs of one syllable that no name ends with."""
_STOPS = frozenset(",;.:)(/")
_BEFORE = 16
_AROUND = 60


def is_loose(text: str, unit: Unit) -> bool:
    """Whether words that may belong to the name stand directly before or after it."""
    return _ends_loosely(text, unit.span.end) or _starts_loosely(text, unit.span.start)


def _ends_loosely(text: str, end: int) -> bool:
    if _ENDS.match(text, end):
        return False
    if _UP_TO_COLON.match(text, end):
        return True
    link = _LINK.match(text, end)
    if link is None or _DASH.match(text, end):
        return True
    at = link.end()
    if head_at(text, at, min(len(text), at + _AROUND)) is not None:
        return False
    words = [word.lower() for word in _WORDS.findall(text, at, at + _AROUND)[:5]]
    if not (words and (words[0] in FUNCTION_WORDS or verb_at(words[:4]))):
        return True
    return link.end() - end == 1 and _may_belong(text, end, at, words)


def _may_belong(text: str, end: int, at: int, words: list[str]) -> bool:
    """Whether the word that ended a name may be its last: one syllable that does nothing ("Đào | tạo theo dõi").

    A verb has something after it that it is done to; a name's last word has a comma or a verb.
    """
    if words[0] in _IN_NAMES:
        return " ".join(words[:2]) not in _OF_SENTENCES
    if words[0] in FUNCTION_WORDS or words[0] in _NEVER_LAST or " ".join(words[:2]) in VERBS:
        return False
    after = text[at + len(words[0]) :][:1]
    return after in _STOPS or verb_at(words[1:5])


def _starts_loosely(text: str, start: int) -> bool:
    return _STARTS.search(text[max(0, start - _BEFORE) : start]) is None
