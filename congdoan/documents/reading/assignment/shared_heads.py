"""Lists whose bodies say their first words once: "Các Sở: Nội vụ, Y tế", "LĐLĐ huyện Đức Hòa, Đức Huệ"."""

from __future__ import annotations

from typing import NamedTuple

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.topics import topic_end
from congdoan.documents.reading.assignment.unit_heads import head_at
from congdoan.documents.reading.assignment.unit_words import FUNCTION_WORDS, PERSON, SURNAME
from congdoan.documents.reading.assignment.which import verb_from
from congdoan.documents.reading.layout.letters import vietnamese


class Shared(NamedTuple):
    """One body of such a list: its name with the words said once, and where its own words stand."""

    name: str
    start: int
    end: int


_ROOMS = vietnamese(
    r"(?:(?:[Cc]ác|[Hh]ai|[Bb]a|[Bb]ốn)\s(?P<many>[Ss]ở|[Pp]hòng|[Bb]an|[Kk]hoa|[Bb]ộ|[Vv]ụ|[Cc]hi cục)(?::\s|\s)"
    r"|(?P<sector>(?:Công đoàn|CĐ) ngành)\s)(?=[A-ZÀ-ỸĐ])"
)
_NEXT = vietnamese(r"(?:,\s(?:và\s)?|\svà\s)(?=[A-ZÀ-ỸĐ])")
_MORE_OF_TOPIC = re.compile(r", (?:Thể thao|Người có công|Hạ tầng|Khoa học và Thông tin|An toàn thực phẩm)(?!\w)")
""" "Văn hóa, Thể thao và Du lịch", "Lao động, Người có công và Xã hội": one body's field."""
_PAIR = re.compile(
    r"(?:Giáo dục|Khoa học|Thông tin|Kế hoạch|Nông nghiệp|Tài nguyên|Thương binh|Thể thao|Dân tộc|Hạ tầng"
    r"|Kinh tế(?= và Hạ)|Văn hóa(?= và Th)|Người có công|Pháp luật|Chính sách)$"
)
""" "Giáo dục và Đào tạo": "và" joins the fields of one body."""
_OF_LEVEL = re.compile(r"(?:\s(?:tỉnh|huyện|quận|thị xã|thành phố|xã|phường)(?!\w)(?: [A-ZĐ][^\s,;:.()]*){0,3})?")
_PLACE_NAME = r"[A-ZÀ-ỸĐ][a-zà-ỹđ]+(?: [A-ZÀ-ỸĐ][a-zà-ỹđ]+){0,2}"
_DISTRICT = r"huyện|quận|thị xã|thành phố"
_COMMUNE = r"xã|phường|thị trấn|đặc khu"
_AT_PLACE = vietnamese(
    rf"(?P<body>[A-ZÀ-ỸĐ](?:(?!\scác\s)[^,;:.()\n–-]){{2,50}}?)\s(?P<level>{_DISTRICT}|{_COMMUNE})"
    rf"\s(?P<place>{_PLACE_NAME})(?=,|\svà\s)"
)
_NEXT_PLACE = vietnamese(
    rf"(?:,\s(?:và\s)?|\svà\s)(?:(?P<level>{_DISTRICT}|{_COMMUNE})\s)?(?P<place>{_PLACE_NAME})(?!\w)"
)
_PERSON = vietnamese(rf"{SURNAME}(?: [A-ZÀ-ỸĐ][a-zà-ỹđ]+){{2}}$")
_ONE_PERSON = rf"{SURNAME}(?: [A-ZÀ-ỸĐ][a-zà-ỹđ]+){{1,4}}"
_PERSONS = vietnamese(
    r"(?:(?:[Cc]ác|[Hh]ai|[Bb]a)\s(?:đồng chí|đ/c|ông|bà|ông, bà|thầy, cô)(?::\s|\s)|(?<=[Cc]ác đồng chí ))"
    rf"(?P<names>{_ONE_PERSON}(?:(?:,\s(?:và\s)?|\svà\s){_ONE_PERSON}){{1,40}})"
)
_BETWEEN = re.compile(r",\s(?:và\s)?|\svà\s")
_STOP = re.compile(r"\s*(?:$|[,;:.()\n])|\s(?:và|cùng)\s")
_WORD = re.compile(r"\s(?P<word>[^\W\d_]+)")
_MOST = 40
"""More members make no list of offices."""
_LONGEST_FIELD = 100


