"""Bodies that opening words address: "Kính gửi: ...", "yêu cầu các cấp ủy thực hiện:", "Đối với ...:"."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.cooperating import cooperating_in
from congdoan.documents.reading.assignment.model import Assignment
from congdoan.documents.reading.assignment.role_lists import roles_in
from congdoan.documents.reading.assignment.said import Said, said_in, tail_of
from congdoan.documents.reading.assignment.subject import ONLY_DUTY, is_giver, names_only, ordered_in, whole_line
from congdoan.documents.reading.assignment.unit_heads import head_at
from congdoan.documents.reading.assignment.units import Unit, units_from, units_in_cell
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.model import Span
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.outline.parts import CONTENTS, PREAMBLE
from congdoan.documents.reading.tasks.found import Found
from congdoan.documents.reading.tasks.sentences import clauses

_TO = re.compile(r"\W*Kính gửi\s*:?\s*", re.IGNORECASE)
_VAGUE = re.compile(r"(?:[Cc]ác|[Tt]oàn thể)\s(?:đồng chí|đơn vị|cơ quan|đ/c)$|Quý|quý")
_DUTY = re.compile(
    r"\s*(?:có trách nhiệm|thực hiện|chịu trách nhiệm|cần|tập trung|thực hiện tốt|triển khai|tổ chức)?[^.;]{0,90}:$"
    r"|\s*(?:có|chịu) (?:trách nhiệm|(?:các )?nhiệm vụ)(?: sau(?: đây)?)?$"
)


_NOBODY = re.compile(r"đơn vị|cơ quan|đối tượng|địa phương|bộ phận|mạng lưới .*")
""" "ĐƠN VỊ, THỜI GIAN" heads a list of places, "Mạng lưới an toàn, vệ sinh viên" work about them; none is addressed."""
_AT = re.compile(r"(?:Tại|Ở|Về phía|Phía|Cấp|Nhiệm vụ đối với)\s")
""" "2. Tại công đoàn Kho bạc Nhà nước các tỉnh": who does what stands under it."""
_BY = re.compile(
    r"(?:Các |Nhóm |Những )?(?:[Hh]oạt động|[Nn]ội dung|[Nn]hiệm vụ|[Cc]ông việc|[Vv]iệc|[Ll]ĩnh vực|[Pp]hần việc"
    r"|[Pp]hong trào|[Mm]ảng)(?: [^\W\d_]+){0,4} do\s"
)
_DOES = re.compile(r"\s(?:tổ chức|thực hiện|triển khai|chủ trì|phụ trách|đảm nhận|đảm nhiệm)(?: thực hiện)?[.:]?$")
""" "2. Hoạt động do công đoàn cơ sở tổ chức": who does what stands under it."""
_BRACKET = re.compile(r"\((?P<said>[^()]{4,240})\)[.:;]?\s*$")
_ROLE = re.compile(r"(?:chủ trì|phụ trách|thực hiện|đảm nhận|đảm nhiệm|chịu trách nhiệm|đầu mối|phân công|giao)(?!\w)")
""" "1. Khảo sát (Ban Chính sách phụ trách)": who leads all that stands under a heading."""


def read_openers(found: Found, body: int) -> list[Assignment]:
    """Assignments by level: whom a letter is sent to, whom an opening sentence or a heading addresses."""
    assignments: list[Assignment] = []
    addressees, passage = _addressees(found, body)
    if addressees and passage:
        assignments.append(Assignment(addressees, [], passage, level=True))
    for block in found.tree.blocks:
        if block.part == PREAMBLE:
            asked = _from_preamble(found, block)
            assignments = _narrowed(assignments, asked) if addressees else [*assignments, *asked]
        elif block.part != CONTENTS:
            continue
        elif found.reasons.get(block.at) in ("heading", "introduction"):
            assignments += [given for given in _from_heading(found, block) if not (addressees and _is_vague(given))]
    return assignments


def _narrowed(sent: list[Assignment], asked: list[Assignment]) -> list[Assignment]:
    """Of several to whom a letter is sent those alone that an opening sentence asks."""
    names = {unit.name for unit in sent[0].units}
    return [one for one in asked if {unit.name for unit in one.units} < names] or sent


def _roles(text: str, start: int, end: int) -> tuple[list[Unit], list[Unit]]:
    """The leads and the helpers of a bracket: of its labels, of its order, else of its words."""
    order = ordered_in(text, start, end)
    if order:
        return order.units, cooperating_in(text, order.rest, end)
    leads: list[Unit] = []
    helpers: list[Unit] = []
    for first, last in clauses(text, start, end):
        more, others = roles_in(text, first, last)
        leads += [unit for unit in more if head_at(text, unit.span.start, end) is not None]
        helpers += others
    return leads, helpers


def _is_vague(given: Assignment) -> bool:
    """ "các đơn vị" in a letter are those to whom it is sent."""
    return _VAGUE.match(given.units[0].name) is not None


def _addressees(found: Found, body: int) -> tuple[list[Unit], Span | None]:
    """The bodies after "Kính gửi", on the same line or on the lines below it."""
    text, units = found.paper.text, []
    passage: Span | None = None
    for paragraph in found.paper.paragraphs[:body]:
        start = paragraph.start
        to = _TO.match(text, start, paragraph.end)
        if to:
            start, passage = to.end(), Span(paragraph.start, paragraph.end)
        elif passage is None:
            continue
        units += units_in_cell(text, start, paragraph.end)
        passage = Span(passage.start, paragraph.end)
    return units, passage


def _from_preamble(found: Found, block: Block) -> list[Assignment]:
    text = found.paper.text
    if not text[block.start : block.end].rstrip().endswith(":"):
        return []
    subject = ordered_in(text, block.start, block.end)
    if subject is None or _VAGUE.match(subject.units[0].name):
        return []
    return [Assignment(subject.units, [], Span(block.start, block.end), level=True)]


def _from_heading(found: Found, block: Block) -> list[Assignment]:
    """ "2. Đối với công đoàn cơ sở", "Các huyện ủy có trách nhiệm:" hold for what stands under them."""
    text, passage = found.paper.text, Span(block.start, block.end)
    if _NOBODY.fullmatch(text[block.body : block.end].strip(" .:").lower()):
        return []
    said = _said(found, block)
    if said and not said.leads and all(_VAGUE.match(unit.name) for unit in said.helpers):
        return []
    if said:
        said.helpers = [unit for unit in said.helpers if not _HEADED_BY.search(text[: unit.span.start][-12:])]
        doubts = [] if said.sure else ["lead_by_subject"]
        return _over(block, Assignment(said.leads, said.helpers, passage, block, level=True, doubts=doubts))
    bracket = _BRACKET.search(text, block.body, block.end)
    if bracket and _ROLE.search(bracket["said"]):
        leads, helpers = _roles(text, bracket.start("said"), bracket.end("said"))
        if leads or helpers:
            return [Assignment(leads, helpers, passage, block, level=True)]
    at = _AT.match(text, block.body, block.end)
    units, stop = units_from(text, at.end(), block.end) if at else ([], 0)
    if units and not text[stop : block.end].strip(" .:"):
        return _over(block, Assignment(units, [], passage, block, level=True))
    if by := _done_by(found, block):
        return _over(block, Assignment(by, [], passage, block, level=True))
    subject = found.subject(block.body, block.end)
    if subject is None or is_giver(subject, text, block.end):
        subject = ordered_in(text, block.body, block.end) if text[block.start : block.end].endswith(":") else None
        if subject is None:
            return []
    if _NOBODY.fullmatch(found.unit_name(subject.units[0].name).lower()):
        return []
    headed = bool(block.children)
    if names_only(text, subject, block.end, headed=headed):
        units = whole_line(text, subject, block.end, headed=headed)
        return _over(block, Assignment(units, [], passage, block, level=True))
    ends = subject.rest >= block.end - 1 or _DUTY.match(text, subject.rest, block.end) is not None
    if not ends:
        return []
    helpers = cooperating_in(text, subject.rest, block.end)
    doubts = [] if helpers or ONLY_DUTY.match(text, subject.rest, block.end) else ["lead_inherited"]
    return _over(block, Assignment(subject.units, helpers, passage, block, level=True, doubts=doubts))


def _done_by(found: Found, block: Block) -> list[Unit]:
    """Whom a heading says to do what stands under it; not the issuer, one of whose own bodies does."""
    by = _BY.match(found.paper.text, block.body, block.end)
    units, stop = units_from(found.paper.text, by.end(), block.end, small=True) if by else ([], 0)
    issuer = fold(found.header.issuer or "")
    if not units or any(issuer.startswith(fold(unit.name)) for unit in units):
        return []
    return units if _DOES.match(found.paper.text, stop, block.end) else []


_HEADED_BY = re.compile(r"\((?:[Đđ]/[Cc]\.?|[Đđ]ồng chí|[Ôô]ng|[Bb]à)\s+$")
""" "Tiểu ban Chuyên môn (đ/c Phan Văn Thắng - Trưởng tiểu ban)": in brackets who heads it."""


def _said(found: Found, block: Block) -> Said | None:
    """What a heading, the end of it or a cell of its row says of who leads what stands under it."""
    text, folded = found.paper.text, found.paper.folded
    columns = block.columns or {}
    if "lead" in columns:
        leads, helpers = roles_in(text, columns["lead"].start, columns["lead"].end)
        return Said(leads, helpers)
    end = columns["content"].end if columns else block.end
    whole = said_in(text, folded, block.body, end)
    if whole:
        return Said(whole.leads, whole.helpers)
    tail = tail_of(text, folded, block.body, end)
    mark = text[tail[0] - 2 : tail[0]].strip() if tail else ""
    if tail and (tail[1].sure or mark in _SETS_APART):
        return tail[1]
    if tail and mark == ":" and not _NO_LEADS.search(folded[block.body : tail[0]]):
        return tail[1]
    return None


_NO_LEADS = re.compile(
    r"(?<![a-z])(?:doi tuong|thanh phan|thanh vien|khach moi|dai bieu|noi nhan|kinh gui|dia diem|dia chi|tai"
    r"|gui|voi|gom)"
    r"(?![a-z])[^:]*:\s?$"
)
""" "1. Đối tượng: công đoàn cơ sở": who it is for, not who leads it."""
_SETS_APART = frozenset("([–—-")
"""Signs before a name at the end of a heading that is not said to lead."""


def _over(block: Block, given: Assignment) -> list[Assignment]:
    """Of a line without a number: for the items after it, up to the next such line."""
    if block.marker is not None or block.is_heading:
        return [given]
    beside = block.parent.children if block.parent else []
    items = []
    for other in beside[bisect_right(beside, block.at, key=lambda one: one.at) :]:
        if other.marker is None and not other.columns:
            break
        items.append(replace(given, scope=other))
    return items or [replace(given, scope=block.parent)]
