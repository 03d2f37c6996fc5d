"""Names of bodies that can be given work, and how far a name goes in running text."""

from __future__ import annotations

import re
from typing import NamedTuple

from congdoan.documents.reading.assignment.unit_heads import head_at
from congdoan.documents.reading.assignment.unit_words import (
    AFTER_NAMES,
    ALONE_INSIDE,
    AND_MANY,
    COMMA_MANY,
    COMMA_PLACES,
    COMPOUNDS,
    DASH_INSIDE,
    ENDS_LIKE_VERBS,
    FUNCTION_BEFORE,
    FUNCTION_WORDS,
    PAIRS_INSIDE,
    PERSON,
    PLACES,
    POSTS,
    PUNCTUATION,
)
from congdoan.documents.reading.layout.letters import vietnamese
from congdoan.documents.reading.model import Span
from congdoan.documents.reading.tasks.verbs import VERBS, verb_at

_LINK = re.compile(r"\s*(?:,|;|và|\+|&|cùng|/|\s[-–—]\s)\s*(?:và\s+|với\s+|các đồng chí\s+)?")
_ASIDE = re.compile(r"\s\([^()]{2,60}\)(?=\s?[,;])")
""" "Ban Dân chủ (Ủy ban MTTQ tỉnh), Phòng Pháp chế (Sở Tư pháp)": in brackets whose they are."""
_AND = re.compile(r"\s(?:và|cùng với|cùng)\s")
_MANY_PREFIX = vietnamese(
    r"(?:các\s(?=(?:Liên đoàn|LĐLĐ|Công đoàn|CĐCS|Nghiệp|Ban|Sở|Phòng|UBND|Ủy ban|Hội|Huyện|Đảng))"
    r"|(?:[Mm]ỗi|[Tt]ừng)\s(?=(?:Liên đoàn|LĐLĐ|Công đoàn|công đoàn|nghiệp đoàn|CĐCS)))"
)
"""Before a name with a capital inside a sentence; "Các công đoàn cơ sở" that begins one is a name as it stands."""
_COMRADE = vietnamese(r"(?:[Cc]ác\s)?(?:[Đđ]ồng chí|[Đđ]/[Cc]\.?)\s+(?=\S)")
_MANY_START = re.compile(
    r"(?:[Cc]ác|[Mm]ỗi|[Tt]ừng|[Tt]oàn thể|[Tt]ất cả các|[Tt]oàn bộ các|[Nn]hững)\s|[Tt]hủ trưởng|[Nn]gười đứng đầu"
)
_OFFICE_OF_TWO = re.compile(r"[Vv]ăn phòng\s(?:HĐND|Hội đồng nhân dân|Đoàn đại biểu Quốc hội|Đoàn ĐBQH|Cấp ủy|Đảng ủy)")
_ROOM = re.compile(r"(?:[Cc]ác\s)?(?:Sở|Phòng|Ban|Khoa|Tổ|Bộ|Trung tâm|Vụ|Cục|Chi cục)\s")
_ALSO_TOPIC = re.compile(r"(?:Kế toán|Thanh tra|Thi đua|BHXH|Bảo hiểm xã hội)(?!\w)")
"""Heads of bodies that a room is named after too: "Phòng Tài chính - Kế toán"."""
_TOPIC_LAST = re.compile(
    r"(?:Bảo hiểm xã hội|Kế toán)(?! (?:tỉnh|thành phố|huyện|Việt Nam|cơ sở|khu vực|trưởng))(?!\w)"
)
_OVER_SEVERAL = re.compile(r"Đảng ủy (?:Ủy ban )?(?:Mặt trận Tổ quốc|MTTQ|[Cc]ác cơ quan)(?: Việt Nam)?")
_OTHERS = re.compile(r",\s(?:các )?(?:đoàn thể|cơ quan|tổ chức)")
"""Committees over several bodies: "Đảng ủy MTTQ, các đoàn thể tỉnh"."""
_NEXT_PART = vietnamese(r",\s(?=[A-ZÀ-ỸĐ][a-zà-ỹđ])")
_DUTY = re.compile(
    r"(?:[Cc]hủ trì|[Pp]hối hợp|[Tt]ham mưu|[Tt]heo dõi|[Cc]hịu|[Cc]ó trách|[Cc]ăn cứ|[Pp]hụ trách"
    r"|[Gg]iúp)(?!\w)"
)
_UP_TO_DUTY = re.compile(r"[^;:.()]{1,60}?(?=\s(?:chủ trì|có trách nhiệm|chịu trách nhiệm|phụ trách)(?!\w))")
"""A name of unknown words ends where the duty begins."""
_IN_CHARGE = re.compile(
    r"\sphụ trách\s(?!mục|phần|các mục|nội dung)[^,;:.()\d]{2,50}?"
    r"(?=\s(?:chủ trì|có trách nhiệm|chịu trách nhiệm|chỉ đạo|phối hợp)(?!\w))"
)
""" "Phó Chủ tịch phụ trách chuyên môn chịu trách nhiệm ...": the first of two duties says who it is."""
_PASSIVE = re.compile(r"\sđược (?!giao|phân công)[^\W\d_]+ [^\W\d_]+(?:, [^\W\d_]+ [^\W\d_]+)?(?=\s)")
""" "Các đơn vị được kiểm tra chuẩn bị báo cáo": which of them, before what they do."""
_POST_ASIDE = re.compile(
    r",?(?=\s(?:chủ trì|phụ trách|chịu trách nhiệm|có trách nhiệm|phối hợp|theo dõi|chỉ đạo|tham mưu|thực hiện|giúp"
    r"|lập|tổng hợp|đôn đốc|kiểm tra|hướng dẫn|trực tiếp|rà soát|xây dựng|tổ chức|báo cáo)(?!\w))"
)
_POST_AFTER_COMMA = re.compile(r",\s")
""" "Đồng chí Trần Thị Nga, Ủy viên Ban Chấp hành, phụ trách": in a sentence the post is said in passing."""
_PLACE_LAST = re.compile(r"(?:^|\s)(?:tỉnh|huyện|xã|phường|quận|thị xã|thị trấn|thành phố)$")
MAX_NAME = 150


