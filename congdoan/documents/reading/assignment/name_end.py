"""Where the words of a body's name stop: by words known inside names, verbs and the small words of sentences."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.head_words import MANY
from congdoan.documents.reading.assignment.unit_heads import head_at
from congdoan.documents.reading.assignment.unit_words import (
    AFTER_NAMES,
    ALONE_INSIDE,
    AND_MANY,
    COMPOUNDS,
    ENDS_LIKE_VERBS,
    FUNCTION_BEFORE,
    FUNCTION_WORDS,
    PAIRS_INSIDE,
    PLACES,
)
from congdoan.documents.reading.tasks.verbs import VERBS, verb_at

MAX_NAME = 150
_TOKEN = re.compile(r"[^\s]+")


def name_end(text: str, begin: int, start: int, limit: int, *, whole: bool = False) -> tuple[int, bool]:
    """Where the words stop that a name is made of: a capital word takes one small one with it, a place none.

    `whole`: what the body is named after stands before `start`, so that only a place or an organ may follow.
    The second is false when it stops at a word that is neither a verb nor a small word of a sentence.
    """
    end, before, (first, last) = start, "", ["", "", *text[max(0, start - 20) : start].split(" ")][-2:]
    allowed, listed, sure = int(not whole), False, True
    tokens = [(token.group(), token.end()) for token in _TOKEN.finditer(text, start, limit)]
    words = [printed.strip(",():") for printed, _ in tokens]
    kind = 0
    for at, (printed, after) in enumerate(tokens):
        word = words[at]
        kind = kind - 1 if kind > 0 else _kind_at(words, at, last)
        if not word or not word[0].isalpha() or word[0].isupper():
            allowed = 0 if last in PLACES else 1
        elif listed:
            allowed = 1
        elif kind > 0 or _inside(words, at, (before or first, last), text[end:limit]):
            allowed = 0
        elif at == 1 and not whole and _named_after_verb(words, last):
            allowed, sure = 1, False  # "Phòng Đăng ký kinh doanh"
        elif (stops := _stops(words, at)) or verb_at(following := [part.lower() for part in words[at : at + 6]]):
            if not stops and f"{before} {last}".lower() in _NEEDS_OBJECT:
                allowed, sure = 1, False
                end, before, last = after, last, word
                continue
            room = not stops and end > start and _ROOM_INSIDE.match(text, begin)
            return (tokens[at + 1][1], False) if room and _ends_room(following, whole=whole) else (end, sure)
        elif not allowed:
            return end, False
        else:
            allowed = 0
        end, before, last, listed = (
            after,
            last,
            word,
            printed.endswith(",") or (word == "và" and "".join(words[at + 1 : at + 2])[:1].islower()),
        )
    return end, sure


def _named_after_verb(words: list[str], last: str) -> bool:
    """ "Phòng Đăng | ký kinh doanh": a first word with a capital that makes a verb with the next."""
    return last[:1].isupper() and f"{last} {words[1]}".lower() in VERBS and " ".join(words[1:3]) not in VERBS


def _kind_at(words: list[str], at: int, last: str) -> int:
    """How many words a kind of bodies has that begins at `at` after "các": "Bí thư các chi bộ"."""
    if last.lower() != "các":
        return 0
    small = [word.lower() for word in words[at : at + 3]]
    return next((count for count in (3, 2, 1) if " ".join(small[:count]) in MANY), 0)


_NEEDS_OBJECT = frozenset(
    (
        "phối hợp",
        "bảo vệ",
        "hỗ trợ",
        "chăm sóc",
        "đảm bảo",
        "bảo đảm",
        "phòng chống",
        "xúc tiến",
        "ứng dụng",
        "chuyển giao",
    )
)
"""Verbs that no name ends with: what follows "Hội đồng Phối hợp", "Ban Bảo vệ" is still the name."""


_PLANS = frozenset(("dự kiến", "dự trù", "dự tính", "dự liệu"))
""" "Ban Tài chính | dự kiến mức chi": nouns too, but of no body."""


def _stops(words: list[str], at: int) -> bool:
    """Whether a small word of sentences stands at `at`."""
    word = words[at]
    if " ".join(words[at : at + 2]) in _PLANS:
        return True
    before = FUNCTION_BEFORE.get(word)
    return word in FUNCTION_WORDS and (
        before is None or (words[at + 1].lower() if at + 1 < len(words) else "") in before
    )


_ROOM_VERBS = frozenset(
    ("tổng hợp", "đào tạo", "quản lý", "kiểm tra", "giám sát", "bồi dưỡng", "phát triển", "điều hành", "giáo dục")
)
_NOUNY = frozenset(
    (
        "tiếp thị", "vận hành", "sản xuất", "xử lý", "khai thác", "chế biến", "tư vấn", "kiểm nghiệm",
        "thi công", "giám định", "kiểm soát", "thiết kế", "bảo trì", "sửa chữa", "bảo dưỡng", "cung ứng", "giao nhận",
        "vận chuyển", "biên tập", "kiểm định", "đo đạc", "lưu trữ", "thu mua", "bốc xếp", "đóng gói", "hoàn thiện",
    )
)  # fmt: skip
"""Verbs that a room whose words are not known may be named after."""
_ROOM_INSIDE = re.compile(
    r"(?:Phòng|Ban|Khoa|Tổ|Trung tâm|Vụ|Cục|Chi cục|Viện|Đội|Xưởng|Phân xưởng|Bộ phận|Xí nghiệp)\s"
)
_GOES_WITH = frozenset(
    ("kiến nghị", "báo cáo", "trình", "gửi", "nộp", "đề xuất", "thông báo", "kết quả", "dự toán", "kế hoạch")
)
"""What is done with what was put together: "tổng hợp báo cáo"."""


def _ends_room(words: list[str], *, whole: bool) -> bool:
    """ "Khoa Nội tổng hợp thực hiện": of two verbs that follow each other the first may be the name's last words."""
    first = " ".join(words[:2])
    if (
        (first not in _ROOM_VERBS and (whole or first not in _NOUNY))
        or " ".join(words[2:4]) in _GOES_WITH
        or words[2:3] in (["trình"], ["gửi"])
    ):
        return False
    return verb_at(words[2:]) or words[2:3] in (["tỉnh"], ["huyện"], ["xã"], ["phường"], ["khu"])


