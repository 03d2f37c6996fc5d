"""Whether a body's name begins at a place in the text."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.head_words import (
    BEFORE_CAPITAL,
    HEADS,
    MANY,
    NO_HEAD,
    NUMBERED,
    SMALL,
    TOGETHER,
)
from congdoan.documents.reading.assignment.person_and_post import TITLED_POST, person_with_post
from congdoan.documents.reading.assignment.topics import topic_end
from congdoan.documents.reading.assignment.unit_words import DEGREE, SURNAME
from congdoan.documents.reading.layout.letters import vietnamese
from congdoan.documents.reading.tasks.verbs import verb_at

_WORDS = re.compile(r"[^\W\d_]+(?:/[^\W\d_]+)?(?: [^\W\d_]+){0,8}")
_FIRST = frozenset(name.partition(" ")[0] for table in (HEADS, MANY, TOGETHER, BEFORE_CAPITAL) for name in table) | {
    "phụ", "nông"
}  # fmt: skip
_FIRST_WORD = re.compile(r"[^\W\d_]+(?:/[^\W\d_]+)?")
"""Most words begin no name: they are told from these alone."""
_WITH_DEGREE = vietnamese(rf"{DEGREE}+{SURNAME}(?= [A-ZÀ-ỸĐ][a-zà-ỹđ])")
_SURNAMES = frozenset(SURNAME[3:-1].split("|"))
_BARE_PERSON = vietnamese(
    rf"{SURNAME}(?: [A-ZÀ-ỸĐ][a-zà-ỹđ]+){{2,3}}"
    r"(?=\s?:\s|\s(?:chủ trì|phụ trách|đảm nhận|đảm nhiệm|chịu trách nhiệm|có trách nhiệm|trực tiếp|theo dõi|chỉ đạo"
    r"|thực hiện)[\s.;)]|\))"
)
""" "..., Lê Thị Bình | phụ trách mục 2": a name without "đồng chí" before what its bearer has charge of."""
_MAY_BE_NAME = re.compile(r"[HK]['’]|[^\W\d_]+ (?:Thị|Văn) ")
_TITLES = frozenset(("đồng", "đ/c", "ông", "bà"))
_DEGREES = frozenset(("ThS", "Ths"))
_GROUPS = frozenset(("Tổ", "Ban", "Đội"))
"""Those that name a body with a capital alone: "Tổ công nghệ số cộng đồng", "Ban văn thể"."""
_ROOMS = frozenset(("Tổ", "Ban", "Đội", "Phòng", "Khoa", "Hội", "Sở"))
"""Those that name a body before what it is for: "Phòng tài chính - kế toán"."""
_IS_VERB = re.compile(
    r",\s?kiểm|\s(?:việc|công tác|các|đột xuất|định kỳ|chuyên đề|trách nhiệm|kiểm tra|và kiểm|ít nhất|tối thiểu"
    r"|toàn diện|\d+)(?!\w)"
)
"""After "Thanh tra" that is no body's name."""

_STANDS_BY = re.compile(
    r"\s(?:kế hoạch|chương trình|đề án|phong trào|việc|công tác|cuộc|dự án|theo dõi|tham mưu|tiếp|24"
    r"|tại|cho|giúp)(?!\w)"
)
""" "Thường trực kế hoạch. Tổng hợp ...": what a body does, not a body."""


_UNION_OF_TRADE = re.compile(r"công đoàn (?:giáo dục|xây dựng|vận tải) (?:các|tỉnh|huyện|thành phố|thị xã|quận)(?!\w)")
""" "Công đoàn giáo dục các huyện": a trade whose word is a verb elsewhere."""
_SOCIETIES = frozenset(("Phụ nữ", "Thanh niên", "Nông dân"))
_CELLS = re.compile(r"[Cc]hi, (?:đảng bộ|đảng ủy)(?!\w)")
""" "Chi, đảng bộ cơ sở": cells and committees of the Party."""
_IN_LIST = re.compile(r"\s?[,:]|\s(?:và|cùng)\s")
""" "Công đoàn, Phụ nữ, Đoàn Thanh niên: ...": a society by its members alone, in a list."""


_COUNTED = re.compile(
    r"\d{2,3}\s(?!lớp|đồng chí|cán bộ|đảng viên|đoàn viên)(?P<noun>[^\W\d_]+(?: [^\W\d_]+){0,3}?)"
    r"(?=\s(?:chưa|đã|có|không|còn|được|bị|thuộc|trong|nơi)\s)"
)
""" "11 công đoàn cơ sở chưa nộp báo cáo"."""


