"""Names of bodies that can be given work, and how far a name goes in running text."""

from __future__ import annotations

import re
from typing import NamedTuple

from congdoan.documents.reading.assignment.name_end import MAX_NAME
from congdoan.documents.reading.assignment.name_sure import whole_end
from congdoan.documents.reading.assignment.topics import named_after
from congdoan.documents.reading.assignment.unit_heads import head_at
from congdoan.documents.reading.assignment.unit_words import (
    COMMA_MANY,
    COMMA_PLACES,
    DASH_INSIDE,
    PERSON,
    POSTS,
    PUNCTUATION,
)
from congdoan.documents.reading.assignment.which import (
    ANY_ONE,
    PASSIVE,
    means_many,
    up_to_colon,
    verb_from,
    which_end,
)
from congdoan.documents.reading.layout.letters import vietnamese
from congdoan.documents.reading.model import Span

_LINK = re.compile(
    r"\s*(?:,|;|và|\+|&|cùng|/|\s[-–—]\s)\s*(?:và\s+|với\s+|các đồng chí\s+|(?<=và )(?:đề nghị|yêu cầu)\s+(?=các ))?"
)
_ASIDE = re.compile(
    r"\s\((?!(?:làm |là )?(?:đầu mối|chủ trì|phụ trách|phối hợp|thường trực|chính|hỗ trợ)(?!\w))[^()]{2,60}\)"
    r"(?=\s?[,;]|\s(?:và|cùng)\s)"
)
""" "Ban Dân chủ (Ủy ban MTTQ tỉnh), Phòng Pháp chế (Sở Tư pháp)": in brackets whose they are."""
_AND = re.compile(r"\s(?:và|cùng với|cùng)\s")
_MANY_PREFIX = vietnamese(
    r"(?:các\s(?=(?:Liên đoàn|LĐLĐ|Công đoàn|CĐCS|Nghiệp|Ban|Sở|Phòng|UBND|Ủy ban|Hội|Huyện|Đảng))"
    r"|(?:[Mm]ỗi|[Tt]ừng)\s(?=(?:Liên đoàn|LĐLĐ|Công đoàn|công đoàn|nghiệp đoàn|CĐCS)))"
)
"""Before a name with a capital inside a sentence; "Các công đoàn cơ sở" that begins one is a name as it stands."""
_COMRADE = vietnamese(
    r"(?:[Cc]ác\s)?(?:[Đđ]ồng chí|[Đđ]/[Cc]\.?|[Ôô]ng|[Bb]à)\s+(?!(?:trong|có|được|thuộc|là)\s)(?=[^\W\d_])"
)
_PLACES_OF = re.compile(
    r"\scác (?:huyện|xã|phường|quận|tỉnh|thị trấn|thành phố|thị xã|đặc khu)\s[A-ZĐ][^,]*"
    r"(?:,\s[A-ZĐ][^\s,]*(?: [A-ZĐ][^\s,]*){0,2}){0,20}$"
)
_NEXT_PLACE = vietnamese(
    r",\s[A-ZÀ-ỸĐ][a-zà-ỹđ]+(?: [A-ZÀ-ỸĐ][a-zà-ỹđ]+){0,2}(?=[,;.:(]|\s(?:và|chủ trì|thực hiện|phối hợp"
    r"|có trách nhiệm|tổ chức|xây dựng|rà soát|lập|báo cáo))"
)
""" "các huyện Đức Hòa, Bến Lức"."""
_OFFICE_OF_TWO = re.compile(r"[Vv]ăn phòng\s(?:HĐND|Hội đồng nhân dân|Đoàn đại biểu Quốc hội|Đoàn ĐBQH|Cấp ủy|Đảng ủy)")
_OFFICE_OF_MANY = re.compile(
    r"[Vv]ăn phòng\s(?:(?:HĐND|UBND|Hội đồng|Ủy ban|Đoàn|Cấp ủy|Đảng|HĐT|HĐQT|HĐTV|Công đoàn|MTTQ|Mặt trận)"
    r"[^,;:.()\n–—-]{0,24}(?:\s[-–—]\s)?)+"
)
""" "Văn phòng Đảng - Hội đồng trường - Đoàn thể": one office, the parts of its name joined by dashes."""
_OFFICE_PART = re.compile(
    r"(?:Hội đồng|HĐT|HĐQT|HĐTV|HĐND|UBND|Đoàn thể|Công đoàn|Đoàn(?! Thanh niên)|Đảng|MTTQ|Ủy ban)(?!\w)"
)
_ROOM = re.compile(r"(?:[Cc]ác\s)?(?:Sở|Phòng|Ban|Khoa|Tổ|Bộ|Trung tâm|Vụ|Cục|Chi cục)\s")
_ALSO_TOPIC = re.compile(r"(?:Kế toán|Thanh tra|Thi đua|BHXH|Bảo hiểm xã hội)(?!\w)")
"""Heads of bodies that a room is named after too: "Phòng Tài chính - Kế toán"."""
_TOPIC_LAST = re.compile(
    r"(?:Bảo hiểm xã hội|BHXH|Kế toán)(?! (?:tỉnh|thành phố|huyện|Việt Nam|cơ sở|khu vực|trưởng))(?!\w)"
)
_ALSO_BODIES = re.compile(r"(?:các )?(?:đoàn thể|tổ chức)")
_OVER_SEVERAL = re.compile(
    r"(?:Đảng ủy|Đảng đoàn|Ban cán sự đảng) (?:Ủy ban )?(?:Mặt trận Tổ quốc|MTTQ|[Cc]ác cơ quan)(?: Việt Nam)?"
)
_OTHERS = re.compile(r",\s(?:các )?(?:đoàn thể|cơ quan|tổ chức)")
"""Committees over several bodies: "Đảng ủy MTTQ, các đoàn thể tỉnh"."""
_YEARS = re.compile(r"20\d\d\s?[-–]\s?20\d\d(?!\d)")
""" "Ban Chấp hành khóa 2023 - 2028"."""
_NAMED_DAY = re.compile(r"(?<!ngày)(?<!trước)(?<!đến)(?<!hạn)\s\d{1,2}/\d{1,2}(?![\d/])")
""" "Xí nghiệp chè 20/4", "Nông trường 19/5"."""
_NEXT_PART = vietnamese(r",\s(?=[A-ZÀ-ỸĐ][a-zà-ỹđ])")
_DUTY = re.compile(
    r"(?:[Cc]hủ trì|[Pp]hối hợp|[Tt]ham mưu|[Tt]heo dõi|[Cc]hịu|[Cc]ó trách|[Cc]ăn cứ|[Pp]hụ trách"
    r"|[Gg]iúp)(?!\w)"
)
_IN_CHARGE = re.compile(
    r"\sphụ trách\s(?!mục|phần|các mục|nội dung)[^,;:.()\d]{2,50}?"
    r"(?=\s(?:chủ trì|có trách nhiệm|chịu trách nhiệm|chỉ đạo|phối hợp)(?!\w)|:)"
)
""" "Phó Chủ tịch phụ trách chuyên môn chịu trách nhiệm ...": the first of two duties says who it is."""
_POST_ASIDE = re.compile(
    r",(?=\s)|,?(?=\s(?:chủ trì|phụ trách|chịu trách nhiệm|có trách nhiệm|phối hợp|theo dõi|chỉ đạo|tham mưu"
    r"|thực hiện|giúp"
    r"|lập|tổng hợp|đôn đốc|kiểm tra|hướng dẫn|trực tiếp|rà soát|xây dựng|tổ chức|báo cáo)(?!\w))"
)
_POST_AFTER_COMMA = re.compile(r",\s")
""" "Đồng chí Trần Thị Nga, Ủy viên Ban Chấp hành, phụ trách": in a sentence the post is said in passing."""
_PLACE_LAST = re.compile(r"(?:^|\s)(?:tỉnh|huyện|xã|phường|quận|thị xã|thị trấn|thành phố)$")


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
    stop = min(limit, start + MAX_NAME)
    topic = named_after(text, start, head, stop)
    known = topic or head
    limit = max(_first_break(text, start, known, stop), known)
    end, sure = whole_end(text, start, known, limit, topic=topic is not None)
    clause = PASSIVE.match(text, end) if means_many(text, start) or ANY_ONE.fullmatch(text, start, end) else None
    if clause and verb_from(text, clause.end() + 1):
        end, sure = clause.end(), False
    kept = which_end(text, start, end) or up_to_colon(text, start, end)
    if kept is not None:
        end, sure = kept, False
    charge = _IN_CHARGE.match(text, end, min(len(text), start + MAX_NAME))
    end = charge.end() if charge else end
    name = text[start:end].rstrip(" ,.")
    shift = _shift(name)
    person = PERSON.match(text, start) is not None and head_at(text, start + shift, limit) is None
    aside = _POST_ASIDE.match(text, start + len(name)) if person else None
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
        if head_at(text, link.end(), len(text)) is not None or _ASKS_OTHERS.match(text, link.end()):
            return link.start()
    return end


