"""A phrase that says only who does the work and by when: "(Ban Tổ chức chủ trì; quý II)"; all its words are known."""

from __future__ import annotations

from dataclasses import dataclass, field

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.cooperating import with_helpers
from congdoan.documents.reading.assignment.own_brackets import AND_OTHERS
from congdoan.documents.reading.assignment.parties import are_all_parties
from congdoan.documents.reading.assignment.unit_heads import head_at
from congdoan.documents.reading.assignment.unit_words import NO_BOARD
from congdoan.documents.reading.assignment.units import Unit, unit_at, units_from
from congdoan.documents.reading.due.limits import DUE
from congdoan.documents.reading.due.rhythm import EVERY, ONGOING
from congdoan.documents.reading.model import Span
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.tasks.labels import is_detail
from congdoan.documents.reading.tasks.verbs import verb_at

_BETWEEN = re.compile(r"[\s,;.:()\[\]–—\-+*•/|→>=]+")
_WHO = r"(?P<who>(?:các )?(?:đơn vị|cơ quan|bộ phận|người|nơi|cán bộ|cá nhân)\s)?"
_LEADS = (
    r"(?:có trách nhiệm |chịu trách nhiệm |được giao |được phân công |(?:được )?giao nhiệm vụ |tổ chức )?"
    r"(?:chủ trì|phụ trách|chịu trách nhiệm|trách nhiệm|(?:là |làm )?(?:đơn vị |cơ quan )?đầu mối|thực hiện|triển khai"
    rf"|đảm nhận|đảm nhiệm|đảm trách|đảm đương|tham mưu|(?:phân công|giao(?! {NO_BOARD}))(?: cho)?"
    rf"|được giao|được phân công|lo"
    r"|làm|gánh(?: vác)?|cáng đáng|quán xuyến|chính(?=\s?:)|đứng ra|giữ vai trò chủ trì)"
    r"(?: chính| chung| thực hiện| triển khai| tham mưu| nhiệm vụ| làm đầu mối| lo)*"
)
_HELPS = (
    r"(?:cùng )?(?:phối hợp|hỗ trợ|tham gia|cùng làm|cùng thực hiện|liên quan(?=\s?:))(?: thực hiện| triển khai)?"
    r"(?: cùng với| với| cùng)?|cùng với|cùng"
)
ROLE = re.compile(
    rf"(?:{_WHO}(?:(?P<help>{_HELPS})|(?P<lead>{_LEADS}))|(?P<by>do|đề nghị|yêu cầu|thuộc trách nhiệm của"
    rf"|thuộc))(?![\w])",
    re.IGNORECASE,
)
_GIVES = re.compile(r"(?:với|cùng|giao|cho|phân công|phối hợp|(?<!chịu )(?<!có )trách nhiệm)$", re.IGNORECASE)
_TO_ITS_OWN = re.compile(r"tham mưu(?: giúp)?$", re.IGNORECASE)
""" "Ban Tổ chức tham mưu Ban Thường vụ thực hiện": what it does, and to whom."""
_TIME_LABEL = re.compile(
    r"(?:(?:mốc )?thời (?:gian|hạn|điểm)|tiến độ|hạn|kỳ hạn|mốc|hoàn thành|hoàn tất|xong|khi nào xong)"
    r"(?: (?:thực hiện|hoàn thành|chót|cuối|nộp|xong|triển khai))?(?!\w)",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"(?:việc này|(?:các |những )?(?:nội dung|nhiệm vụ|công việc|việc|phần việc|hoạt động)(?: (?:tại|của|trong"
    r"|thuộc) (?:mục|khoản"
    r"|điều|phần) này| này| nêu trên| trên| sau(?: đây)?)?|của|thuộc|gồm(?: các (?:nội dung|nhiệm vụ|việc))?"
    r"|cụ thể|như sau|sau(?: đây)?|và|là|để"
    r"|hoàn thành|trực tiếp|mục này|phần này|điều này|khoản này)(?!\w)",
    re.IGNORECASE,
)
_DIRECT = re.compile(r"\s?\(?")
"""Between a name and the role that it has by the words after it."""
LONGEST = 260


@dataclass(slots=True)
class Said:
    """`sure`: words say of each body what it does. `times`: where words of time stand."""

    leads: list[Unit] = field(default_factory=list)
    helpers: list[Unit] = field(default_factory=list)
    times: list[Span] = field(default_factory=list)
    sure: bool = True


