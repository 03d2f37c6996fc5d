"""Takes over to a task what a label, a line or the end of its sentence says of it."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.cooperating import with_helpers
from congdoan.documents.reading.assignment.model import OWN
from congdoan.documents.reading.assignment.role_lists import roles_in
from congdoan.documents.reading.assignment.said import Said
from congdoan.documents.reading.assignment.units import units_in_cell
from congdoan.documents.reading.due.reader import Calendar, due_in_cell
from congdoan.documents.reading.model import Span
from congdoan.documents.reading.tasks.draft import Draft
from congdoan.documents.reading.tasks.found import Found

_CONTACT = re.compile(r"điện thoại|ĐT:|[Ee]mail|\d{3,4}[. ]\d{3}[. ]\d{3}")
_CONTACT_REACH = 40
""" "(đầu mối: ông Nam, điện thoại ...)": whom to ask, not who leads."""


def plain(text: str, cell: Span) -> str | None:
    printed = text[cell.start : cell.end].strip(" -–.;")
    return printed or None


def take_label(found: Found, draft: Draft, kind: str, start: int, end: int, calendar: Calendar) -> None:
    text = found.paper.text
    if kind == "lead" and _CONTACT.search(text, start, min(end + _CONTACT_REACH, draft.end)):
        return
    if kind == "lead" and (not draft.lead or "lead_by_subject" in draft.doubts):
        draft.doubts = [doubt for doubt in draft.doubts if doubt != "lead_by_subject"]
        units, helpers = roles_in(text, start, end)
        units, beside = with_helpers(text, units)
        helpers += beside
        draft.lead, draft.rank, draft.assigned_by = units, OWN, Span(start, end)
        draft.cooperating += helpers
    elif kind == "cooperating":
        draft.cooperating += units_in_cell(text, start, end)
    elif kind == "due" and draft.due is None:
        draft.due = due_in_cell(text, found.paper.folded, start, end, calendar)
    elif kind == "product" and draft.product is None:
        draft.product = plain(text, Span(start, end))


def take_said(found: Found, draft: Draft, said: Said, passage: Span, calendar: Calendar) -> None:
    """Bodies and time of a phrase that says nothing else."""
    if said.leads and not draft.lead:
        draft.lead, draft.rank, draft.assigned_by = list(said.leads), OWN, passage
    draft.cooperating += said.helpers
    if said.times and draft.due is None:
        first, last = said.times[0], said.times[-1]
        draft.due = due_in_cell(found.paper.text, found.paper.folded, first.start, last.end, calendar)
