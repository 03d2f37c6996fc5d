"""Bodies beside the lead of a task: those of later clauses, or after a comma, that have work of their own in it.

In a directive each of them has a task of its own (`parts_of`).
"""

from __future__ import annotations

from itertools import pairwise

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.cooperating import cooperating_in
from congdoan.documents.reading.assignment.subject import Subject, acts, all_ordered_in, is_giver, ordered_in
from congdoan.documents.reading.assignment.units import Unit, units_from
from congdoan.documents.reading.assignment.which import verb_from
from congdoan.documents.reading.model import Span
from congdoan.documents.reading.tasks.draft import Draft
from congdoan.documents.reading.tasks.found import Found
from congdoan.documents.reading.tasks.sentences import clauses

_HELPS = re.compile(
    r"[\s,]*(?:cử (?:người|cán bộ|đại diện|lực lượng)[^,;.]{0,30} )?(?:cùng\s)?(?:phối hợp|(?<=cùng )tham gia|cùng làm"
    r"|(?:tham gia|hỗ trợ|giúp sức)(?: thực hiện| phối hợp)?(?=[\s.;]*$))"
)


def add_others(found: Found, draft: Draft, start: int) -> None:
    """The bodies of later clauses that have work of their own: "Giao Văn phòng ...; Sở Nội vụ tổng hợp ..."."""
    text = found.paper.text
    _add_after_comma(found, draft, start)
    for first, last in clauses(text, start, draft.end)[1:]:
        if text.startswith("Riêng ", first):
            add_leads(draft, _done_by_part(text, first, last))
            continue
        subject = _who_acts(found, first, last)
        if subject is None:
            continue
        helps = _HELPS.match(text, subject.units[-1].span.end, last)
        beside = _works_with(text, helps.end(), last) if helps else []
        if helps and not beside:
            if "phối hợp" not in helps.group():
                draft.cooperating += subject.units
            continue
        draft.cooperating += [unit for unit in beside if unit not in draft.cooperating]
        add_leads(draft, [unit for unit in subject.units if _is_name(unit)])


_BY = re.compile(r"\sdo\s")


def _done_by_part(text: str, start: int, end: int) -> list[Unit]:
    """ "Riêng các đơn vị phía Bắc do cụm trưởng tổng hợp danh sách": the body that does part of the work."""
    by = _BY.search(text, start, end)
    units, stop = units_from(text, by.end(), end, small=True) if by else ([], 0)
    return units if units and verb_from(text, stop + 1) else []


def add_leads(draft: Draft, units: list[Unit]) -> None:
    """Let `units` lead too, with the doubt that there are several."""
    names = {unit.name for unit in draft.lead}
    more = [unit for unit in units if unit.name not in names]
    draft.lead += more
    if more and "two_leads" not in draft.doubts:
        draft.doubts.append("two_leads")


def leads_beside(text: str, draft: Draft, units: list[Unit]) -> bool:
    """ "Ban Tổ chức hoàn thiện đề án, đồng thời giao Văn phòng mua sắm ...": whether the first leads beside `units`.

    Not where it only gives them the work, or was taken for the lead without being sure.
    """
    names = {unit.name for unit in draft.lead}
    if not names or text.startswith((" giao ", " phân công "), draft.lead[-1].span.end):
        return False
    return "lead_by_subject" not in draft.doubts or names.issuperset(unit.name for unit in units)


def _is_name(unit: Unit) -> bool:
    return unit.name[0].isupper() or unit.name.startswith("các ")