@dataclass(slots=True)
class _Reading:
    """`role`: what words before the next names say of them; `open`: names of which nothing was said yet.

    `given`: the names to which "giao", "do" gave work; `end`: where the last names end. `marked`: a bracket after one
    of the names says that it leads, so that the others help. `apart`: how many names stand after the last semicolon.
    """

    said: Said = field(default_factory=Said)
    role: str = ""
    open: list[Unit] = field(default_factory=list)
    given: list[Unit] = field(default_factory=list)
    end: int = -1
    marked: bool = False
    apart: int = 0

    def names(self, units: list[Unit], stop: int, beside: list[Unit]) -> None:
        self.settle("")
        self.open, self.end, self.given = units, stop, []
        self.said.helpers += beside
        if self.role:
            role, self.role = self.role, ""
            self.settle(role)
            self.given = units

    def word(self, role: str, directly: bool, goes_on: bool) -> None:
        """A word of a role: of the names before it, unless something parts them or it leads on to others."""
        if directly and not goes_on:
            if role == "help" and len(self.open) > 1 and not self.said.leads and not self.given:
                parted = self.apart < len(self.open)
                first = len(self.open) - self.apart if parted else 1
                self.said.leads, self.open = self.open[:first], self.open[first:]
                self.said.sure = self.said.sure and parted
            if role == "help" and self.given:
                helping = self.given[-self.apart :]
                self.said.leads = [unit for unit in self.said.leads if unit not in helping]
                self.said.helpers += helping
            self.settle(role)
        else:
            self.settle("")
            self.role = role

    def settle(self, role: str) -> None:
        if not self.open:
            return
        said = self.said
        if not role:
            said.sure = said.sure and self.marked and bool(said.leads)
            role = "help" if said.leads else "lead"
        (said.helpers if role == "help" else said.leads).extend(self.open)
        self.open = []


def said_in(text: str, folded: str, start: int, end: int) -> Said | None:
    """Who leads, who helps and by when, if the phrase says nothing else and names a body; else None."""
    if end - start > LONGEST or any(text.find(mark, start, end) >= 0 for mark in AND_OTHERS):
        return None
    reading = _Reading()
    at = start
    while at < end:
        between = _BETWEEN.match(text, at, end)
        if between:
            at = between.end()
            continue
        after = _role(reading, text, at, end) or _time(reading.said, text, folded, at, end)
        if after is None:
            if head_at(text, at, end) is None:
                return None
            units, stop = units_from(text, at, _before_next(text, folded, at, end))
            if not units:
                return None
            reading.apart = len([unit for unit in units if text.find(";", unit.span.end, stop) < 0])
            reading.names(*_with_those_beside(text, units, stop))
            after = stop
        at = after
    reading.settle("")
    said = reading.said
    if not said.leads and are_all_parties(said.helpers):
        said.leads, said.helpers = said.helpers, []
    return said if said.leads or said.helpers else None


def _with_those_beside(text: str, units: list[Unit], stop: int) -> tuple[list[Unit], int, list[Unit]]:
    leads, beside = with_helpers(text, units)
    return leads, stop, beside


_NEXT = re.compile(r"\s[–—-]\s|[;.,]\s(?:-\s)?")


def _before_next(text: str, folded: str, at: int, end: int) -> int:
    """Where a mark after a name leads on to a role or a time, which are no part of the name."""
    for mark in _NEXT.finditer(text, at, end):
        role = None if mark.group()[0] == "," else ROLE.match(text, mark.end(), end)
        if (role and role["who"]) or _time(Said(), text, folded, mark.end(), end) is not None:
            return mark.start()
    return end


def _role(reading: _Reading, text: str, at: int, end: int) -> int | None:
    """The end of words that say what a body does."""
    role = ROLE.match(text, at, end)
    if role is None:
        return None
    directly = _DIRECT.fullmatch(text, reading.end, at) is not None
    kind = "help" if role["help"] else "lead"
    named = role.end() + 1 < end and unit_at(text, role.end() + 1, end) is not None
    goes_on = text[role.end() : role.end() + 1] in (":", "(")
    goes_on = goes_on or (named and (role["by"] is not None or _GIVES.search(role.group()) is not None))
    if directly and _TO_ITS_OWN.search(role.group()) and (units := units_from(text, role.end() + 1, end)[0]):
        reading.word(kind, directly, goes_on=False)
        return units[-1].span.end
    if named and not (goes_on or directly):
        return None  # "tham mưu Ủy ban": what is done, and to whom
    reading.marked = reading.marked or (
        kind == "lead" and text[at - 1] == "(" and text[role.end() : role.end() + 1] == ")"
    )
    reading.word(kind, directly, goes_on)
    return role.end()


def _time(said: Said, text: str, folded: str, at: int, end: int) -> int | None:
    """The end of words of time, of a label before them or of words that say nothing."""
    time = DUE.match(folded, at, end) or EVERY.match(folded, at, end) or ONGOING.match(folded, at, end)
    if time:
        said.times.append(Span(at, time.end()))
        return time.end()
    word = _TIME_LABEL.match(text, at, end) or _FILLER.match(text, at, end)
    return word.end() if word else None


