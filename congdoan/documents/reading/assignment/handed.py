"""The parts of a clause that hand over work: "... mục 2, trừ nội dung “...” do Sở Công Thương chủ trì"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.cooperating import cooperating_in, helpers_after, without_bracketed
from congdoan.documents.reading.assignment.parties import are_all_parties
from congdoan.documents.reading.assignment.references import SECTION_WORD
from congdoan.documents.reading.assignment.unit_words import FUNCTION_WORDS, NO_BOARD, SHARES_OUT
from congdoan.documents.reading.assignment.units import Unit, units_from
from congdoan.documents.reading.assignment.which import verb_from
from congdoan.documents.reading.model import Span

_AMONG = re.compile(
    r",?\s(?:trong do|rieng)\s|,\s(?=(?:diem|khoan|muc|noi dung|nhiem vu|viec)\s[^,;]{1,12}\s(?:co|do|giao)\s)"
    r"|,\s(?=[a-z][^,;]{2,80}\sphoi hop\s(?:(?:diem|khoan|muc|noi dung|nhiem vu|viec|y)\s)?[\divx]+[.,;\s])"
)
_WORKS_ALONG = re.compile(
    rf"(?<![a-z])(?:{SECTION_WORD})\s\(?[\da-z][^;]*?"
    r"(?P<cut>(?:,\s(?:dong thoi\s)?|\s)(?=(?:va\s)?(?:phoi hop|cung)\s))"
    rf"(?:va\s)?(?:phoi hop|cung) (?:voi |cung )?[^;]{{2,90}}?\s(?:thuc hien|trien khai|to chuc|lam)"
    rf"(?: (?:cac|noi dung|nhiem vu))* (?:{SECTION_WORD})\s\(?(?:[\divx]|[a-z][,\s])"
)
""" "Chủ trì mục 2, phối hợp với Ban Tài chính thực hiện mục 6": of the last the other leads."""
_EXCEPT = re.compile(r"[,;]?\s\(?(?:tru|ngoai tru|rieng|khong bao gom)\s(?!truong hop)")
_BY = re.compile(
    rf"(?:do(?<!\wdo)|giao(?<!\wgiao)(?<!bàn giao)(?: cho|(?! {NO_BOARD}))|phân công(?<!\wphân công)(?: cho)?"
    r"|thuộc(?<!\wthuộc)(?: trách nhiệm(?: của)?| về|(?!\snhóm\s(?:[A-ZĐ]|[IVX]+|\d+)(?!\w))(?=[^;]{4,80}$)))\s"
)
"""Each way begins with a letter and then looks back: so the search passes over most of a passage at once."""
_LED = re.compile(r"(?<!\w)(?:lãnh đạo|chỉ đạo)\s(?=[A-ZĐỦ]|các )")
_LEADS = re.compile(r"\s(?:chủ trì|làm đầu mối)(?!\w)")
""" "Đảng ủy Ủy ban nhân dân tỉnh lãnh đạo Sở Tài chính, Sở Nội vụ chủ trì ...": those that it leads."""
_DOES = re.compile(
    r"\s*(?:cùng |tự |đồng )?(?:(?:là|làm) (?:đơn vị|cơ quan|bộ phận)?\s?)?(?:chủ trì|thực hiện|phụ trách|đảm nhận"
    r"|đảm nhiệm|đảm trách|đảm đương|gánh|cáng đáng|lo"
    r"|chịu trách nhiệm|tham mưu|đầu mối|thường trực|(?<=tự )tổ chức|làm (?:trưởng đoàn|tổ trưởng|trưởng nhóm))(?!\w)"
    r"|\s(?:chuẩn bị|soạn thảo|biên soạn|dự thảo|thiết kế|thẩm định|bảo đảm|đảm bảo|lo liệu)(?=[.;,)]|\s*$)"
)
_REST_OF_NAME = re.compile(
    r"(?:\s[^\W_]+){1,7}?(?=\s(?:chủ trì|thực hiện|phụ trách|đảm nhận|đảm nhiệm|tham mưu)[.;)\s]*$)"
)
""" "do Trung tâm Thông tin | xúc tiến du lịch thực hiện.": the rest of a name that has a verb in it."""
_COMMA = re.compile(r",\s(?=[^,;]{2,100}?\s(?:chủ trì|phụ trách|đảm nhận)\s)")
_TAKES = re.compile(
    r"\s(?:chủ trì|phụ trách|đảm nhận|(?:thực hiện|triển khai|tham mưu|lo|làm)(?=\s(?:mục|khoản|điểm)\s))\s"
)
_COMMA_DOES = re.compile(
    r",\s(?=(?:đồng chí )?[A-ZĐỦ][^,;]{2,80}?\s(?:thực hiện|triển khai|tham mưu|lo|làm)\s(?:mục|khoản|điểm)\s)"
)
_SECTION_BEFORE = re.compile(r"\s(?:mục|khoản|điểm)\s(?:số )?[\da-zIVX][\d.]*(?: (?!phối hợp|cùng)[^,;]{1,30})?$")
_REACH = 60
""" "... thực hiện mục 1 trong quý I|, Ban Chính sách thực hiện mục 2": the next of those that are given work."""
_ONLY_COOPERATES = re.compile(
    r"[^:;]{0,40}:\s*phoi hop|\s*(?:co trach nhiem\s|chu dong\s)?(?:phoi hop|ho tro(?! kinh phi))(?![a-z])"
)

_WORKS_WITH = re.compile(r"\s*(?:co trach nhiem\s|chu dong\s)?phoi hop(?: chat che)? (?P<with>(?:voi|cung)(?: voi)? )?")
""" "Phòng Kinh tế phối hợp với Viettel thực hiện mục 1": the first of them leads."""


class Part(NamedTuple):
    """`units`: who leads what the part names; empty when it only names helpers or takes something out.

    `works_with`: `units` are only said to work with `helpers`. `unclear`: it names sections in words not understood.
    """

    start: int
    end: int
    units: list[Unit]
    helpers: list[Unit]
    works_with: bool = False
    unclear: bool = False


def handed_parts(text: str, folded: str, start: int, end: int, owner: list[Unit]) -> list[Part]:
    """A clause, cut before what it excepts; each part with the body that "do ... chủ trì" names in it."""
    exceptions = list(_exceptions(text, folded, start, end))
    cuts = sorted({start, *exceptions, end})
    others = list(_before_others(text, start, end))
    among = (found.start() for found in _AMONG.finditer(folded, start, end))
    cuts = sorted({*cuts, *(at for at in among if not any(first < at < body for first, body in others))})
    led = _led(text, start, end)
    cuts = sorted({*cuts, *(at for at in _next_bodies(text, start, end) if not (led and at < led[-1].span.end))})
    resumed = {after for at in exceptions if (after := _bracket_end(text, at, end))}
    cuts = sorted({*cuts, *resumed})
    cuts = sorted({*cuts, *(first for first, _ in others)})
    along = _WORKS_ALONG.search(folded, start, end) if owner else None
    cuts = sorted({*cuts, along.start("cut")}) if along else cuts
    parts = []
    for at, (first, last) in enumerate(pairwise(cuts)):
        beside = along is not None and first == along.start("cut")
        whole, last = last, _before_own_work(text, first, last) if owner else last
        goes_on = at == 0 or beside or first in resumed
        units = (
            (led if at == 0 else [])
            or done_by(text, first, last)
            or (owner if goes_on else _after_comma(text, first, last))
        )
        helpers = without_bracketed(text, cooperating_in(text, first, last) or helpers_after(text, first, last))
        clause = folded[first:last]
        only = _ONLY_COOPERATES.match(clause) is not None and "chu tri" not in clause
        works_with = beside and bool(helpers)
        works_with = works_with or (
            only and bool(units and helpers) and _works_with(clause, helpers[0].span.start - first)
        )
        if only and not works_with and not are_all_parties(units):
            units, helpers = [], [*helpers, *units]
        parts.append(Part(first, whole, units, helpers, works_with))
    return parts


def _bracket_end(text: str, start: int, end: int) -> int | None:
    """Where a clause goes on after what it excepts in a bracket: "mục 4 (trừ điểm b), mục 6"."""
    if "(" not in text[start : start + 3]:
        return None
    close = text.find("), ", start, end)
    return close + len("), ") if close > 0 else None


_COMMA_VERB = re.compile(r",\s(?:đồng thời\s)?(?=[^\W\d_])")
_HANDS_ON = re.compile(
    r"(?:giao|phân công|do|đề nghị|yêu cầu|chủ trì|phụ trách|phối hợp|thực hiện|triển khai"
    r"|(?:tham mưu )?tổ chức (?:thực hiện|triển khai)|tham mưu tổ chức,|tham mưu (?:tổ chức )?(?:thực hiện|triển khai)"
    r"|tham mưu tổ chức (?:và |thực hiện )?(?:cùng|phối hợp)"
    r"|chịu|có trách|đảm|cùng|tham gia|hỗ trợ|làm|lo|gánh|theo dõi|chỉ đạo|thường trực|trực tiếp)(?!\w)"
)


def _before_own_work(text: str, start: int, end: int) -> int:
    """Where a clause that hands over sections goes on to work of its own: "chủ trì mục 3 |, tham mưu phân công ..."."""
    for comma in _COMMA_VERB.finditer(text, start, end):
        if is_own_work(text, comma.end()) and not _set_apart(text, start, comma.start()):
            return comma.start()
    return end


def _set_apart(text: str, start: int, at: int) -> bool:
    """Whether a place stands inside a quotation or a bracket."""
    before = text[start:at]
    quoted = before.count("“") > before.count("”") or before.count('"') % 2 == 1
    return quoted or before.count("(") > before.count(")")


def is_own_work(text: str, at: int) -> bool:
    """Whether a verb stands at `at` of what a body does itself, not of who has which sections."""
    return verb_from(text, at) and not _HANDS_ON.match(text, at)


def _works_with(clause: str, helper: int) -> bool:
    """Whether a clause says with whom a body works: "phối hợp với Viettel", "Phối hợp Phòng giao dịch ..."."""
    found = _WORKS_WITH.match(clause)
    return found is not None and (found["with"] is not None or found.end() == helper)


def _next_bodies(text: str, start: int, end: int) -> list[int]:
    """Where a comma leads on to another body and its part: "..., đồng chí Phó Chủ tịch phụ trách mục 1"."""
    after = [found.start() for found in _COMMA.finditer(text, start, end) if _after_comma(text, found.start(), end)]
    does = (found.start() for found in _COMMA_DOES.finditer(text, start, end))
    return [*after, *(at for at in does if _SECTION_BEFORE.search(text, max(start, at - _REACH), at))]


_NEXT_SECTION = re.compile(
    r", (?:và )?(?:các )?(?:mục|khoản|điểm|phần|tiểu mục|nhiệm vụ|nội dung|ý|việc)\s(?=[\da-zIVX])"
)
""" "... chủ trì|, điểm b, điểm c do Văn phòng": what the next body has begins here."""


def _before_others(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a comma leads on to what is done by another body, and where that is named.

    "... do Văn phòng chủ trì, các mục khác do Ban Tổ chức thực hiện".
    """
    last = None
    for found in _BY.finditer(text, start, end):
        units, stop = units_from(text, found.end(), end)
        if not units or not _DOES.match(text, stop, end):
            continue
        section = _NEXT_SECTION.search(text, last, found.start()) if last is not None else None
        comma = section.start() if section else text.rfind(", ", last, found.start()) if last is not None else -1
        if comma > 0 and not _set_apart(text, start, comma):
            yield comma, found.start()
        last = stop


