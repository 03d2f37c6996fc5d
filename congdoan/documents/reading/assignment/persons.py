"""A person and the post that stands beside the name: what of both is the answer, and where they end."""

from __future__ import annotations

from typing import NamedTuple

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.name_breaks import first_break
from congdoan.documents.reading.assignment.name_end import MAX_NAME
from congdoan.documents.reading.assignment.name_sure import whole_end
from congdoan.documents.reading.assignment.person_and_post import BARE_NAME, NAME, POST, SHORT_POST
from congdoan.documents.reading.assignment.topics import named_after
from congdoan.documents.reading.assignment.unit_heads import head_at
from congdoan.documents.reading.assignment.unit_words import DEGREE, FUNCTION_WORDS, PLACES
from congdoan.documents.reading.assignment.which import verb_from
from congdoan.documents.reading.layout.letters import vietnamese
from congdoan.documents.reading.tasks.verbs import VERBS

_TITLE = vietnamese(
    r"(?:[Cc]ác\s)?(?P<falls>[Đđ]ồng chí|[Đđ]/[Cc]\.?|[Ôô]ng|[Bb]à):?\s+|(?:[Tt]hầy|[Cc]ô|[Aa]nh|[Cc]hị)\s(?=[A-ZÀ-ỸĐ])"
)
_DEGREES = re.compile(rf"{DEGREE}*")
_SEPARATOR = re.compile(r"(?P<comma>,\s)|(?P<dash>\s?[-–—]\s|\s[-–—])|(?P<bracket>\s\()")
_MEMBER = re.compile(r"(?:UV|[ỦUủu][ỷyỶY] viên|(?:[Pp]hó )?[Bb]í thư|[^\W\d_]+ [ủu][ỷy] viên)")
_NEXT_POST = re.compile(r",\s|\s[-–]\s")
_ALSO = re.compile(r" kiêm [^,;:.()|\n]{2,60}?(?=[,;:.()|\n]|$| (?:chủ trì|phụ trách|chịu trách|theo dõi|chỉ đạo)\s)")
""" "..., kế toán | kiêm văn phòng Công đoàn xã": a second post."""
_NUMBERED = re.compile(
    r"(?: [^\W\d_]+){0,2} (?:xưởng|tổ|chuyền|phố|ấp|thôn|đội|kho|ca|cụm|số) (?:số )?\d{1,2}(?=[^\w/]|$)"
)
""" "Quản đốc | phân xưởng 2"."""
_CHARGE = re.compile(
    r"\sphụ trách(?=\s(?!(?:các |những |toàn bộ |hai |ba )?(?:mục|phần|nội dung|nhiệm vụ|việc|công việc|hoạt động"
    r"|giải pháp|phụ lục|chung|công tác)(?!\w))[^\W\d_])"
)
_TWO = re.compile(r"\s(?P<words>[^\W\d_]+ [^\W\d_]+)(?!\w)")
_WORD = re.compile(r"\s[^\W\d_]+")
_DOES = re.compile(r"\s(?:chủ trì|có trách nhiệm|chịu trách nhiệm|trực tiếp|chỉ đạo|theo dõi|phối hợp|thực hiện)(?!\w)")
_LINKS = frozenset((" và", " cùng"))
_MOST_IN_CHARGE = 4
_BEFORE_LINE = re.compile(
    r"\s*(?:(?:[-+*•–]|\(?(?:\d{1,2}|[IVX]{1,5}|[a-zđA-Z])(?:\.\d{1,2})*\s?[.)/:-]+|\d(?:\.\d{1,2})+)\s*)?"
    r"(?:(?!\d)[^.:;,|\n]{2,30}:\s*)?(?:[Đđ]ồng chí\s|[Đđ]/[Cc]\.?\s|[Ôô]ng\s|[Bb]à\s)?"
)
_LONGEST_LABEL = 80
_AFTER_LINE = re.compile(r"\s*[.:;,]?\s*(?:$|\n|\|)")
_BETWEEN = re.compile(r" (?:[-–] )?(?P<word>[^\W_]+)")
_MOST_BETWEEN = 9
_NAMED_AFTER = PLACES | {
    "trường", "thpt", "thcs", "học", "non", "đường", "ty", "cty", "viện", "đoàn", "thôn", "ấp", "phân", "clb",
    "lớp", "khối", "cụm", "tổ", "đội", "chợ", "cầu", "trại", "hội", "hàng", "hóa", "hoá", "tiểu", "mầm", "bác",
}  # fmt: skip
""" "Hiệu trưởng Trường THPT Nguyễn Du", "Chủ tịch UBND xã Nguyễn Phích": what is named after somebody."""
_OF_PLACE = frozenset(("tâm", "viện", "ty", "nhánh", "trường", "lực", "hàng", "trạm", "cục", "dịch", "nghiệp", "máy"))
""" "Giám đốc Trung tâm Y tế Vũ Thư": after what stands at one place two syllables may be that place."""
_GIVEN = (FUNCTION_WORDS - {"đồng", "thông"}) | {
    "tướng", "giao", "và", "mời", "cử", "đề", "yêu", "thay", "các", "gặp", "của", "hồ",
}  # fmt: skip
_LEAST_BARE = 3
"""Syllables of a name that nothing but its post tells from a place."""
_RANK = re.compile(r"[Tt]rưởng|[Pp]hó|[Cc]hánh")
""" "Trưởng đoàn Vũ Văn Hiến", "Trưởng thôn Lê Văn An": the next word is part of the post."""
_NO_PERSON = re.compile(r"Hồ Chí Minh|Đoàn (?:Thanh|TN|[Tt]rường|[Xx]ã|[Pp]hường)(?!\w)")
_TITLED = re.compile(r"(?<!\w)(?:[Đđ]ồng chí|[Đđ]/[Cc]\.?|[Ôô]ng|[Bb]à):? $")


