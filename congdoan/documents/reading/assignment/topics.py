"""What bodies are named after: "Phòng Tài chính - Kế toán" is a room for "tài chính" and "kế toán"."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.head_words import HEADS
from congdoan.documents.reading.assignment.topic_words import TOPICS
from congdoan.documents.reading.tasks.verbs import verb_at

_FIRST_WORD = re.compile(r"[^\W\d_]+")
_LINK = re.compile(r"(?:\s[-–—]\s|[-–—]|\s?&\s?|\s?/\s?|\svà\s|,\s)")
_LONGEST = max(map(len, TOPICS))
_MARKS = (("oá", "óa"), ("oà", "òa"), ("oả", "ỏa"), ("oạ", "ọa"), ("uỷ", "ủy"), ("uý", "úy"), ("–", "-"))
"""Spellings of one sound ("hoá", "hóa"), written alike here wherever they stand."""
_PLACE = re.compile(r"\s(?:các (?:tỉnh|huyện|quận|xã|phường|thị)|tỉnh|huyện|thành phố|quận|thị xã)(?!\w)")
""" "Công đoàn giáo dục | các huyện": what a topic that is a verb too is one before."""
_SURE_WORDS = 3
"""A topic of so many words is one although it begins like a verb: "chuyển đổi số"."""


def _alike(printed: str) -> str:
    small = printed.lower()
    for spelling, same in _MARKS:
        small = small.replace(spelling, same)
    return small


def _by_first_word() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for topic in sorted(map(_alike, TOPICS), key=len, reverse=True):
        table.setdefault(topic.partition(" ")[0].rstrip(","), []).append(topic)
    return {word: tuple(topics) for word, topics in table.items()}


_TOPICS = _by_first_word()


_ROOM = re.compile(r"(?:ban|phòng|khoa|tổ|sở|hội|đội|vụ|cục|bộ|viện|quỹ)\s", re.IGNORECASE)
_TAKES_SMALL = re.compile(
    r"(?:(?:các|mỗi|từng|những|(?:giám đốc|trưởng|phụ trách|lãnh đạo)(?: các)?)\s)?(?:ban|phòng|khoa|tổ|sở|hội|đội|vụ"
    r"|cục|mạng lưới|bộ phận|viện|quỹ|trung tâm|chi cục|tiểu ban|nhóm|văn phòng|công đoàn|công đoàn ngành)(?!\w)",
    re.IGNORECASE,
)
"""Bodies that may be named after something in small letters: "Bộ phận một cửa", "Các trung tâm dịch vụ việc làm"."""


def named_after(text: str, start: int, head: int, limit: int) -> int | None:
    """Where the topics end that a body is named after whose first words stand from `start` to `head`.

    They may begin in these: "Ban Tổ chức" stands at the beginning of "Ban Tổ chức - Kiểm tra".
    """
    small = _TAKES_SMALL.match(text, start, head) is not None
    sector = head + len(" ngành") if text.startswith(" ngành ", head) else head
    after = topic_end(text, sector + 1, limit, small=small) if text[sector : sector + 1] == " " else None
    room = _ROOM.match(text, start, head)
    inside = topic_end(text, room.end(), limit, small=small) if room else None
    ends = [end for end in (after, inside) if end is not None and end >= head]
    return max(ends, default=None)


def topic_end(text: str, at: int, limit: int, *, small: bool = False) -> int | None:
    """Where the topics end that begin at `at`, joined by dashes, commas and "và"; None when none does.

    A topic begins with a capital; `small`: the first may begin with a small letter unless it is a verb.
    """
    lower = text[at : at + 1].islower()
    if lower and not small:
        return None
    end = _one(text, at, limit, lower)
    while end is not None:
        link = _LINK.match(text, end, limit)
        after = _next(text, link, limit, lower) if link else None
        if after is None:
            break
        end = after
    return end


def _next(text: str, link: re.Match[str], limit: int, lower: bool) -> int | None:
    at = link.end()
    if text[at : at + 1].islower() and not (lower and "," not in link.group()):
        return None
    end = _one(text, at, limit, text[at : at + 1].islower())
    if end is not None and "-" not in link.group() and "–" not in link.group() and _is_head(text[at:end]):
        return None
    return end


def _is_head(topic: str) -> bool:
    """Whether a body's name may begin with the words of a topic: "Thanh tra", "Kế toán"."""
    words = topic.lower().split(" ")
    return any(" ".join(words[:count]) in HEADS for count in range(1, 6))


def _one(text: str, at: int, limit: int, lower: bool) -> int | None:
    """Where the longest topic ends that begins at `at`; a short one that is a verb too is none in small letters."""
    first = _FIRST_WORD.match(text, at, limit)
    if first is None:
        return None
    topics = _TOPICS.get(_alike(first.group()), ())
    printed = _alike(text[at : min(limit, at + _LONGEST + 1)]) if topics else ""
    for topic in topics:
        if printed.startswith(topic) and not printed[len(topic) : len(topic) + 1].isalpha():
            words = topic.split(" ")
            end = at + len(topic)
            verb = lower and len(words) < _SURE_WORDS and verb_at(words) and _PLACE.match(text, end) is None
            return None if verb else end
    return None
