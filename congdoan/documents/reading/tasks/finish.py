"""Turns drafts into tasks: order, time limit, units without the issuer's name, doubts as warnings."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from congdoan.documents.reading.assignment.cooperating import cooperating_in
from congdoan.documents.reading.assignment.levels import audience_of, several_bodies
from congdoan.documents.reading.assignment.units import Unit
from congdoan.documents.reading.due.reader import Calendar, due_in_sentence, has_other_time
from congdoan.documents.reading.model import Choice, Coordinator, Task, Warning
from congdoan.documents.reading.tasks.draft import Draft
from congdoan.documents.reading.tasks.found import Found

_MESSAGES = {
    "not_sure_work": "Không chắc đoạn này là nhiệm vụ.",
    "two_leads": "Nhiều đơn vị cùng được giao chủ trì.",
    "lead_of_whole": "Đơn vị chủ trì lấy theo câu giao chung cho cả văn bản.",
    "lead_by_subject": "Đơn vị chủ trì suy ra từ chủ ngữ của câu.",
    "lead_name": "Không chắc tên đơn vị chủ trì đã đủ chữ.",
    "cooperating_name": "Không chắc tên đơn vị phối hợp đã đủ chữ.",
    "cooperating_open": "Câu mở đầu bằng “Phối hợp”; chưa rõ đơn vị nêu sau đó có phải đơn vị phối hợp không.",
    "no_lead": "Chưa rõ đơn vị chủ trì.",
    "due_past": "Hạn nằm trước ngày ban hành văn bản.",
    "due_year": "Hạn không ghi năm; năm suy ra từ văn bản.",
    "due_two": "Đoạn này nêu nhiều thời hạn; đã lấy thời hạn đầu.",
    "due_start": "Chỉ ghi lúc bắt đầu; đã lấy ngày cuối của kỳ đó.",
    "due_vague": "Hạn chỉ ghi đầu hoặc giữa kỳ; đã lấy ngày cuối kỳ.",
    "due_passed_over": "Có ngày tháng nhưng không chắc là thời hạn của việc này.",
    "due_unclear": "Thời hạn không suy ra được ngày cụ thể.",
}


_OPENING = 160
"""Characters of a task in which those it cooperates with are named."""


def finish(found: Found, calendar: Calendar) -> tuple[list[Task], Coordinator | None]:
    orders: Counter[str] = Counter()
    tasks = []
    starts = [citation.start for citation in found.citations]
    found.drafts.sort(key=lambda draft: (draft.start, draft.end))
    for draft in found.drafts:
        orders[draft.block.number] += 1
        if draft.due is None:
            _read_due(found, draft, calendar, starts)
        draft.doubts += draft.due.doubts if draft.due else ()
        found.warnings += _doubts(found, draft, calendar)
        tasks.append(_task(found, draft, orders[draft.block.number]))
    coordinator = found.coordinator
    if coordinator is not None:
        coordinator = Coordinator(found.unit_name(coordinator.unit), coordinator.start, coordinator.end)
    return tasks, coordinator


def _read_due(found: Found, draft: Draft, calendar: Calendar, starts: list[int]) -> None:
    first, last = bisect_left(starts, draft.start), bisect_left(starts, draft.end)
    without = [(citation.start, citation.end) for citation in found.citations[first:last]]
    text, folded = found.paper.text, found.paper.folded
    draft.due = due_in_sentence(text, folded, draft.start, draft.end, calendar, without)
    if draft.due is None and has_other_time(folded, draft.start, draft.end, calendar, without):
        draft.doubts.append("due_passed_over")


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


def _opens_with_helpers(text: str, draft: Draft) -> bool:
    """ "Phối hợp với Báo Đồng Tháp mở chuyên trang": that body is not among those who cooperate."""
    if not text.startswith("Phối hợp", draft.start):
        return False
    known = {unit.name for unit in (*draft.cooperating, *draft.lead)}
    named = cooperating_in(text, draft.start, min(draft.end, draft.start + _OPENING))
    return any(unit.name not in known for unit in named[:1])


def _names(found: Found, units: list[Unit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found.unit_name(unit.name) for unit in units))


def _doubts(found: Found, draft: Draft, calendar: Calendar) -> Iterator[Warning]:
    """The warnings of one task; the codes are kept on the task too."""
    if not draft.lead:
        draft.doubts.append("no_lead")
    if not all(unit.sure for unit in draft.lead):
        draft.doubts.append("lead_name")
    if not all(unit.sure for unit in draft.cooperating):
        draft.doubts.append("cooperating_name")
    if _opens_with_helpers(found.paper.text, draft):
        draft.doubts.append("cooperating_open")
    if "two_leads" not in draft.doubts and several_bodies(draft.lead):
        draft.doubts.append("two_leads")
    if draft.due and draft.due.date and calendar.issued and draft.due.date < calendar.issued:
        draft.doubts.append("due_past")
    if draft.due and not draft.due.date and not draft.due.recurrence:
        draft.doubts.append("due_unclear")
    for code in draft.doubts:
        choices: tuple[Choice, ...] = ()
        if code == "no_lead" and found.coordinator is not None:
            unit = found.unit_name(found.coordinator.unit)
            choices = (Choice(f"{unit} chủ trì", unit, (draft.block.number,)),)
        yield Warning(code, _MESSAGES[code], draft.start, draft.end, choices)