class Unit(NamedTuple):
    """`sure` is false where the name was cut before a word that may belong to it."""

    name: str
    span: Span
    sure: bool = True


def unit_at(text: str, start: int, limit: int) -> Unit | None:
    """The body whose name begins exactly at `start`."""
    head = head_at(text, start, limit)
    if head is None:
        return None
    end = _first_break(text, start, head, min(limit, start + MAX_NAME))
    limit = max(end, head)
    end, sure = _name_end(text, start, head, limit)
    duty = None if sure else _UP_TO_DUTY.match(text, end, min(len(text), end + MAX_NAME))
    if duty:
        end, sure = duty.end(), True
    elif not sure:
        end = _up_to_verb(text, end, limit)
    clause = _PASSIVE.match(text, end) if _many(text, start) else None
    if clause and _verb_from(text, clause.end() + 1):
        end, sure = clause.end(), False
    charge = _IN_CHARGE.match(text, end, min(len(text), start + MAX_NAME))
    end = charge.end() if charge else end
    name = text[start:end].rstrip(" ,.")
    shift = _shift(name)
    aside = _POST_ASIDE.match(text, start + len(name)) if PERSON.match(text, start) else None
    if aside and (post := _POST_AFTER_COMMA.search(name)):
        return Unit(name[shift : post.start()], Span(start + shift, aside.end()), sure)
    return Unit(name[shift:], Span(start + shift, start + len(name)), sure) if len(name) - shift > 1 else None


def _shift(name: str) -> int:
    """The length of "các" before a name that says by itself that it means many, or of "đồng chí" before a person's."""
    comrade = _COMRADE.match(name)
    if comrade:
        return comrade.end()
    prefix = _MANY_PREFIX.match(name)
    return prefix.end() if prefix and " " in name[prefix.end() :] else 0


_TOKEN = re.compile(r"[^\s]+")


def _name_end(text: str, begin: int, start: int, limit: int) -> tuple[int, bool]:
    """Where the words stop that a name is made of: a capital word takes one small one with it, a place none.

    The second is false when it stops at a word that is neither a verb nor a small word of a sentence.
    """
    end, last = start, text[max(0, start - 20) : start].rpartition(" ")[2]
    allowed, listed = 1, False
    tokens = [(token.group(), token.end()) for token in _TOKEN.finditer(text, start, limit)]
    words = [printed.strip(",()") for printed, _ in tokens]
    for at, (printed, after) in enumerate(tokens):
        word = words[at]
        if not word or not word[0].isalpha() or word[0].isupper():
            allowed = 0 if last in PLACES else 1
        elif listed:
            allowed = 1
        elif _inside(words, at, last, text[end:limit]):
            allowed = 0
        elif (stops := _stops(words, at)) or verb_at(following := [part.lower() for part in words[at : at + 6]]):
            if stops or end == start or not (_ROOM_INSIDE.match(text, begin) and _ends_room(following)):
                break
            return tokens[at + 1][1], False
        elif not allowed:
            return end, False
        else:
            allowed = 0
        end, last, listed = after, word, printed.endswith(",") or (word == "và" and words[at + 1][:1].islower())
    return end, True