def may_begin(word: str) -> bool:
    """Whether a body's name may begin with a word in small letters."""
    return word in _FIRST


def head_at(text: str, start: int, limit: int, *, small: bool = False) -> int | None:
    """The offset after the first words of a body's name that begins at `start`; None when none does.

    "Văn phòng", "Sở" before a capital, "các đơn vị", "Các Ban". `small`: it may begin with a small letter.
    """
    if text[start : start + 1].isdecimal():
        counted = _COUNTED.match(text, start, limit)
        return counted.end() if counted and _longest(counted["noun"].lower().split(" "), MANY) else None
    matched = _FIRST_WORD.match(text, start, limit)
    if matched is None:
        return None
    first = matched.group()
    if first in _SURNAMES and (bare := _BARE_PERSON.match(text, start)) and bare.end() <= limit:
        return bare.end()
    if (first in _SURNAMES or _MAY_BE_NAME.match(text, start)) and (named := person_with_post(text, start)):
        return named
    if first.lower() in _TITLES and (with_title := TITLED_POST.match(text, start, limit)):
        return with_title.end()
    if first.lower() not in _FIRST:
        titled = first[1:2].isupper() or first in _DEGREES
        person = _WITH_DEGREE.match(text, start, limit) if titled else None
        return person.end() if person else None
    found = _WORDS.match(text, start, limit)
    assert found is not None  # begins with that word
    printed = found.group()
    words = printed.split(" ")
    lowered = [word.lower() for word in words]
    together = _longest(lowered, TOGETHER)
    if together:
        noun = _longest(lowered[together:], MANY)
        if noun:
            return start + len(" ".join(words[: together + noun]))
    begin = start + len(" ".join(words[:together])) + bool(together)
    count = _one(text, begin, words[together:], lowered[together:], any_case=small)
    return start + len(" ".join(words[: together + count])) if count else None


def _counts(table: frozenset[str]) -> dict[str, tuple[int, ...]]:
    """How many words the names of a table have, the most first, by the word that they begin with."""
    counts: dict[str, set[int]] = {}
    for name in table:
        counts.setdefault(name.partition(" ")[0], set()).add(name.count(" ") + 1)
    return {word: tuple(sorted(found, reverse=True)) for word, found in counts.items()}


_COUNTS = {table: _counts(table) for table in (HEADS, MANY, TOGETHER)}


def _longest(small: list[str], table: frozenset[str]) -> int:
    """How many of the first words make the longest name in a table."""
    for count in _COUNTS[table].get(small[0], ()) if small else ():
        if " ".join(small[:count]) in table:
            return count
    return 0


def _one(text: str, start: int, words: list[str], small: list[str], *, any_case: bool) -> int:
    """How many words the head has that begins at `start` with `words`."""
    if not words or " ".join(small[:2]) in NO_HEAD:
        return 0
    if small[0] == "chi" and _CELLS.match(text, start):
        return 1
    if " ".join(words[:2]) in _SOCIETIES and _IN_LIST.match(text, start + len(" ".join(words[:2]))):
        return 2
    if _UNION_OF_TRADE.match(" ".join(small)):
        return 4
    count = _longest(small, HEADS)
    if small[:2] == ["thanh", "tra"] and _IS_VERB.match(text, start + len("thanh tra")):
        return 0
    if small[:2] == ["thường", "trực"] and _STANDS_BY.match(text, start + len("thường trực")):
        return 0
    if count and (
        any_case or words[0][0].isupper() or any(" ".join(small[:at]) in SMALL for at in range(1, count + 1))
    ):
        return count
    if small[0] in BEFORE_CAPITAL or " ".join(small[:2]) in BEFORE_CAPITAL:
        count = 1 if small[0] in BEFORE_CAPITAL else 2
        end = start + len(" ".join(words[:count]))
        after = text[end : end + 2]
        named = after[1:].isupper() or (after[1:].isdigit() and small[0] in NUMBERED)
        if after[:1] == " " and named:
            return count
        if words[0] in _ROOMS and after[:1] == " " and topic_end(text, end + 1, len(text), small=True):
            return count
        if words[0] in _GROUPS and after[1:].islower() and not verb_at(small[1:]):
            return count
    return 0