def _after_comma(text: str, start: int, end: int) -> list[Unit]:
    comma = _COMMA.match(text, start, end) or _COMMA_DOES.match(text, start, end)
    units, stop = units_from(text, comma.end(), end) if comma else ([], 0)
    return units if units and _TAKES.match(text, stop, end) else []


def before_exception(text: str, folded: str, start: int, end: int) -> int:
    """Where a clause stops saying what it is about and says what it is not about."""
    return next(_exceptions(text, folded, start, end), end)


_LEAVES_OUT = re.compile(r"[,;]?\s\(?(?:tru|ngoai tru|khong bao gom)\s")


def leaves_out(folded: str, start: int, end: int) -> bool:
    """ "..., trừ mục 4": whether a part takes something out of what stands before it."""
    return _LEAVES_OUT.match(folded, start, end) is not None


def _exceptions(text: str, folded: str, start: int, end: int) -> Iterator[int]:
    """Where words except something; not in a quotation, and "trữ" is no "trừ"."""
    for found in _EXCEPT.finditer(folded, start, end):
        quoted = folded.count('"', start, found.start()) % 2 == 1
        if not quoted and "trữ" not in text[found.start() : found.end()].lower():
            yield found.start()


def _led(text: str, start: int, end: int) -> list[Unit]:
    """The bodies that one over them has lead work."""
    for found in _LED.finditer(text, start, end):
        units, stop = units_from(text, found.end(), end)
        if units and _LEADS.match(text, stop, end):
            return units
    return []


def done_by(text: str, start: int, end: int) -> list[Unit]:
    """The body of "do Ban Tổ chức chủ trì"."""
    for found in _BY.finditer(text, start, end):
        if SHARES_OUT.match(text, found.start(), end):
            continue
        units, stop = units_from(text, found.end(), end)
        if units and (_DOES.match(text, stop, end) or not text[stop:end].strip(" .;,)")):
            return units
        if units and (more := _REST_OF_NAME.match(text, stop, end)) and not FUNCTION_WORDS & set(more.group().split()):
            last, start = units[-1], units[-1].span.start
            return [*units[:-1], last._replace(name=text[start : more.end()], span=Span(start, more.end()), sure=False)]
    return []