def _stops(words: list[str], at: int) -> bool:
    """Whether a small word of sentences stands at `at`."""
    word = words[at]
    before = FUNCTION_BEFORE.get(word)
    return word in FUNCTION_WORDS and (
        before is None or (words[at + 1].lower() if at + 1 < len(words) else "") in before
    )


_ROOM_VERBS = frozenset(
    ("tổng hợp", "đào tạo", "quản lý", "kiểm tra", "giám sát", "bồi dưỡng", "phát triển", "điều hành")
)
_ROOM_INSIDE = re.compile(r"(?:Phòng|Ban|Khoa|Tổ|Trung tâm|Vụ|Cục|Chi cục|Viện)\s")
_GOES_WITH = frozenset(("kiến nghị", "báo cáo", "trình", "gửi", "nộp", "đề xuất", "thông báo", "kết quả"))
"""What is done with what was put together: "tổng hợp báo cáo"."""


def _ends_room(words: list[str]) -> bool:
    """ "Khoa Nội tổng hợp thực hiện": of two verbs that follow each other the first may be the name's last words."""
    if (
        " ".join(words[:2]) not in _ROOM_VERBS
        or " ".join(words[2:4]) in _GOES_WITH
        or words[2:3] in (["trình"], ["gửi"])
    ):
        return False
    return verb_at(words[2:]) or words[2:3] in (["tỉnh"], ["huyện"], ["xã"], ["phường"], ["khu"])


_MORE_WORDS = 9
_MORE_IN_LINE = 3
"""Unknown words between a name and a comma or full stop that may still be its last ones."""


def _up_to_verb(text: str, end: int, inside: int) -> int:
    """Where a name of words that are not known ends if a verb follows before anything else; never sure.

    Commas before the offset `inside` stand in the name.
    """
    tokens = [(token.group(), token.start(), token.end()) for token in _TOKEN.finditer(text, end, end + MAX_NAME)]
    words = [printed.strip(",()") for printed, _, _ in tokens[: _MORE_WORDS + 4]]
    for at, (printed, start, after) in enumerate(tokens[:_MORE_WORDS]):
        word = words[at]
        if at and word in ("và", "cùng") and head_at(text, after + 1, len(text)) is not None:
            return end + len(text[end:start].rstrip())
        if word[:1].islower():
            if f"{words[at - 1]} {word}" not in ENDS_LIKE_VERBS and verb_at(
                [part.lower() for part in words[at : at + 4]]
            ):
                return end + len(text[end:start].rstrip())
            if _stops(words, at) and f"{word} {words[at + 1] if at + 1 < len(words) else ''}" not in PAIRS_INSIDE:
                return end + len(text[end:start].rstrip()) if at and word in AFTER_NAMES else end
        if printed[-1] == "," and after < inside:
            continue
        if not word or printed[-1] in ",;:.()" or text[after : after + 1] == "\n":
            named = at < _MORE_IN_LINE or printed[-1] == ":"
            return start + len(printed.rstrip(",;:.()")) if word and named else end
    return end


def _inside(words: list[str], at: int, last: str, rest: str) -> bool:
    """Whether a small word stands inside a name, by the word before or after it."""
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else ""
    if word == "và":
        pair = " ".join(words[at + 1 : at + 3])
        return following[:1].isupper() or pair in PAIRS_INSIDE or AND_MANY.match(rest) is not None
    if word == "số" and following.isdigit():
        return True
    before, pair = f"{last} {word}", f"{word} {following}"
    if pair in PAIRS_INSIDE or (pair in COMPOUNDS and pair not in VERBS) or word in ALONE_INSIDE:
        return True
    return before in PAIRS_INSIDE or before in COMPOUNDS or before in ENDS_LIKE_VERBS


def _first_break(text: str, start: int, head: int, end: int) -> int:
    """Where a name ends at punctuation, or at "và" before another body."""
    at = head
    while True:
        mark = PUNCTUATION.search(text, at, end)
        if mark is None:
            break
        inside = _goes_on(text, start, mark.start())
        if inside is None:
            end = mark.start()
            break
        at = inside
    for link in _AND.finditer(text, head, end):
        if _is_topic(text, start, link):
            continue
        if head_at(text, link.end(), len(text)) is not None:
            return link.start()
    return end


