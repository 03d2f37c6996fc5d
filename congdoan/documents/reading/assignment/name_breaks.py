"""Where a body's name breaks off: at punctuation and "và", but where these stand inside it."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.kinds import goes_on_alike, more_schools, unlike
from congdoan.documents.reading.assignment.person_and_post import post_after
from congdoan.documents.reading.assignment.shared_heads import another_body, ends_list
from congdoan.documents.reading.assignment.unit_heads import head_at
from congdoan.documents.reading.assignment.unit_words import (
    COMMA_MANY,
    COMMA_PLACES,
    DASH_INSIDE,
    FUNCTION_WORDS,
    PERSON,
    POSTS,
    PUNCTUATION,
)
from congdoan.documents.reading.assignment.which import means_many, verb_from
from congdoan.documents.reading.layout.letters import vietnamese

_AND = re.compile(r"\s(?:và|cùng với|cùng)\s")

_PLACES_OF = re.compile(
    r"(?<!\w)[Cc]ác (?:huyện|xã|phường|quận|tỉnh|thị trấn|thành phố|thị xã|đặc khu|ngành|công ty"
    r"|trường(?: (?:THPT|THCS|TH|MN|[Tt]iểu học|[Mm]ầm non))?)\s[A-ZĐ][^,]*"
    r"(?:,\s[A-ZĐ][^\s,]*(?: [A-ZĐ][^\s,]*){0,2}){0,20}$"
)
_NEXT_PLACE = vietnamese(r",\s[A-ZÀ-ỸĐ][a-zà-ỹđ]+(?: [A-ZÀ-ỸĐ][a-zà-ỹđ]+){0,2}(?=[,;:.(\s]|$)")
""" "các huyện Đức Hòa, Bến Lức"."""


def _next_place(text: str, start: int, mark: int) -> int | None:
    place = _NEXT_PLACE.match(text, mark) if _PLACES_OF.search(text, start, mark) else None
    if place is None or another_body(text, mark + 2, len(text)):
        return None
    return place.end() if ends_list(text, place.end(), len(text)) else None


_OF_LEVELS = re.compile(
    r"\scác (?:tỉnh|huyện|xã|phường|quận|thị xã|thành phố)(?:, (?:tỉnh|thành phố|thị xã|phường|quận))*$"
)
_ALL_PLACES = vietnamese(
    r":(?P<places>(?:(?:,| và)? (?:TP\.? )?[A-ZÀ-ỸĐ][a-zà-ỹđ]+(?: [A-ZÀ-ỸĐ][a-zà-ỹđ]+){0,3}){2,40})(?!\w)"
)


def _listed_places(text: str, start: int, mark: int) -> int | None:
    """ "Liên đoàn Lao động các tỉnh, thành phố|: Bình Dương, Long An và TP Hồ Chí Minh khảo sát"."""
    places = _ALL_PLACES.match(text, mark) if _OF_LEVELS.search(text, start, mark) else None
    named = places is not None and ends_list(text, places.end(), len(text))
    return places.end() if places and named and head_at(text, mark + 2, len(text)) is None else None


_OFFICE_OF_TWO = re.compile(r"[Vv]ăn phòng\s(?:HĐND|Hội đồng nhân dân|Đoàn đại biểu Quốc hội|Đoàn ĐBQH|Cấp ủy|Đảng ủy)")
_PART_OF_OFFICE = (
    r"(?:HĐND|UBND|Hội đồng|Ủy ban|Đoàn|Cấp ủy|Đảng|HĐT|HĐQT|HĐTV|Công đoàn|MTTQ|Mặt trận)[^,;:.()\n–—-]{0,60}"
)
_OFFICE_OF_MANY = re.compile(rf"[Vv]ăn phòng\s{_PART_OF_OFFICE}(?:\s[-–—]\s{_PART_OF_OFFICE})*")
""" "Văn phòng Đảng - Hội đồng trường - Đoàn thể": one office, the parts of its name joined by dashes."""
_OFFICE_PART = re.compile(
    r"(?:Hội đồng|HĐT|HĐQT|HĐTV|HĐND|UBND|Đoàn thể|Công đoàn|Đoàn(?! Thanh niên)|Đảng|MTTQ|Ủy ban)(?!\w)"
)
_ROOM = re.compile(r"(?:[Cc]ác\s)?(?:Sở|Phòng|Ban|Khoa|Tổ|Bộ|Trung tâm|Vụ|Cục|Chi cục)\s")
_ALSO_TOPIC = re.compile(
    r"(?:Kế toán|Thanh tra|Thi đua|BHXH|Bảo hiểm xã hội|Viễn thông|Khách sạn|Ngân hàng|Thư viện|Bảo tàng|Điện lực"
    r"|Hải quan|Văn thư|Thủ quỹ|Hợp tác xã|Doanh nghiệp)(?! (?:tỉnh|huyện|xã|phường|thành phố)|(?: [A-ZĐ]))(?!\w)"
)
"""Heads of bodies that a room is named after too: "Phòng Tài chính - Kế toán"."""
_TOPIC_LAST = re.compile(
    r"(?:Bảo hiểm xã hội|BHXH|Kế toán)(?! (?:tỉnh|thành phố|huyện|Việt Nam|cơ sở|khu vực|trưởng))(?!\w)"
)
_SMALL_AFTER_AND = re.compile(r"(?:công an|hội phụ nữ|hội nông dân|đoàn thanh niên|bảo hiểm xã hội|kho bạc)(?!\w)")
_BRANCH = re.compile(r"(?:[Cc]hi nhánh|CN|[Vv]ăn phòng đại diện|[Pp]hòng giao dịch)\s")
""" "Ngân hàng Nhà nước Việt Nam - Chi nhánh Quảng Nam"."""
_ALSO_BODIES = re.compile(r"(?:các )?(?:đoàn thể|tổ chức)")
_OVER_SEVERAL = re.compile(
    r"(?:Đảng ủy|Đảng đoàn|Ban cán sự đảng) (?:Ủy ban )?(?:Mặt trận Tổ quốc|MTTQ|[Cc]ác cơ quan)(?: Việt Nam)?"
)
_OF_BLOC = re.compile(r"(?:\w+ ){0,3}Khối (?:[Cc]ác )?(?:[Cc]ơ quan|[Dd]oanh nghiệp)")
_OTHER_BLOC = re.compile(r"(?:[Cc]ơ quan|[Dd]oanh nghiệp)(?!\w)")
""" "Đảng ủy Khối Cơ quan và Doanh nghiệp tỉnh"."""
_JOURNAL = re.compile(r"(?:[Tt]ạp chí|[Bb]áo)\s[A-ZĐ]")
_OF_JOURNAL = re.compile(r"(?:Công đoàn|Xã hội|Đời sống|Pháp luật|Phát triển|Công nghệ|Thời đại)(?!\s[A-ZĐa-z])")
""" "Tạp chí Lao động và Công đoàn", "Báo Lao động và Xã hội"."""
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

_PLACE_LAST = re.compile(r"(?:^|\s)(?:tỉnh|huyện|xã|phường|quận|thị xã|thị trấn|thành phố)$")


def first_break(text: str, start: int, head: int, end: int) -> int:
    """Where a name ends at punctuation, or at "và" before another body."""
    at = head
    while True:
        mark = PUNCTUATION.search(text, at, end)
        if mark is None:
            break
        inside = goes_on(text, start, mark.start())
        if inside is None:
            end = mark.start()
            break
        at = inside
    for link in _AND.finditer(text, head, end):
        if is_topic(text, start, link):
            continue
        if unlike(text, start, link.start()):
            return link.start()
        if head_at(
            text, link.end(), len(text), small=_SMALL_AFTER_AND.match(text, link.end()) is not None
        ) is not None or _ASKS_OTHERS.match(text, link.end()):
            return link.start()
    return end


_ASKS_OTHERS = re.compile(r"(?:đề nghị|yêu cầu|kiến nghị|giao|phân công) (?=các |[A-ZĐỦ])")
""" "Ủy ban MTTQ các xã và đề nghị các tổ chức thành viên vận động ..."."""


def is_topic(text: str, start: int, link: re.Match[str]) -> bool:
    """Whether "và" stands inside a name: "Văn phòng HĐND và UBND", "Vụ Tiền lương và Bảo hiểm xã hội"."""
    if _OFFICE_OF_TWO.match(text, start, link.start()) or more_schools(text, start, link.start()):
        return True
    if _OVER_SEVERAL.fullmatch(text, start, link.start()) and _ALSO_BODIES.match(text, link.end()):
        return True
    if _JOURNAL.match(text, start) and _OF_JOURNAL.match(text, link.end()):
        return True
    if _OF_BLOC.fullmatch(text, start, link.start()) and _OTHER_BLOC.match(text, link.end()):
        return True
    return _ROOM.match(text, start) is not None and _TOPIC_LAST.match(text, link.end()) is not None


def goes_on(text: str, start: int, mark: int) -> int | None:
    """Where the name goes on after a comma or dash that stands inside it."""
    post = post_after(text, start)
    if post is not None and mark < post:
        return post
    if PERSON.match(text, start):
        beside = POSTS.match(text, mark)
        return beside.end() if beside else None
    if text[mark] == "/" and (day := _NAMED_DAY.search(text, max(start, mark - 3), mark + 4)):
        return day.end()
    place = COMMA_PLACES.match(text, mark)
    if place and (place["name"] or _PLACE_LAST.search(text[start:mark]) or means_many(text, start)):
        return place.end()
    if _OVER_SEVERAL.fullmatch(text, start, mark) and (others := _OTHERS.match(text, mark)):
        return others.end()
    if (listed := _next_place(text, start, mark)) is not None:
        return listed
    if text[mark] == ":" and (placed := _listed_places(text, start, mark)):
        return placed
    if text[start:mark].lower() == "chi":
        return mark + len(", ")
    years = _YEARS.match(text, mark - 4)
    if years:
        return years.end()
    return None if unlike(text, start, mark) else _after_comma(text, start, mark)


def _after_comma(text: str, start: int, mark: int) -> int | None:
    """Where a name goes on with more bodies of its kind, more of its topics or after a dash."""
    if (kin := more_schools(text, start, mark) or goes_on_alike(text, start, mark)) is not None:
        return kin
    many = COMMA_MANY.match(text, mark)
    if many and means_many(text, start) and not _next_of_level(text, start, mark):
        return many.end()
    if _BARE_COMMITTEES.fullmatch(text, start, mark) and (committee := _NEXT_COMMITTEE.match(text, mark)):
        return committee.end()
    if _more_of_a_kind(text, start, mark):
        return mark + len(", ")
    part = _NEXT_PART.match(text, mark)
    if (
        part
        and _ROOM.match(text, start)
        and head_at(text, part.end(), len(text)) is None
        and not verb_from(text, part.end())
    ):
        return part.end()
    if _ROOM.match(text, start) and (topics := _small_topics(text, mark)):
        return topics
    return _after_dash(text, start, mark)


_OF_FIRM = re.compile(
    r"(?:[Cc]ông đoàn(?: [Cc]ơ sở)?|CĐCS|CĐ|Chi bộ|Đảng ủy|Chi đoàn) "
    r"(?:Tổng công ty|Tổng Công ty|Công ty|Cty|TCT|Tập đoàn|Ngân hàng|NH|Xí nghiệp|Nhà máy|Bưu điện|Viễn thông"
    r"|Điện lực) "
)
_PART_OF_FIRM = re.compile(
    r"(?:Nông trường|Lâm trường|Xí nghiệp|Nhà máy|Điện lực|Chi nhánh|CN|Phòng giao dịch|PGD|Công ty|Cty|Trạm|Đội|Xưởng"
    r"|Phân xưởng|Cửa hàng|Siêu thị|Trung tâm|Khách sạn|Bưu điện|Bưu cục|Cảng|Mỏ) "
)
""" "Công đoàn Công ty Cao su Kon Tum - Nông trường Bờ Y": the union of one part of a firm."""


def _after_dash(text: str, start: int, mark: int) -> int | None:
    dash = DASH_INSIDE.match(text, mark)
    if dash is None:
        return None
    after = dash.end()
    inside = (
        (_OF_FIRM.match(text, start, mark) and _PART_OF_FIRM.match(text, after))
        or _OFFICE_OF_TWO.fullmatch(text, start, mark)
        or _is_office_of_many(text, start, mark, after)
        or _BRANCH.match(text, after)
        or (_ROOM.match(text, start) and _ALSO_TOPIC.match(text, after))
        or (head_at(text, after, len(text)) is None and not _DUTY.match(text, after))
    )
    return after if inside else None


_OF_LEVEL = re.compile(
    r"[^,;:.]{6,60}\s(?:[Tt]ỉnh|[Hh]uyện|[Tt]hành phố|[Tt]hị xã|[Xx]ã|[Pp]hường|[Tt]rung ương)(?: [A-ZĐ][^\s,]*){0,3}"
)
_ORGAN_OF_MANY = re.compile(r", (?:và )?[^\W\d_]+(?: [^\W\d_]+){0,6}? các ")


def _next_of_level(text: str, start: int, mark: int) -> bool:
    """ "Ủy ban nhân dân tỉnh|, ủy ban nhân dân các huyện": after one body of a level those of another."""
    one = " các " not in text[start:mark] and _OF_LEVEL.fullmatch(text, start, mark) is not None
    return one and not text.startswith(("Các ", "các "), start) and _ORGAN_OF_MANY.match(text, mark) is not None


_COMMITTEE = r"(?:huyện|thành|thị|quận|đảng) (?:ủy|uỷ)"
_BARE_COMMITTEES = re.compile(rf"(?:[Cc]ác )?{_COMMITTEE}(?:, {_COMMITTEE})*", re.IGNORECASE)
_NEXT_COMMITTEE = re.compile(rf", {_COMMITTEE}(?!\w)")
""" "Huyện ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy": committees of the Party by their kinds alone."""

_SMALL_TOPICS = vietnamese(
    r",\s(?P<more>[a-zà-ỹđ]+(?: (?!và\s)[a-zà-ỹđ]+){1,3}) và (?P<last>[a-zà-ỹđ]+ [a-zà-ỹđ]+)"
    r"(?=\s[A-ZÀ-ỸĐ(]|[:,;.]|\s[a-zà-ỹđ])"
)


def _small_topics(text: str, mark: int) -> int | None:
    """ "Ban Thanh niên công nhân|, nông thôn và đô thị": after a comma two more topics that do nothing."""
    topics = _SMALL_TOPICS.match(text, mark)
    if topics is None:
        return None
    for part in ("more", "last"):
        words = topics[part].split(" ")
        if words[0] in FUNCTION_WORDS or any(verb_from(text, topics.start(part) + at) for at in _word_starts(words)):
            return None
        if head_at(text, topics.start(part), len(text), small=True) is not None:
            return None
    return topics.end()


def _word_starts(words: list[str]) -> list[int]:
    return [len(" ".join(words[:at])) + bool(at) for at in range(len(words))]


def _is_office_of_many(text: str, start: int, mark: int, after: int) -> bool:
    part = _OFFICE_PART.match(text, after)
    return part is not None and _OFFICE_OF_MANY.fullmatch(text, start, mark) is not None


_SMALL = vietnamese(r",\s(?=[a-zà-ỹđ])")
_WORD = re.compile(r"[^\W\d_]+")
_ENDS_KIND = re.compile(r"\s*(?:[:\n]|$)|\s(?:chủ trì|có trách nhiệm|chịu trách nhiệm|phối hợp|căn cứ)(?!\w)")
_MOST_OF_KIND = 4


def _more_of_a_kind(text: str, start: int, mark: int) -> bool:
    """ "Các trường mầm non, tiểu học báo cáo": after a comma a few words that do nothing, up to what they all do."""
    if text[start : start + 3].lower() != "các" or not _SMALL.match(text, mark):
        return False
    words = list(_WORD.finditer(text, mark, mark + 60))[: _MOST_OF_KIND + 1]
    if not words or words[0].group() in FUNCTION_WORDS or head_at(text, words[0].start(), len(text)) is not None:
        return False
    for at, word in enumerate(words):
        if verb_from(text, word.start()):
            return at > 1
        if _ENDS_KIND.match(text, word.end()):
            return at > 0
        if at > 1 and word.group() in FUNCTION_WORDS:
            return True
        if text[word.end() : word.end() + 1] != " ":
            return False
    return False
