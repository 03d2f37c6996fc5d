"""Names of bodies that can be given work, and how far a name goes in running text."""

from __future__ import annotations

from typing import NamedTuple

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.asides import up_to_aside
from congdoan.documents.reading.assignment.kinds import noun_in_list, unlike
from congdoan.documents.reading.assignment.name_breaks import first_break, goes_on, is_topic
from congdoan.documents.reading.assignment.name_end import MAX_NAME
from congdoan.documents.reading.assignment.name_sure import whole_end
from congdoan.documents.reading.assignment.person_and_post import persons_meet, post_after, post_of_cell
from congdoan.documents.reading.assignment.persons import listed_person, person_at
from congdoan.documents.reading.assignment.shared_heads import shared_head
from congdoan.documents.reading.assignment.topics import named_after
from congdoan.documents.reading.assignment.unit_heads import head_at
from congdoan.documents.reading.assignment.unit_words import DEGREE, SMALL_IN_LIST
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
    r"\s\((?!(?:[Mm]ục|[Kk]hoản|[Đđ]iểm|[Pp]hần|[Nn]ội dung|[Nn]hiệm vụ|[Pp]hụ lục|[Đđ]iều|[Vv]iệc)\s)"
    r"(?!(?:làm |là )?(?:đầu mối|chủ trì|phụ trách|phối hợp|thường trực|chính|hỗ trợ)(?!\w))[^()]{2,60}\)"
    r"(?=\s?[,;]|\s(?:và|cùng)\s)"
)
""" "Ban Dân chủ (Ủy ban MTTQ tỉnh), Phòng Pháp chế (Sở Tư pháp)": in brackets whose they are."""
_MANY_PREFIX = vietnamese(
    r"(?:các\s(?=(?:Liên đoàn|LĐLĐ|Công đoàn|Nghiệp|Ban|Sở|Phòng|UBND|Ủy ban|Hội|Huyện|Đảng))"
    r"|(?:[Mm]ỗi|[Tt]ừng)\s(?=(?:Liên đoàn|LĐLĐ|Công đoàn|công đoàn|nghiệp đoàn|CĐCS)))"
)
"""Before a name with a capital inside a sentence; "Các công đoàn cơ sở" that begins one is a name as it stands."""
_COMRADE = vietnamese(
    r"(?:[Cc]ác\s)?(?:[Đđ]ồng chí|[Đđ]/[Cc]\.?|[Ôô]ng|[Bb]à)\s+(?!(?:trong|có|được|thuộc|là)\s)(?=[^\W\d_])"
)
_IN_CHARGE = re.compile(
    r"\sphụ trách\s(?!và\s)(?!(?:các |những |toàn bộ |hai |ba )?(?:mục|phần|nội dung|nhiệm vụ|việc|công việc|hoạt động"
    r"|giải pháp|phụ lục)(?!\w))[^,;:.()\d]{2,50}?"
    r"(?=\s(?:chủ trì|có trách nhiệm|chịu trách nhiệm|chỉ đạo|phối hợp)(?!\w)|:)"
)
""" "Phó Chủ tịch phụ trách chuyên môn chịu trách nhiệm ...": the first of two duties says who it is."""
_HOW = re.compile(r" (?:trực tiếp|thường xuyên|chủ động|tiếp tục|kịp thời)$")
"""How something is done is no part of who does it."""
_MEMBER = re.compile(r"(?:[Cc]ác )?(?:[Đđ]ồng chí )?(?:[ỦủUu]y|[Uu]ỷ) viên")
""" "Ủy viên Ban Thường vụ phụ trách cụm": of several members, what each has charge of says what, not who."""
_ONE_MEMBER = re.compile(r"(?!(?:[Cc]ác ))[^,;:.()\n]+\sphụ trách [^,;:.()\d]{3,50}:\s")
""" "Ủy viên Ban Thường vụ phụ trách nữ công: mục 4": before a colon it says which of them."""
_MEMBER_AND_VERB = re.compile(
    r"(?:[Đđ]ồng chí )?(?:[ỦủUu]y|[Uu]ỷ) viên [^,;:.()\n]{3,60}?\sphụ trách "
    r"(?!(?:các |những )?(?:mục|phần|nội dung|nhiệm vụ))"
)
""" "Ủy viên Ban Thường vụ phụ trách tài chính tổng hợp ...": who it is, or all that it does."""
_MARKS = frozenset('“"')
_DEPUTY = re.compile(
    r"(?:[Đđ]ồng chí )?(?:[Pp]hó|[Cc]ông chức|[Cc]án bộ|[Cc]huyên viên|[Nn]hân viên|[Ll]ãnh đạo|[Tt]hành viên)\s"
)
_IN_CHARGE_OF = re.compile(r"\sphụ trách(?=\s(?!mục|phần|các|nội dung|việc))")
_ITS_WORD = re.compile(r"\s[^\W\d_]+(?=\s)")
_CALLED = re.compile(
    r"\s[“\"][^”\"\n]{2,60}[”\"](?=\s(?:tỉnh|huyện|xã|phường|thành phố|chủ trì|có trách|phụ trách)|[:,]|$)"
)
""" "Ban Vận động “Ngày vì người nghèo” chủ trì": what a body is called after."""