def shared_head(text: str, start: int, limit: int) -> list[Shared]:
    """The bodies of a list that begins at `start` and says its first words once; none when it is no such list."""
    if rooms := _ROOMS.match(text, start, limit):
        found = _fields(text, rooms, limit)
    elif persons := _PERSONS.match(text, start, limit):
        found = _persons(text, *persons.span("names"))
    else:
        found = _places(text, start, limit)
    return found if len(found) > 1 and ends_list(text, found[-1].end, limit) else []


def _persons(text: str, start: int, end: int) -> list[Shared]:
    """ "Các đồng chí Trần An, Lê Bình"."""
    found: list[Shared] = []
    for link in _BETWEEN.finditer(text, start, end):
        found.append(Shared(text[start : link.start()], start, link.start()))
        start = link.end()
    return [*found, Shared(text[start:end], start, end)]


def _fields(text: str, rooms: re.Match[str], limit: int) -> list[Shared]:
    """ "Nội vụ, Tài chính và Y tế": what each is named after."""
    head = rooms["many"] or rooms["sector"]
    found: list[Shared] = []
    at = rooms.end()
    while len(found) < _MOST and (end := _field_end(text, at, limit)) is not None:
        found.append(Shared(f"{head} {text[at:end]}", at, end))
        link = _NEXT.match(text, end, limit)
        if link is None or another_body(text, link.end(), limit):
            break
        at = link.end()
    if not found:
        return []
    name, at, end = found[-1]
    level = _OF_LEVEL.match(text, end, limit)
    return [*found[:-1], Shared(name + level.group(), at, level.end()) if level else found[-1]]


def _field_end(text: str, at: int, limit: int) -> int | None:
    """Where one field of work ends, at the comma or "và" that leads on to the next body's."""
    stop = limit = min(limit, at + _LONGEST_FIELD)
    comma = text.find(",", at, limit)
    while comma >= 0 and _MORE_OF_TOPIC.match(text, comma, limit):
        comma = text.find(",", comma + 1, limit)
    if comma >= 0:
        stop = comma
    link = text.find(" và ", at, stop)
    while link >= 0 and _PAIR.search(text, at, link):
        link = text.find(" và ", link + 1, stop)
    return topic_end(text, at, link if link >= 0 else stop)


def _places(text: str, start: int, limit: int) -> list[Shared]:
    """ "UBND huyện Ba Tri, Bình Đại và thành phố Bến Tre": the same body of several places of one level."""
    first = _AT_PLACE.match(text, start, limit)
    if first is None or PERSON.match(text, start) or head_at(text, start, limit) is None:
        return []
    body, level = first["body"], first["level"]
    alike = _DISTRICT if level in _DISTRICT.split("|") else _COMMUNE
    found = [Shared(first.group(), start, first.end())]
    while len(found) < _MOST and (more := _NEXT_PLACE.match(text, found[-1].end, limit)):
        own = more.start("level") if more["level"] else more.start("place")
        other = more["level"] and more["level"] not in alike.split("|")
        if other or another_body(text, own, limit) or _PERSON.match(more["place"]):
            break
        level = more["level"] or level
        found.append(Shared(f"{body} {level} {more['place']}", own, more.end()))
    return found


_ALSO_PLACE = re.compile(r"(?:(?:Bến|Bản|Buôn|Chợ|Trại|Đồn) [A-ZĐ]|Hội An(?!\w))")
""" "Bến Lức", "Bản Sen": towns whose first word begins the names of bodies too."""


def another_body(text: str, start: int, limit: int) -> bool:
    """Whether a body's own name begins at `start`, and not one more place."""
    return head_at(text, start, limit) is not None and _ALSO_PLACE.match(text, start) is None


def ends_list(text: str, end: int, limit: int) -> bool:
    """Whether such a list may end here: at a mark, another body, a verb or a small word of sentences."""
    if end >= limit or _STOP.match(text, end):
        return True
    word = _WORD.match(text, end)
    return word is not None and (word["word"] in FUNCTION_WORDS or verb_from(text, word.start("word")))