_ASKS_OTHERS = re.compile(r"(?:đề nghị|yêu cầu|kiến nghị|giao|phân công) (?=các |[A-ZĐỦ])")
""" "Ủy ban MTTQ các xã và đề nghị các tổ chức thành viên vận động ..."."""


def _is_topic(text: str, start: int, link: re.Match[str]) -> bool:
    """Whether "và" stands inside a name: "Văn phòng HĐND và UBND", "Vụ Tiền lương và Bảo hiểm xã hội"."""
    if _OFFICE_OF_TWO.match(text, start, link.start()):
        return True
    if _OVER_SEVERAL.fullmatch(text, start, link.start()) and _ALSO_BODIES.match(text, link.end()):
        return True
    return _ROOM.match(text, start) is not None and _TOPIC_LAST.match(text, link.end()) is not None


def _goes_on(text: str, start: int, mark: int) -> int | None:
    """Where the name goes on after a comma or dash that stands inside it."""
    if PERSON.match(text, start):
        post = POSTS.match(text, mark)
        return post.end() if post else None
    if text[mark] == "/" and (day := _NAMED_DAY.search(text, start, mark + 4)):
        return day.end()
    place = COMMA_PLACES.match(text, mark)
    if place and (place["name"] or _PLACE_LAST.search(text[start:mark]) or means_many(text, start)):
        return place.end()
    if _OVER_SEVERAL.fullmatch(text, start, mark) and (others := _OTHERS.match(text, mark)):
        return others.end()
    if _PLACES_OF.search(text, start, mark) and (listed := _NEXT_PLACE.match(text, mark)):
        return listed.end()
    years = _YEARS.match(text, mark - 4)
    if years:
        return years.end()
    many = COMMA_MANY.match(text, mark)
    if many and means_many(text, start):
        return many.end()
    part = _NEXT_PART.match(text, mark)
    if (
        part
        and _ROOM.match(text, start)
        and head_at(text, part.end(), len(text)) is None
        and not verb_from(text, part.end())
    ):
        return part.end()
    dash = DASH_INSIDE.match(text, mark)
    if dash and (_OFFICE_OF_TWO.fullmatch(text, start, mark) or _is_office_of_many(text, start, mark, dash.end())):
        return dash.end()
    if dash and _ROOM.match(text, start) and _ALSO_TOPIC.match(text, dash.end()):
        return dash.end()
    if dash and head_at(text, dash.end(), len(text)) is None and not _DUTY.match(text, dash.end()):
        return dash.end()
    return None