class Person(NamedTuple):
    """The answer is what stands from `start` to `stop`; name and posts end at `end`."""

    start: int
    stop: int
    end: int


def person_at(text: str, start: int, limit: int) -> Person | None:
    """The person who is named at `start` with a post, or with "đồng chí" and its like; None when nobody is.

    A post after a dash stays with the name; after a comma, and before the name, it stays where both fill a line or
    cell, or a bracket, and falls inside a sentence.
    """
    title = _TITLE.match(text, start, limit)
    at = title.end() if title else start
    begin = start if title and title["falls"] is None else at
    titled = title is not None or _TITLED.search(text, max(0, start - 9), start) is not None
    named = _after_post(text, at, limit, least=2 if titled else _LEAST_BARE)
    if named is not None:
        whole = _fills(text, start, named[1])
        return Person(begin if whole else named[0], named[1], named[1])
    name = _name(text, at, titled=titled)
    if name is None or name > limit:
        return None
    stays, end = _posts(text, name, limit)
    if stays is None:
        return Person(begin, name, name) if titled and not _goes_on(text, name) else None
    return Person(begin, end if stays or _fills(text, start, end) else name, end)


def listed_person(text: str, start: int, limit: int) -> Person | None:
    """The person without a title of whom the whole name stands in a list: "các đồng chí Lê Thị Hoa|, Bùi Văn Quý"."""
    name = BARE_NAME.match(text, start, limit)
    if name is None or name.group().count(" ") + 1 < _LEAST_BARE or _NO_PERSON.match(text, start):
        return None
    return Person(start, name.end(), name.end())


def _name(text: str, at: int, *, titled: bool) -> int | None:
    """Where the name of a person ends that begins at `at`."""
    degrees = _DEGREES.match(text, at)
    name = (NAME if titled else BARE_NAME).match(text, degrees.end() if degrees else at)
    if name is None or (titled and _is_body(text, at)):
        return None
    return name.end()


def _is_body(text: str, at: int) -> bool:
    return POST.match(text, at) is not None or (
        BARE_NAME.match(text, at) is None and head_at(text, at, len(text)) is not None
    )


def _goes_on(text: str, name: int) -> bool:
    """Whether a dash follows after which the other rules look for posts of any words: "Lan Anh - TPT Đội"."""
    separator = _SEPARATOR.match(text, name)
    return separator is not None and separator["dash"] is not None


