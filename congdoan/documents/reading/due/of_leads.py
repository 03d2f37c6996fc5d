"""The limit of work that several bodies lead, each with a clause and a day of its own: the last of them."""

from __future__ import annotations

from itertools import pairwise

from congdoan.documents.reading.due.calendar import Calendar
from congdoan.documents.reading.due.reader import Spans, due_in_sentence
from congdoan.documents.reading.model import Due
from congdoan.documents.reading.tasks.draft import Draft
from congdoan.documents.reading.tasks.found import Found
from congdoan.documents.reading.tasks.sentences import clauses


def last_of_leads(found: Found, draft: Draft, calendar: Calendar, without: Spans) -> Due | None:
    """ "Sở A hoàn thành trong tháng 6. Sở B báo cáo trước ngày 15/7"; None unless two bodies have a day each."""
    text, folded = found.paper.text, found.paper.folded
    named = [unit.span.start for unit in draft.lead]
    begins = [first for first, last in clauses(text, draft.start, draft.end) if any(first <= at < last for at in named)]
    parts = pairwise([*begins, draft.end])
    dues = [due_in_sentence(text, folded, first, last, calendar, without) for first, last in parts]
    dated = [(due.date, due) for due in dues if due is not None and due.date is not None]
    return max(dated, key=lambda pair: pair[0])[1] if len(dated) > 1 else None