class Unit(NamedTuple):
    """`sure` is false where the name was cut before a word that may belong to it."""

    name: str
    span: Span
    sure: bool = True


def unit_at(text: str, start: int, limit: int, *, listed: bool = False, small: bool = False) -> Unit | None:
    """The body whose name begins exactly at `start`; `listed`: it stands in a list after another."""
    person = person_at(text, start, limit) or (listed_person(text, start, limit) if listed else None)
    if person is not None:
        return Unit(text[person.start : person.stop], Span(person.start, person.end))
    head = head_at(text, start, limit, small=small or (listed and SMALL_IN_LIST.match(text, start) is not None))
    if head is None and listed:
        head = noun_in_list(text, start)
    if head is None:
        return None
    if (beside := post_after(text, start)) is not None and not text.startswith(" phụ trách ", beside):
        shift = _shift(text[start:beside])
        return Unit(text[start + shift : beside], Span(start + shift, beside))
    stop = min(limit, start + MAX_NAME)
    topic = named_after(text, start, head, stop)
    known = topic or head
    limit = max(first_break(text, start, known, stop), known)
    end, sure = whole_end(text, start, known, limit, topic=topic is not None)
    end, sure = _which_of_many(text, start, end, sure)
    limit = min(len(text), start + MAX_NAME)
    if text.find("(", end, limit) > 0 and (closed := up_to_aside(text, start, end, limit)) > end:
        end, sure = closed, True
    if text[end + 1 : end + 2] in _MARKS and (called := _CALLED.match(text, end)):
        end = called.end()
    if text.startswith(" phụ trách ", end):
        charge = _with_charge(text, start, end)
        sure = sure and (charge > end or not _MEMBER_AND_VERB.match(text, start))
        end = charge
    name = text[start:end].rstrip(" ,.")
    if name.count("(") > name.count(")") and name.rfind(" (") > 0:
        name = name[: name.rfind(" (")]
    shift = _shift(name)
    return Unit(name[shift:], Span(start + shift, start + len(name)), sure) if len(name) - shift > 1 else None


def _which_of_many(text: str, start: int, end: int, sure: bool) -> tuple[int, bool]:
    """Where a name ends that goes on to say which of many bodies are meant, and whether that is sure."""
    if counted := _EACH_SO_MANY.match(text, start, end):
        end, sure = counted.end(), True
    clause = PASSIVE.match(text, end) if means_many(text, start) or ANY_ONE.fullmatch(text, start, end) else None
    if clause and verb_from(text, clause.end() + 1):
        end, sure = clause.end(), False
    kept = which_end(text, start, end) or up_to_colon(text, start, end)
    return (end, sure) if kept is None else (kept, False)


_EACH_SO_MANY = re.compile(r"(?:[Mm]ỗi|[Tt]ừng) [^\W\d_]+(?: [^\W\d_]+){0,4}?(?= \d{1,3}(?: [a-zđ]|$))")
""" "Mỗi khối | 02 tiết mục": how much of each."""


def _with_charge(text: str, start: int, end: int) -> int:
    """Where a name ends that goes on to say what it has charge of."""
    member = _MEMBER.match(text, start) is not None and not _ONE_MEMBER.match(text, start)
    charge = None if member else _IN_CHARGE.match(text, end, min(len(text), start + MAX_NAME))
    return start + len(_HOW.sub("", text[start : charge.end()])) if charge else _charge_of_deputy(text, start, end)


def _charge_of_deputy(text: str, start: int, end: int) -> int:
    """ "Phó Giám đốc phụ trách kỹ thuật | tổng hợp ...": what a deputy has charge of, before a verb, says who it is."""
    post = max(text.rfind(mark, start, end) + 2 for mark in ("– ", "- ", ", "))
    deputy = _DEPUTY.match(text, start) or (text[post].islower() and _DEPUTY.match(text, post))
    charge = _IN_CHARGE_OF.match(text, end) if deputy else None
    at = charge.end() if charge else end
    for count in range(_MOST_IN_CHARGE if charge else 0):
        word = _ITS_WORD.match(text, at)
        if word is None or (count and verb_from(text, at + 1)):
            return at if word and at > end else end
        at = word.end()
    return end


_MOST_IN_CHARGE = 6


