"""Bodies beside the lead of a task: those of later clauses, or after a comma, that have work of their own in it."""

from __future__ import annotations

import re

from congdoan.documents.reading.assignment.cooperating import cooperating_in
from congdoan.documents.reading.assignment.subject import acts, all_ordered_in, is_giver
from congdoan.documents.reading.tasks.draft import Draft
from congdoan.documents.reading.tasks.found import Found
from congdoan.documents.reading.tasks.sentences import clauses

_HELPS = re.compile(r"[\s,]*(?:cùng\s)?phối hợp")


def add_others(found: Found, draft: Draft, start: int) -> None:
    """The bodies of later clauses that have work of their own: "Giao Văn phòng ...; Sở Nội vụ tổng hợp ..."."""
    text = found.paper.text
    _add_after_comma(found, draft, start)
    for first, last in clauses(text, start, draft.end)[1:]:
        subject = found.subject(first, last)
        if subject is None or subject.loose or is_giver(subject, text, last) or not acts(text, subject, last):
            continue
        if _HELPS.match(text, subject.units[-1].span.end, last):
            continue
        names = {unit.name for unit in draft.lead}
        more = [unit for unit in subject.units if unit.name not in names and unit.name[0].isupper()]
        draft.lead += more
        if more and "two_leads" not in draft.doubts:
            draft.doubts.append("two_leads")


_COMMA_BODY = re.compile(r",\s(?:và\s|còn\s)?(?=[A-ZĐ])")


def _add_after_comma(found: Found, draft: Draft, start: int) -> None:
    """ "Giao Ban Kinh tế giám sát ..., Văn phòng Tỉnh ủy theo dõi ...": a second body with a verb of its own."""
    text = found.paper.text
    if not any(
        order.units[0].span.start <= start for order in all_ordered_in(text, draft.start, start, given_only=True)
    ):
        return
    helpers = cooperating_in(text, draft.start, draft.end)
    listed = max((unit.span.end for unit in [*draft.lead, *helpers]), default=start)
    for comma in _COMMA_BODY.finditer(text, start, draft.end):
        subject = found.subject(comma.end(), draft.end)
        if subject is None or subject.loose or subject.ordered or subject.units[0].span.start < listed:
            continue
        after = subject.units[-1].span.end
        if subject.rest - after > 1 or not acts(text, subject, draft.end) or _HELPS.match(text, after, draft.end):
            continue
        names = {unit.name for unit in draft.lead}
        more = [unit for unit in subject.units if unit.name not in names]
        draft.lead += more
        if more and "two_leads" not in draft.doubts:
            draft.doubts.append("two_leads")