def parts_of(found: Found, start: int, end: int) -> list[Span]:
    """A passage of a directive, cut before each clause that turns to another body; whole unless it begins with one."""
    text = found.paper.text
    first, *later = clauses(text, start, end) or [(start, end)]
    opens = found.subject(*first) or _after_topic(found, *first)
    if opens is not None and is_giver(opens, text, first[1]):
        opens = ordered_in(text, *first)
    cuts = [start]
    units = opens.units if opens and not opens.loose else []
    for begin, last in later if units else []:
        subject = _who_acts(found, begin, last)
        if subject is None or _HELPS.match(text, subject.units[-1].span.end, last):
            continue
        if {unit.name for unit in subject.units} - {unit.name for unit in units}:
            cuts.append(begin)
            units = subject.units
    ends = [begin + len(text[begin:stop].rstrip(" ;")) for begin, stop in pairwise(cuts)]
    return [Span(begin, stop) for begin, stop in zip(cuts, [*ends, end], strict=True)]


def _after_topic(found: Found, start: int, end: int) -> Subject | None:
    """ "Về nhà ở công nhân: Sở Xây dựng rà soát quỹ đất ..."."""
    colon = found.paper.text.find(": ", start, min(end, start + _TOPIC))
    return found.subject(colon + 2, end) if colon > 0 else None


_TOPIC = 80


def _who_acts(found: Found, start: int, end: int) -> Subject | None:
    """The bodies with which a clause begins, when it says what they do themselves."""
    text = found.paper.text
    subject = None if text.startswith(("Riêng ", "riêng "), start) else found.subject(start, end)
    if subject is None or subject.loose or is_giver(subject, text, end) or not acts(text, subject, end):
        return None
    return subject


_WITH = re.compile(r"(?: (?:chặt chẽ|thường xuyên|tốt))?(?: (?:với|cùng)(?: với)?)? ")


def _works_with(text: str, start: int, end: int) -> list[Unit]:
    """The bodies of "Ủy ban Kiểm tra phối hợp | Thanh tra Sở tham gia đoàn": with whom, and then what it does."""
    link = _WITH.match(text, start, end)
    units, stop = units_from(text, link.end(), end, small=True) if link else ([], 0)
    return units if units and verb_from(text, stop + 1) else []


_LONGEST_BRACKET = 160
_COMMA_BODY = re.compile(r",\s(?:và\s|còn\s|(?P<besides>đồng thời\s))?(?=[A-ZĐ]|(?:đồng chí|đ/c)\s[A-ZĐ])")
_COMMA_PERSON = re.compile(r",\s(?:và\s|còn\s)?(?:đồng chí|đ/c)\s")


def _add_after_comma(found: Found, draft: Draft, start: int) -> None:
    """ "Giao Ban Kinh tế giám sát ..., Văn phòng Tỉnh ủy theo dõi ...": a second body with a verb of its own.

    Without an order only where it does the same: "Công đoàn cơ sở gửi 02 bài, Liên đoàn Lao động huyện gửi 10 bài".
    """
    text = found.paper.text
    ordered = any(
        order.units[0].span.start <= start for order in all_ordered_in(text, draft.start, start, given_only=True)
    )
    helpers = cooperating_in(text, draft.start, draft.end)
    listed = max((unit.span.end for unit in [*draft.lead, *helpers]), default=start)
    does = text[start : draft.end].strip().partition(" ")[0]
    for comma in _COMMA_BODY.finditer(text, start, draft.end):
        near = max(start, comma.start() - _LONGEST_BRACKET)
        if text.rfind("(", near, comma.start()) > text.rfind(")", near, comma.start()):
            continue  # "Ban Chính sách (đồng chí Vân, Phó Trưởng ban) tổng hợp ..."
        person = _COMMA_PERSON.match(text, comma.start())
        named = comma.start() + text[comma.start() : person.end()].find("đ") if person and not ordered else comma.end()
        subject = found.subject(named, draft.end)
        if subject is None or subject.loose or subject.ordered or subject.units[0].span.start < listed:
            continue
        after = subject.units[-1].span.end
        if not (ordered or person or comma["besides"] or text.startswith(f" {does} ", after)):
            continue
        if subject.rest - after > 1 or not acts(text, subject, draft.end) or _HELPS.match(text, after, draft.end):
            continue
        add_leads(draft, subject.units)