def _is_topic(text: str, start: int, link: re.Match[str]) -> bool:
    """Whether "và" stands inside a name: "Văn phòng HĐND và UBND", "Vụ Tiền lương và Bảo hiểm xã hội"."""
    if _OFFICE_OF_TWO.match(text, start, link.start()):
        return True
    return _ROOM.match(text, start) is not None and _TOPIC_LAST.match(text, link.end()) is not None


def _goes_on(text: str, start: int, mark: int) -> int | None:
    """Where the name goes on after a comma or dash that stands inside it."""
    if PERSON.match(text, start):
        post = POSTS.match(text, mark)
        return post.end() if post else None
    place = COMMA_PLACES.match(text, mark)
    if place and (place["name"] or _PLACE_LAST.search(text[start:mark]) or _many(text, start)):
        return place.end()
    if _OVER_SEVERAL.fullmatch(text, start, mark) and (others := _OTHERS.match(text, mark)):
        return others.end()
    many = COMMA_MANY.match(text, mark)
    if many and _many(text, start):
        return many.end()
    part = _NEXT_PART.match(text, mark)
    if (
        part
        and _ROOM.match(text, start)
        and head_at(text, part.end(), len(text)) is None
        and not _verb_from(text, part.end())
    ):
        return part.end()
    dash = DASH_INSIDE.match(text, mark)
    if dash and _ROOM.match(text, start) and _ALSO_TOPIC.match(text, dash.end()):
        return dash.end()
    if dash and head_at(text, dash.end(), len(text)) is None and not _DUTY.match(text, dash.end()):
        return dash.end()
    return None


def _many(text: str, start: int) -> bool:
    return _MANY_START.match(text, start) is not None or " các " in text[start : start + 60]


def _verb_from(text: str, at: int) -> bool:
    return verb_at(text[at : at + 40].lower().split()[:4])


_LONGEST_LIST = 64
"""More bodies in one sentence are no list; each of them begins one, so reading all of each would never end."""


def units_from(text: str, start: int, limit: int) -> tuple[list[Unit], int]:
    """All bodies of a list that begins at `start`, and where the list ends."""
    units: list[Unit] = []
    at = start
    while at < limit and len(units) < _LONGEST_LIST:
        unit = unit_at(text, at, limit)
        if unit is None:
            break
        units.append(unit)
        end = unit.span.end
        aside = _ASIDE.match(text, end, limit)
        end = aside.end() if aside else end
        link = _LINK.match(text, end, limit)
        if link is None or link.end() == end:
            return units, end
        at = link.end()
    return units, units[-1].span.end if units else start


_DOES_LAST = re.compile(r"(?<=[\w)])\s(?:phụ trách|chỉ đạo|thực hiện|triển khai|đảm nhận)$")
_CELL_BREAK = re.compile(r"\s*(?:[;\n+]|,|\s(?:và|cùng)\s|(?:^|\s)[-–—•+]\s)\s*")


def units_in_cell(text: str, start: int, end: int) -> list[Unit]:
    """The bodies of a table cell or of a line "Chủ trì: ...": parts that begin like a body stand alone."""
    units: list[Unit] = []
    begin = start
    at = start
    while at <= end:
        brk = _CELL_BREAK.search(text, at, end)
        if brk is None:
            _take(text, begin, end, units)
            break
        if brk.start() == begin:
            begin = at = max(brk.end(), at + 1)
        elif _starts_unit(text, begin, brk, end):
            _take(text, begin, brk.start(), units)
            begin = at = brk.end()
        else:
            at = max(brk.end(), at + 1)
    return units


def _starts_unit(text: str, begin: int, brk: re.Match[str], end: int) -> bool:
    if ";" in brk.group():
        return True
    if "và" in brk.group() and _is_topic(text, begin, brk):
        return False
    return head_at(text, brk.end(), end) is not None and _goes_on(text, begin, brk.start()) is None


def _take(text: str, start: int, end: int, units: list[Unit]) -> None:
    raw = text[start:end]
    name = _DOES_LAST.sub("", raw.strip(" .,;:-–—•+"))
    if len(name) > 1 and any(letter.isalpha() for letter in name):
        begin, shift = start + raw.find(name), _shift(name)
        units.append(Unit(name[shift:], Span(begin + shift, begin + len(name))))
