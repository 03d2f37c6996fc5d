"""Lines of their own that say who does the work above them, or below, and by when."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.event_lines import has_place, is_event, is_of_event_line
from congdoan.documents.reading.assignment.handed import done_by
from congdoan.documents.reading.assignment.model import OWN
from congdoan.documents.reading.assignment.role_lists import roles_in
from congdoan.documents.reading.assignment.said import Said, line_says
from congdoan.documents.reading.assignment.take import take_label, take_said
from congdoan.documents.reading.assignment.units import Unit
from congdoan.documents.reading.due.reader import Calendar, due_in_sentence
from congdoan.documents.reading.model import Span
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.tasks.draft import Draft
from congdoan.documents.reading.tasks.found import Found
from congdoan.documents.reading.tasks.labels import is_bracketed, labels_in
from congdoan.documents.reading.tasks.sentences import clauses

_EXCEPT = re.compile(
    r"[;,.]\s(?:rieng|tru|ngoai tru)\s(?:(?:diem|muc|khoan|y|viec|noi dung)\s)?(?P<label>[a-z]|\d{1,2})(?=[\s)])"
)


def excepted(text: str, folded: str, start: int, end: int) -> tuple[int, list[tuple[str, list[Unit]]]]:
    """Where "Thực hiện: Ban Tổ chức; riêng điểm a do Văn phòng chủ trì" begins to except, and who has which item."""
    found = list(_EXCEPT.finditer(folded, start, end))
    if not found:
        return end, []
    ends = [*(other.start() for other in found[1:]), end]
    apart = [(one["label"], done_by(text, one.end(), last)) for one, last in zip(found, ends, strict=True)]
    return found[0].start(), [(label, units) for label, units in apart if units]


class _Above:
    """The tasks under each block, in the order of the paper."""

    def __init__(self, drafts: list[Draft]) -> None:
        self.under: dict[int, list[Draft]] = {}
        for draft in sorted(drafts, key=lambda draft: draft.start):
            over: Block | None = draft.block
            while over is not None:
                self.under.setdefault(over.at, []).append(draft)
                over = over.parent
            self.under.setdefault(-1, []).append(draft)

    def between(self, parent: Block | None, first: int, last: int) -> list[Draft]:
        """Tasks under `parent` in blocks after `first` and before `last`, and that of `parent` itself."""
        drafts = self.under.get(parent.at if parent else -1, [])
        low = bisect_right(drafts, first, key=lambda draft: draft.block.at)
        high = bisect_left(drafts, last, key=lambda draft: draft.block.at)
        own = drafts[:1] if parent and drafts and drafts[0].block is parent and low > 0 else []
        return own + drafts[low:high]


def from_lines(found: Found, calendar: Calendar) -> None:
    """Lines "Chủ trì: ..." hold for the tasks since the last line of that kind, or for those that follow.

    Other lines hold for no task over the last line that names a lead, but where they stand with that line.
    """
    lines = _Lines(found, calendar, _Above(found.drafts))
    for block in found.tree.blocks:
        if found.reasons.get(block.at) == "detail":
            lines.read(block)


_WHO = frozenset({"lead", "cooperating"})


class _Lines:
    """`last`: by parent and kind, the last line of that kind; `closed`: by parent, the lines that name a lead.

    `under`: by the block over the parent, all lines.
    """

    def __init__(self, found: Found, calendar: Calendar, tasks: _Above) -> None:
        self.found, self.calendar, self.tasks = found, calendar, tasks
        self.last: dict[tuple[int, str], int] = {}
        self.closed: dict[int, list[int]] = {}
        self.under: dict[int, list[int]] = {}

    def read(self, block: Block) -> None:
        text, folded = self.found.paper.text, self.found.paper.folded
        labels = [] if is_bracketed(folded, block.body, block.end) else labels_in(folded, block.body, block.end)
        groups = [self._group(block, kind) for kind, _, _ in labels]
        for (kind, start, end), group in zip(labels, groups, strict=True):
            stop, apart = excepted(text, folded, start, end) if kind == "lead" else (end, [])
            if kind == "due":
                group = self._in_time(block, Span(start, end), group)
            for draft in group:
                before = draft.due
                own = next(
                    (units for label, units in apart if draft.block.marker and draft.block.marker.label == label), []
                )
                if own:
                    draft.lead, draft.rank, draft.assigned_by = list(own), OWN, Span(start, end)
                else:
                    take_label(self.found, draft, kind, start, stop, self.calendar)
                if draft.due is not before and draft.block.at > block.at:
                    draft.doubts.append("due_of_heading")
            self._note(block, kind)
        said = None if labels else line_says(text, folded, block.body, block.end)
        if said:
            self._said(block, said)
        elif not labels:
            _from_bracket(self.found, block, self.tasks, self.calendar)

    def _in_time(self, block: Block, time: Span, group: list[Draft]) -> list[Draft]:
        """The task that a line of time is about alone; to several it gives the time where they name none.

        That of an event is only given to what begins with holding it.
        """
        about = next((draft for draft in group if draft.block is block.parent), None)
        about = about or (group[0] if len(group) == 1 and group[0].block.at < block.at else None)
        held = is_of_event_line(self.found, block, time.start, time.end)
        if about and not (held and about.block.parent is block.parent and has_place(self.found, block)):
            return [about]
        for draft in group:
            if not held or is_event(self.found, draft):
                draft.time = draft.time or time
            elif not has_place(self.found, block):
                draft.doubts.append("due_passed_over")
        return []

    def _said(self, block: Block, said: Said) -> None:
        kind = "lead" if said.leads else "cooperating"
        for draft in self._group(block, kind):
            take_said(self.found, draft, said, Span(block.body, block.end), self.calendar)
            draft.doubts += [] if said.sure else ["lead_by_subject"]
        self._note(block, kind)

    def _group(self, block: Block, kind: str) -> list[Draft]:
        """The tasks that a line is about: one that stands under the last item of a list may be about all of it."""
        above = self._about(block, kind)
        own = block.parent is not None and len(above) == 1 and above[0].block is block.parent
        group = self._beside(above[0]) if own and kind in _WHO else above
        if len(group) > 1 and any(draft.lead or draft.cooperating for draft in group[:-1]):
            return above if not own else group[-1:]
        for draft in group if own and len(group) > 1 else ():
            draft.doubts.append("lead_group")
        return group

    def _beside(self, last: Draft) -> list[Draft]:
        """A task and those before it in its list, where no line stands between them: a line under it may be of all."""
        parent = last.block.parent
        lines = self.under.get(parent.at if parent else -1, [])
        at = bisect_left(lines, last.block.at) - 1
        since = lines[at] if at >= 0 else -1
        beside = [draft for draft in self.tasks.between(parent, since, last.block.at + 1) if draft.block is not parent]
        return beside if all(draft.block.parent is parent for draft in beside) else [last]

    def _about(self, block: Block, kind: str) -> list[Draft]:
        parent = block.parent
        key = (parent.at if parent else -1, kind)
        since = max(
            self.last.get(key, -1), _group_start(self.tasks, parent, self.closed.setdefault(key[0], []), block.at)
        )
        above = self.tasks.between(parent, self.last.get(key, -1) if kind == "lead" else since, block.at)
        if not above and key not in self.last:
            return self.tasks.between(parent, block.at, len(self.found.paper.paragraphs))
        return above

    def _note(self, block: Block, kind: str) -> None:
        key = (block.parent.at if block.parent else -1, kind)
        self.last[key] = block.at
        over = block.parent.parent if block.parent else None
        self.under.setdefault(over.at if over else -1, []).append(block.at)
        if kind == "lead":
            self.closed.setdefault(key[0], []).append(block.at)


def _from_bracket(found: Found, block: Block, tasks: _Above, calendar: Calendar) -> None:
    """A bracket that says more than who and when, for the task above."""
    before = tasks.between(None, block.at - 8, block.at)
    draft = before[-1] if before else None
    if draft is None or draft.rank >= OWN:
        return
    text = found.paper.text
    for first, last in clauses(text, block.body + 1, block.end - 1):
        leads, helpers = roles_in(text, first, last)
        if "chủ trì" in text[first:last]:
            draft.lead, draft.rank, draft.assigned_by = leads, OWN, Span(block.start, block.end)
        elif "phối hợp" in text[first:last]:
            helpers = [*leads, *helpers]
        draft.cooperating += helpers
    draft.due = draft.due or due_in_sentence(text, found.paper.folded, block.body, block.end, calendar, [])


def _group_start(tasks: _Above, parent: Block | None, leads: list[int], at: int) -> int:
    """The line naming a lead under which the tasks over line `at` begin: the last one with a task after it."""
    return next((lead for lead in reversed(leads) if tasks.between(parent, lead, at)), -1)
