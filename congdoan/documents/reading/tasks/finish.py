"""Turns drafts into tasks: order, time limit, units without the issuer's name, doubts as warnings."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import replace

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.levels import audience_of
from congdoan.documents.reading.assignment.units import Unit
from congdoan.documents.reading.doubts.warnings import warnings_of, weigh
from congdoan.documents.reading.due.cell import time_in_heading
from congdoan.documents.reading.due.of_leads import last_of_leads
from congdoan.documents.reading.due.of_month import on_day_in_words, on_its_day
from congdoan.documents.reading.due.of_year import in_year_of_heading, is_bare_year, within_year
from congdoan.documents.reading.due.reader import Calendar, due_in_cell, due_in_sentence, time_windows
from congdoan.documents.reading.layout.markers import NAMED
from congdoan.documents.reading.model import Coordinator, Due, Task
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.tasks.draft import Draft
from congdoan.documents.reading.tasks.found import Found

_ORDER_WORDS = 24
"""Characters that "Trước mắt, giao đồng chí" may take before a body's name."""


def finish(found: Found, calendar: Calendar) -> tuple[list[Task], Coordinator | None]:
    orders: Counter[str] = Counter()
    tasks = []
    starts = [citation.start for citation in found.citations]
    found.drafts.sort(key=lambda draft: (draft.start, draft.end))
    for draft in found.drafts:
        orders[draft.block.number] += 1
        if draft.due is None:
            _read_due(found, draft, calendar, starts)
        if draft.due is None:
            draft.due = _due_of_assignment(found, draft, calendar) or _due_of_heading(found, draft, calendar)
        elif is_bare_year(found.paper.folded, draft.due):
            draft.due = within_year(draft.due, _due_of_heading(found, draft, calendar))
        elif draft.block.columns:
            passage, without = (draft.start, draft.end), _without(found, draft, starts)
            draft.due = on_day_in_words(found.paper.text, found.paper.folded, passage, draft.due, calendar, without)
        elif "due_of_heading" not in draft.due.doubts:
            draft.due = in_year_of_heading(found, draft.block, draft.due)
        if draft.due is not None:
            draft.due = on_its_day(found.paper.folded, draft.start, draft.end, draft.due)
        weigh(found, draft, calendar, last=draft is found.drafts[-1])
        tasks.append(_task(found, draft, orders[draft.block.number]))
    found.warnings += warnings_of(found)
    coordinator = found.coordinator
    if coordinator is not None:
        coordinator = Coordinator(found.unit_name(coordinator.unit), coordinator.start, coordinator.end)
    return tasks, coordinator


_QUOTED = re.compile(r"[“\"][^“”\"\n]{3,200}[”\"]")
""" "... chủ trì nội dung “Hằng năm kiểm tra 30% đơn vị”; xây dựng kế hoạch": the time of what is quoted."""


def _read_due(found: Found, draft: Draft, calendar: Calendar, starts: list[int]) -> None:
    text, folded = found.paper.text, found.paper.folded
    without = _without(found, draft, starts)
    draft.times = time_windows(folded, draft.start, draft.end, without)
    order = _order_after(found, draft)
    if order is not None:
        draft.due = due_in_sentence(text, folded, order, draft.end, calendar, without)
    if draft.due is None:
        draft.due = due_in_sentence(text, folded, draft.start, draft.end, calendar, without, draft.times)
    if "two_leads" in draft.doubts and draft.due is not None:
        draft.due = last_of_leads(found, draft, calendar, without) or draft.due


def _without(found: Found, draft: Draft, starts: list[int]) -> list[tuple[int, int]]:
    """Where other papers and titles are named, whose days are no limits."""
    first, last = bisect_left(starts, draft.start), bisect_left(starts, draft.end)
    cited = [(citation.start, citation.end) for citation in found.citations[first:last]]
    return sorted([*cited, *(quoted.span() for quoted in _QUOTED.finditer(found.paper.text, draft.start, draft.end))])


def _order_after(found: Found, draft: Draft) -> int | None:
    """Where a later sentence gives the work: "Thống nhất tổ chức hội thi trong tháng 11. Giao Ban Tổ chức ..."."""
    given, text = draft.assigned_by, found.paper.text
    if given is None or not draft.start < given.start < draft.end:
        return None
    stop = text.rfind(". ", draft.start, given.start)
    between = text[stop + 2 : given.start].strip() if stop > 0 else ""
    return stop + 2 if stop > 0 and len(between) < _ORDER_WORDS else None


def _due_of_assignment(found: Found, draft: Draft, calendar: Calendar) -> Due | None:
    """ "Văn phòng phụ trách mục 3; hoàn thành trước ngày 20/7": of work whose own words set no limit."""
    if draft.time is None:
        return None
    due = due_in_cell(found.paper.text, found.paper.folded, draft.time.start, draft.time.end, calendar)
    return replace(due, doubts=(*due.doubts, "due_of_heading")) if due else None


def _due_of_heading(found: Found, draft: Draft, calendar: Calendar) -> Due | None:
    """Of work under a heading that is a time, as in a programme by months ("1. Tháng 9/2025"), or ends with one."""
    line = found.time_over(draft.block)
    if line is not None:
        due = due_in_cell(found.paper.text, found.paper.folded, line.body, line.end, calendar)
        return replace(due, doubts=(*due.doubts, "due_of_heading")) if due else None
    for above in draft.block.ancestors():
        if _is_sentence_before(found, draft.block, above):
            continue
        if above.is_heading or above.is_numbered or (above.marker and above.marker.kind.startswith(NAMED)):
            text, folded = found.paper.text, found.paper.folded
            end = above.columns["content"].end if above.columns else above.end
            if above.at not in found.heading_times:
                found.heading_times[above.at] = time_in_heading(folded, above.body, end)
            time = found.heading_times[above.at]
            if time:
                due = due_in_cell(text, folded, *time, calendar)
                whole = due is None or time == (above.body, end)
                return due if whole or due is None else replace(due, doubts=(*due.doubts, "due_of_heading"))
    return None


def _is_sentence_before(found: Found, block: Block, above: Block) -> bool:
    """Whether `block` is a paragraph after an item that is a whole sentence: its times are its own."""
    return block.marker is None and block.columns is None and found.words(above).endswith(".")


def _task(found: Found, draft: Draft, order: int) -> Task:
    text = found.paper.text[draft.start : draft.end].rstrip()
    names = _names(found, draft.lead)
    return Task(
        section=draft.block.number,
        order=order,
        text=text,
        lead=names,
        cooperating=tuple(name for name in _names(found, draft.cooperating) if name not in names),
        due=draft.due,
        product=draft.product,
        start=draft.start,
        end=draft.start + len(text),
        assigned_by=draft.assigned_by,
        lead_spans=tuple(unit.span for unit in draft.lead),
        audience=audience_of(tuple(unit.name for unit in draft.lead)),
        doubts=tuple(draft.doubts),
    )


def _names(found: Found, units: list[Unit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found.unit_name(unit.name) for unit in units))
