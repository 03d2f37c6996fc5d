"""Whom a passage of the contents names by an order, or after what it is about."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.cooperating import cooperating_in
from congdoan.documents.reading.assignment.model import INSIDE, SUBJECT, TOPIC
from congdoan.documents.reading.assignment.persons import person_at
from congdoan.documents.reading.assignment.subject import Subject, acts, all_ordered_in
from congdoan.documents.reading.assignment.units import Unit, units_from
from congdoan.documents.reading.assignment.which import verb_from
from congdoan.documents.reading.tasks.draft import Draft
from congdoan.documents.reading.tasks.found import Found
from congdoan.documents.reading.tasks.verbs import verb_at

_LEADS_LAST = re.compile(
    r"\s(?:phụ trách|chủ trì|đảm nhận|đảm nhiệm|chịu trách nhiệm|làm (?:trưởng đoàn|tổ trưởng|trưởng nhóm))"
    r"(?: thực hiện)?(?:[.;)]|\s*$)"
)
_COMMAS = 3  # that a body's name at the end of a sentence may hold
_LONGEST_TOPIC = 80
"""Characters of what a passage is about, before it says who does it."""
_EACH = re.compile(r"[Mm]ỗi\s|[Tt]ừng\s")


def after_comma(found: Found, draft: Draft) -> Subject | None:
    """ "Các kiến nghị còn lại, Văn phòng tổng hợp, chuyển ...": what it is about, then who does it."""
    text = found.paper.text
    comma = text.find(", ", draft.start, min(draft.end, draft.start + _LONGEST_TOPIC))
    if comma < 0 or not text[comma + 2 : comma + 3].isupper():
        return None
    if _is_post(text, draft, comma):
        return None  # "Mời đồng chí Hà, Phó Chủ tịch Liên đoàn Lao động tỉnh dự ..."
    given = (unit for order in all_ordered_in(text, draft.start, draft.end, given_only=True) for unit in order.units)
    if any(unit.span.end > comma for unit in [*cooperating_in(text, draft.start, draft.end), *given]):
        return None  # "Phối hợp với Ban Quản lý, Cục Thuế trao đổi số liệu", "giao đ/c Hà, Phó Giám đốc chuẩn bị"
    subject = found.subject(comma + 2, draft.end)
    works = subject is not None and not subject.ordered and not subject.loose and acts(text, subject, draft.end)
    return subject if works else None


_TITLE = re.compile(r"(?<!\w)(?:[Đđ]ồng chí|[Đđ]/[Cc]\.?|[Ôô]ng|[Bb]à|[Tt]hầy|[Cc]ô|[Aa]nh|[Cc]hị)\s")


def _is_post(text: str, draft: Draft, comma: int) -> bool:
    """Whether the post of a person follows a comma."""
    titles = _TITLE.finditer(text, draft.start, comma)
    persons = (person_at(text, title.start(), draft.end) for title in titles)
    return any(person is not None and person.end > comma for person in persons)


_PASSIVE = re.compile(
    r"(?P<what>[A-ZĐ][^,;:.()\n]{4,90}?)\s(?:sẽ |cần |phải |đã )?(?:do|được)\s(?=[A-ZĐỦ]|các |công đoàn )"
)
_WORD = re.compile(r"[^\W\d_]+")


def done_to_it(found: Found, draft: Draft) -> list[Unit]:
    """ "Danh sách khen thưởng được Ban Thi đua thẩm định": who does what a sentence tells of the work itself."""
    text = found.paper.text
    passive = _PASSIVE.match(text, draft.start, draft.end)
    if passive is None or verb_at([word.lower() for word in _WORD.findall(passive["what"])[:4]]):
        return []
    units, stop = units_from(text, passive.end(), draft.end)
    return units if units and text[stop : stop + 1] == " " and verb_from(text, stop + 1) else []


def ordered_before(found: Found, draft: Draft, at: int) -> Subject | None:
    """ "Về nhà ở: theo Nghị quyết ..., đề nghị UBND tỉnh ...; chủ đầu tư ...": whom the order before is given to."""
    text = found.paper.text
    if text.find(": ", draft.start, min(at, draft.start + _LONGEST_TOPIC)) < 0:
        return None
    orders = all_ordered_in(text, draft.start, at)
    return next((order for order in orders if order.rest < at and acts(text, order, draft.end)), None)


def after_topic(text: str, start: int, at: int) -> bool:
    """ "Về cấp phép: yêu cầu Ủy ban nhân dân các phường ...": an order directly after what it is about."""
    return text.endswith(": ", start, at) and at - start < _LONGEST_TOPIC and text.find(". ", start, at) < 0


def given_before(text: str, start: int, at: int) -> bool:
    """ "Giao Ban Thường vụ xây dựng kế hoạch, phân công ... phụ trách": whom the first of two orders is given to."""
    before = next(all_ordered_in(text, start, at, given_only=True), None)
    return before is not None and before.units[0].span.end < at and acts(text, before, at)


def rank_of_subject(text: str, begin: int, start: int, end: int) -> float:
    """How sure it is that the bodies named up to `end` do what a passage says, whoever leads its section.

    "Mỗi công đoàn cơ sở có ít nhất ..." is what the lead of the section is to reach.
    """
    if start == begin:
        return TOPIC if _EACH.search(text, start, end) else SUBJECT
    return TOPIC if after_topic(text, begin, start) else INSIDE


def leads_last(text: str, start: int, end: int) -> list[Unit]:
    """The body of "...: ngày 18/11/2026, Ban Nữ công phụ trách.", "..., Ban Tổ chức chủ trì; hoàn thành ..."."""
    last = _LEADS_LAST.search(text, start, end)
    found: list[Unit] = []
    if last is None:
        return found
    comma = last.start()
    for _ in range(_COMMAS):
        comma = text.rfind(", ", start, comma)
        if comma < 0:
            break
        units, stop = units_from(text, comma + 2, end)
        found = units if units and stop == last.start() else found
    return found