_MORE_WORDS = 9
_MORE_IN_LINE = 3
"""Unknown words between a name and a comma or full stop that may still be its last ones."""


def up_to_verb(text: str, end: int, inside: int) -> int:
    """Where a name of words that are not known ends if a verb follows before anything else; never sure.

    Commas before the offset `inside` stand in the name.
    """
    line = text.find("\n", end, end + MAX_NAME)
    limit = line if line >= 0 else end + MAX_NAME
    tokens = [(token.group(), token.start(), token.end()) for token in _TOKEN.finditer(text, end, limit)]
    words = [printed.strip(",().;:") for printed, _, _ in tokens[: _MORE_WORDS + 4]]
    for at, (printed, start, after) in enumerate(tokens[:_MORE_WORDS]):
        word = words[at]
        if (
            word in ("và", "cùng")
            and (at or text[after + 1 : after + 2].isupper())
            and head_at(text, after + 1, len(text)) is not None
        ):
            return end + len(text[end:start].rstrip())
        if word[:1].islower():
            if (
                printed[-1] != ":"
                and f"{words[at - 1]} {word}" not in ENDS_LIKE_VERBS
                and verb_at([part.lower() for part in words[at : at + 4]])
            ):
                return end + len(text[end:start].rstrip())
            if f"{words[at - 1]} {word}" in COMPOUNDS:
                continue
            if _stops(words, at) and f"{word} {words[at + 1] if at + 1 < len(words) else ''}" not in PAIRS_INSIDE:
                return end + len(text[end:start].rstrip()) if at and word in AFTER_NAMES else end
        if printed[-1] == "," and after < inside:
            continue
        if printed[-1] == "," and _shortened_verb(text, word, after):
            return end + len(text[end:start].rstrip())
        if printed[-1] == "," and verb_at([part.strip(",.;:()") for part in text[after + 1 : after + 40].split()[:4]]):
            return end
        if not word or printed[-1] in ",;:.()" or text[after : after + 1] == "\n":
            named = at < _MORE_IN_LINE or printed[-1] == ":"
            return start + len(printed.rstrip(",;:.()")) if word and named else end
    return end


_SECOND = re.compile(r",?\s[^\W\d_]+ (?P<last>[^\W\d_]+)")


def _shortened_verb(text: str, word: str, after: int) -> bool:
    """ "Kế toán công đoàn | thanh, quyết toán": the first of two verbs whose last syllable is said once."""
    second = _SECOND.match(text, after)
    return second is not None and f"{word} {second['last']}" in VERBS


_LEVELS = frozenset((*PLACES, "trấn", "cơ", "sở"))
_DONE_FOR_PEOPLE = frozenset(("khám bệnh", "tìm kiếm", "kinh doanh"))
""" "Trung tâm Y tế huyện | khám bệnh": after a level what other names are made of is done."""
_BEGINS_WORK = frozenset(("đồng thời", "thường kỳ"))
""" "Sở Lao động - Thương binh và Xã hội | đồng thời rà soát": no "hội đồng"."""
_STANDING_AFTER = frozenset(("tịch", "trưởng", "thư", "viên", "phó", "phận"))
""" "Phó Chủ tịch thường trực", "bộ phận thường trực"."""


_ENDS_TOPIC = frozenset(("nữ công",))
""" "Ban Nữ công | nhận đặt hoa": two words whose last one makes no noun with the next."""


def _inside(words: list[str], at: int, printed: tuple[str, str], rest: str) -> bool:
    """Whether a small word stands inside a name, by the two words `printed` before it and the one after it."""
    word, last = words[at], printed[1]
    if " ".join(printed).lower() in _ENDS_TOPIC and verb_at([part.lower() for part in words[at : at + 4]]):
        return False
    following = words[at + 1] if at + 1 < len(words) else ""
    if word == "và":
        pair = " ".join(words[at + 1 : at + 3])
        return following[:1].isupper() or pair in PAIRS_INSIDE or AND_MANY.match(rest) is not None
    if word == "số" and following.isdigit():
        return True
    before, pair = f"{last} {word}", f"{word} {following}"
    if (
        pair in _BEGINS_WORK
        or (pair == "trực tiếp" and last != "trên")
        or (pair in _DONE_FOR_PEOPLE and last in _LEVELS)
    ):
        return False
    if "thường trực" in (pair, before) and (last.lower() in _STANDING_AFTER or before == "thường trực"):
        return True
    if pair in PAIRS_INSIDE or (pair in COMPOUNDS and pair not in VERBS) or word in ALONE_INSIDE:
        return True
    return before in PAIRS_INSIDE or before in COMPOUNDS or before.lower() in ENDS_LIKE_VERBS