_TAIL = re.compile(r"(?P<mark>[(\[→]|\s[–—-]\s|\s/\s?|=>|->|[.:;,]\s)\s?(?=\S)")
_NEEDS_ROLE = frozenset(".;,")


def tail_of(text: str, folded: str, start: int, end: int) -> tuple[int, Said] | None:
    """The longest end of a passage that says only who does it and by when: where it begins, and what it says."""
    for mark in _TAIL.finditer(text, max(start + 1, end - LONGEST), end):
        said = said_in(text, folded, mark.end(), end)
        if said is None or not said.leads:
            continue
        if said.sure or (said.times and mark["mark"][0] == ";") or mark["mark"].strip()[0] not in _NEEDS_ROLE:
            return mark.end(), said
    return None


_LINE = re.compile(
    r"(?:[-+*•–]\s)?(?:\(|\[|→|=>|->|(?:Giao|Phân công)\s|(?:Các |Những )?(?:nội dung|nhiệm vụ"
    r"|việc)[^:;.]{0,30}\s(?:do|giao)\s)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:[-+*•–]\s)?(?P<label>[A-ZĐ][^\W\d_]*(?: [^\W\d_A-ZĐ]+){0,4})\s?:\s")
_NO_ROLE = re.compile(
    r"(?:trưởng|phó|thành viên|ủy viên|thư ký|chủ tịch|đồng chí|ông|bà|thành phần|khách|đại biểu|đối tượng|địa"
    r"|nơi|kính gửi|về |ghi chú|tại|hình thức|lưu ý|chủ đề|tham dự|báo cáo)",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"\s(?:chủ trì|phụ trách|làm đầu mối|chịu trách nhiệm|đảm nhận|đảm nhiệm|(?:tham mưu|tổ chức) thực hiện)(?!\w)"
)


_SAYS_ROLE = re.compile(
    r"người|đơn vị|cơ quan|bộ phận|cán bộ|cá nhân|đầu mối|chủ trì|phụ trách|thực hiện|theo dõi|chỉ đạo"
    r"|trách nhiệm|thời|hạn"
    r"|tiến độ|hoàn thành|xong|phối hợp|hỗ trợ|tham gia|cùng|giao|phân công|tham mưu|trực|lãnh đạo|đảm"
    r"|làm|lo(?!\w)|giúp|ai(?!\w)"
    r"|khi nào|chính|việc này",
    re.IGNORECASE,
)
""" "Đại hội tổ công đoàn: từ 10/3 đến 20/3" names work; "Người lo: Ban Nữ công" says of other work who does it."""
_LEAST_WORK = 3


def _is_work(label: str) -> bool:
    """ "Thu đoàn phí qua lương: Thủ quỹ": words before a colon that say what is done, not what somebody does in it."""
    words = label.lower().split()
    return len(words) >= _LEAST_WORK and verb_at(words[:4]) and ROLE.match(label) is None


_ITS_PEOPLE = re.compile(
    r"(?:[-+*•–]\s)?(?:Phân công|Cử)\s(?:cho\s)?(?:các |từng |mỗi |một )?(?:đồng chí |đ/c )?(?:[ỦủUu]y viên|cấp ủy viên"
    r"|thành viên|cán bộ|công chức|đảng viên|chuyên viên|đoàn viên|hội viên|lãnh đạo)(?: [^\W\d_]+){0,8}? (?:phụ trách"
    r"|theo dõi|tham gia) (?!các (?:nội dung|mục)|mục|phần|nội dung|nhiệm vụ|việc|công việc|chung|thực hiện)[a-zđ]"
)
""" "Phân công ủy viên Ban Thường vụ phụ trách từng cụm": work of the body above with its own people."""


def line_says(text: str, folded: str, start: int, end: int) -> Said | None:
    """What a line of its own says of the work above it, when it says only who does it and by when."""
    if end - start > LONGEST or _ITS_PEOPLE.match(text, start, end):
        return None
    if _LINE.match(text, start, end):
        return said_in(text, folded, start, end)
    label = _LABEL.match(text, start, min(end, start + 40))
    if label and (_NO_ROLE.match(label["label"]) or _is_work(label["label"]) or not _SAYS_ROLE.search(label["label"])):
        return None
    if label:
        return said_in(text, folded, start, end) or said_in(text, folded, label.end(), end)
    if _NAMES.search(text, start, end):
        said = said_in(text, folded, start, end)
        return said if said and said.sure and said.leads else None
    return None


def is_about(text: str, folded: str, block: Block) -> bool:
    """Whether a line only says something of the work beside it; a number or items under it make it more."""
    if is_detail(folded, block.body, block.end):
        return True
    if block.children or block.is_numbered or text[block.end - 1] == ":":
        return False
    return line_says(text, folded, block.body, block.end) is not None