def _is_office_of_many(text: str, start: int, mark: int, after: int) -> bool:
    part = _OFFICE_PART.match(text, after)
    return part is not None and _OFFICE_OF_MANY.fullmatch(text, start, mark) is not None


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


_TIME_FIRST = re.compile(
    r"(?:hạn|xong|hoàn thành|chậm nhất|thời gian|thời hạn|trước ngày|trong (?:quý|tháng|năm))(?!\w)", re.I
)
""" "Thực hiện: các công đoàn cơ sở; hạn chót 24/4": by when, not who."""
_DOES_LAST = re.compile(
    r"(?<=[\w)])\s(?:phụ trách|chỉ đạo|lãnh đạo|thực hiện|triển khai|đảm nhận|đăng cai"
    r"|(?:chuẩn bị|soạn thảo|dự thảo) (?:nội dung|báo cáo|hồ sơ|tài liệu|dự thảo|kinh phí|hội trường)[^,;()]{0,40})$"
)
_NEXT_ROOM = re.compile(r"\s(?:Ban|Phòng|Tổ|Khoa|Văn phòng|Trung tâm)\s[A-ZĐ]")
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
    head = head_at(text, begin, end)
    if head is not None and (named_after(text, begin, head, end) or 0) > brk.start():
        return False
    return head_at(text, brk.end(), end) is not None and _goes_on(text, begin, brk.start()) is None


def _take(text: str, start: int, end: int, units: list[Unit]) -> None:
    head = head_at(text, start, end)
    topic = named_after(text, start, head, end) if head else None
    if topic and _NEXT_ROOM.match(text, topic, end):  # two lines of a cell that lost their break
        _take(text, start, topic, units)
        start = topic + 1
    raw = text[start:end]
    name = _DOES_LAST.sub("", raw.strip(" .,;:-–—•+"))
    if _TIME_FIRST.match(name):
        return
    closed = start + raw.find(name) + len(name)
    if name.count("(") > name.count(")") and text.startswith(")", closed):
        name = f"{name})"
    if len(name) > 1 and any(letter.isalpha() for letter in name):
        begin, shift = start + raw.find(name), _shift(name)
        units.append(Unit(name[shift:], Span(begin + shift, begin + len(name))))