def _shift(name: str) -> int:
    """The length of "các" before a name that says by itself that it means many, or of "đồng chí" before a person's."""
    comrade = _COMRADE.match(name)
    if comrade:
        return comrade.end()
    prefix = _MANY_PREFIX.match(name)
    return prefix.end() if prefix and " " in name[prefix.end() :] else 0


_LONGEST_LIST = 64
"""More bodies in one sentence are no list; each of them begins one, so reading all of each would never end."""


def units_from(text: str, start: int, limit: int, *, small: bool = False) -> tuple[list[Unit], int]:
    """All bodies of a list that begins at `start`, and where the list ends; `small`: with small letters too."""
    units: list[Unit] = []
    at = start
    while at < limit and len(units) < _LONGEST_LIST:
        more = _shared(text, at, limit) or _one(text, at, limit, listed=bool(units), small=small)
        if not more:
            break
        units += more
        end = more[-1].span.end
        aside = _ASIDE.match(text, end, limit)
        end = aside.end() if aside else end
        link = _LINK.match(text, end, limit)
        if link is None or link.end() == end:
            return units, end
        at = link.end()
    return units, units[-1].span.end if units else start


def _shared(text: str, start: int, limit: int) -> list[Unit]:
    return [Unit(name, Span(begin, end)) for name, begin, end in shared_head(text, start, limit)]


def _one(text: str, start: int, limit: int, *, listed: bool, small: bool) -> list[Unit]:
    unit = unit_at(text, start, limit, listed=listed, small=small)
    return [unit] if unit else []


_TIME_FIRST = re.compile(
    r"(?:hạn|xong|hoàn thành|chậm nhất|thời gian|thời hạn|trước ngày|trong (?:quý|tháng|năm))(?!\w)", re.I
)
""" "Thực hiện: các công đoàn cơ sở; hạn chót 24/4": by when, not who."""
_DOES_LAST = re.compile(
    r"(?<=[\w)])\s(?:phụ trách|chỉ đạo|lãnh đạo|thực hiện|triển khai|đảm nhận|đăng cai|chuẩn bị"
    r"|(?:chuẩn bị|soạn thảo|dự thảo) (?:nội dung|báo cáo|hồ sơ|tài liệu|dự thảo|kinh phí|hội trường)[^,;()]{0,40})$"
)
_NEXT_ROOM = re.compile(r"\s(?:Ban|Phòng|Tổ|Khoa|Văn phòng|Trung tâm)\s[A-ZĐ]")
_NAMED = rf"(?:{DEGREE}*[A-ZÀ-ỸĐ][a-zà-ỹđ]+(?: [A-ZÀ-ỸĐ][a-zà-ỹđ]*){{1,4}})"
_PERSON = vietnamese(_NAMED)
_NEXT_PERSON = vietnamese(rf"{_NAMED}(?=\s?(?:$|[,;(\n]|[–-]\s|và\s|cùng\s))")
""" "Huỳnh Chí Công, Nguyễn Ngọc Lụa": two names without a title before them."""
_CELL_BREAK = re.compile(
    r"\s*(?:[;\n+]|,(?:\s(?:và|cùng(?: với)?)(?=\s))?|\s?/\s?(?=[A-ZĐỦ])|\s(?:và|cùng)\s|(?:^|\s)[-–—•+]\s)\s*"
)


def units_in_cell(text: str, start: int, end: int) -> list[Unit]:
    """The bodies of a table cell or of a line "Chủ trì: ...": parts that begin like a body stand alone."""
    units: list[Unit] = []
    begin = start
    at = start
    while at <= end:
        if at == begin and (shared := _shared(text, begin, end)):
            units += shared
            begin = at = shared[-1].span.end
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
    if ";" in brk.group() or _two_persons(text, begin, brk, end):
        return True
    if "và" in brk.group() and is_topic(text, begin, brk):
        return False
    head = head_at(text, begin, end)
    if head is not None and (named_after(text, begin, head, end) or 0) > brk.start():
        return False
    if unlike(text, begin, brk.start()) or persons_meet(text, begin, brk.start(), brk.end()):
        return True
    if post_of_cell(text, begin, brk.start(), brk.end()):
        return False
    return head_at(text, brk.end(), end) is not None and goes_on(text, begin, brk.start()) is None


def _two_persons(text: str, begin: int, brk: re.Match[str], end: int) -> bool:
    if _PERSON.fullmatch(text, begin, brk.start()) is None or head_at(text, begin, end) is not None:
        return False
    return _NEXT_PERSON.match(text, brk.end(), end) is not None


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
    begin = start + raw.find(name)
    closed = begin + len(name)
    if name.count("(") > name.count(")") and text.startswith(")", closed):
        name = f"{name})"
    if len(name) > 1 and any(letter.isalpha() for letter in name):
        shift = _shift(name)
        units.append(Unit(name[shift:], Span(begin + shift, begin + len(name))))