def _posts(text: str, name: int, limit: int) -> tuple[bool | None, int]:
    """Whether the posts after a name stay with it wherever they stand, and where they end; None: there are none."""
    separator = _SEPARATOR.match(text, name, limit)
    post = _post_end(text, separator.end(), limit) if separator else None
    if separator is None or post is None:
        return None, name
    if separator["bracket"]:
        return (False, post + 1) if text.startswith(")", post) else (None, name)
    start = separator.end()
    while _MEMBER.match(text, start) and (link := _NEXT_POST.match(text, post)):
        more = _post_end(text, link.end(), limit)
        if more is None:
            break
        start, post = link.end(), more
    if not separator["dash"] and text.startswith((", ", "; đồng thời "), post) and verb_from(text, post + 2):
        post += 1
    return separator["dash"] is not None, post


def _post_end(text: str, start: int, limit: int) -> int | None:
    """Where the post ends that begins at `start`; None when none does, or many hold it: "bí thư các chi bộ"."""
    if (short := SHORT_POST.match(text, start, limit)) is not None:
        return _charge_end(text, short.end())
    post = POST.match(text, start, limit)
    if post is None:
        return None
    head = head_at(text, start, limit, small=True) or post.end()
    stop = min(limit, start + MAX_NAME)
    topic = named_after(text, start, head, stop)
    known = topic or head
    end, _ = whole_end(text, start, known, max(first_break(text, start, known, stop), known), topic=topic is not None)
    end = start + len(text[start:end].rstrip(" ,."))
    numbered = _NUMBERED.match(text, end, limit)
    end = numbered.end() if numbered else end
    end = _charge_end(text, end)
    also = _ALSO.match(text, end, limit)
    return None if " các " in text[start:end] else also.end() if also else end


def _charge_end(text: str, end: int) -> int:
    """ "Phó Chủ tịch | phụ trách đời sống": where that ends, before a verb, a colon or the end of a cell."""
    charge = _CHARGE.match(text, end)
    if charge is None:
        return end
    at = charge.end()
    for count in range(_MOST_IN_CHARGE):
        word = _WORD.match(text, at)
        if word is None:
            break
        if word.group() in _LINKS or (count and (_DOES.match(text, at) or _begins_verb(text, at))):
            return at if count else end
        at = word.end()
    return at if text[at : at + 1] in ("", ":", ")", "\n", "|") or text.startswith((" |", ", "), at) else end


def _begins_verb(text: str, at: int) -> bool:
    """Whether a verb of two syllables follows; shorter ones are as often part of what somebody has charge of."""
    two = _TWO.match(text, at)
    return two is not None and two["words"] in VERBS


def _after_post(text: str, start: int, limit: int, *, least: int) -> tuple[int, int] | None:
    """Where the name stands that follows a post: "Phó Chủ nhiệm | Đinh Quốc Toàn"; `least`: syllables that it has."""
    post = SHORT_POST.match(text, start, limit) or POST.match(text, start, limit)
    if post is None:
        return None
    at, last = post.end(), ""
    for _ in range(_MOST_BETWEEN):
        name = BARE_NAME.match(text, at + 1, limit) if text[at : at + 1] == " " else None
        if name is not None and not _NO_PERSON.match(text, at + 1):
            enough = name.group().count(" ") + 1 >= least or name.group()[1] in "'’"
            return (name.start(), name.end()) if enough and last not in _NAMED_AFTER else None
        word = _BETWEEN.match(text, at, limit)
        if word is None or word["word"].lower() in _GIVEN:
            return None
        at, last = word.end(), "" if at == post.end() and _RANK.fullmatch(post.group()) else word["word"].lower()
        least = _LEAST_BARE if last in _OF_PLACE else least
    return None


def _fills(text: str, start: int, end: int) -> bool:
    """Whether a name and post fill a line, a cell, a bracket or what stands after "Chủ trì:" that begins a line."""
    if text[start - 1 : start] == "(" and text.startswith(")", end):
        return True
    near = max(0, start - _LONGEST_LABEL)
    line = max(text.rfind("\n", near, start), text.rfind("|", near, start)) + 1
    if line == 0 and near > 0:
        return False
    return _AFTER_LINE.match(text, end) is not None and _BEFORE_LINE.fullmatch(text, line, start) is not None
