"""Gives each task its lead: the most specific assignment wins; what is not sure is marked."""

from __future__ import annotations

from dataclasses import dataclass

from congdoan.documents.reading.assignment.model import LEVEL, OWN, QUOTE, REST, SECTION, WHOLE, WORKS_WITH, Assignment
from congdoan.documents.reading.assignment.subject import asks_others
from congdoan.documents.reading.assignment.units import Unit
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.outline.blocks import Block
from congdoan.documents.reading.outline.parts import ARTICLES, IMPLEMENTATION
from congdoan.documents.reading.tasks.draft import Draft
from congdoan.documents.reading.tasks.found import Found


@dataclass(slots=True)
class _Ranked:
    """An assignment and how much it counts against others of the same task; the highest `rank` wins."""

    rank: float
    assignment: Assignment


def resolve(found: Found, assignments: list[Assignment]) -> None:
    """Set lead and cooperating units of every task that does not name its own."""
    by_block: dict[int, list[Assignment]] = {}
    whole: list[Assignment] = []
    for assignment in assignments:
        if assignment.scope is None:
            whole.append(assignment)
        else:
            by_block.setdefault(assignment.scope.at, []).append(assignment)
    issuer = fold(found.header.issuer or "")
    for draft in found.drafts:
        if draft.block.part not in (IMPLEMENTATION, ARTICLES):
            _resolve(found, draft, by_block, whole, issuer)
        elif not draft.lead:
            _resolve(found, draft, by_block, [], issuer)
        elif _is_headed(draft) and _given_by_number(draft, by_block):
            draft.rank = LEVEL
            _resolve(found, draft, by_block, [], issuer)
            draft.doubts.append("lead_differs")


def _is_headed(draft: Draft) -> bool:
    """Whether a heading over a task names its lead: "4. Trách nhiệm của chính quyền"."""
    return draft.lead[-1].span.end <= draft.block.start


def _given_by_number(draft: Draft, by_block: dict[int, list[Assignment]]) -> bool:
    """Whether a sentence elsewhere gives the section of a task to bodies other than its lead."""
    names = {unit.name for unit in draft.lead}
    over: Block | None = draft.block
    while over is not None:
        for given in by_block.get(over.at, ()):
            plain = not (given.level or given.quote or given.remainder or given.leaves_out)
            outside = not over.start <= given.passage.start < over.end
            if plain and outside and given.units and not names & {unit.name for unit in given.units}:
                return True
        over = over.parent
    return False


def _resolve(
    found: Found, draft: Draft, by_block: dict[int, list[Assignment]], whole: list[Assignment], issuer: str
) -> None:
    matches = [_Ranked(_rank_of_whole(given), given) for given in whole]
    over: Block | None = draft.block
    depth = _depth(draft.block)
    while over is not None:
        for given in by_block.get(over.at, ()):
            if given.quote is None or over is draft.block:
                matches.append(_Ranked(_rank(given, depth), given))
        over, depth = over.parent, depth - 1
    out = {match.assignment.passage.start for match in matches if match.assignment.leaves_out}
    matches = [match for match in matches if match.assignment.passage.end not in out]
    leads = [match for match in matches if match.assignment.units and not _only_helps(match.assignment, matches)]
    if _heads_others(leads, issuer):
        leads = [match for match in leads if not (match.assignment.remainder and match.assignment.scope is None)]
    _raise_headings_inside(leads)
    best = max((match.rank for match in leads), default=0.0)
    heads = best >= LEVEL and any(match.assignment.level for match in leads if match.rank == best)
    if heads and draft.rank == OWN and _asks_others(found, draft):
        draft.rank = 0.0
    if draft.rank == OWN and _is_bare_name(draft) and any(_is_of_task(match.assignment, draft) for match in leads):
        draft.rank = 0.0
        draft.doubts.append("lead_differs")
    if draft.rank < best:
        _take(draft, [match.assignment for match in leads if match.rank == best], best)
    elif best >= SECTION - 1 and _only_begins_with_name(draft):
        names = {unit.name for match in leads if match.rank == best for unit in match.assignment.units}
        if not names & {unit.name for unit in draft.lead}:
            draft.doubts.append("lead_differs")
    for match in matches:
        if not match.assignment.units:
            _add(draft.cooperating, match.assignment.cooperating)
        elif _only_helps(match.assignment, matches):
            _add(draft.cooperating, match.assignment.units)


def _raise_headings_inside(leads: list[_Ranked]) -> None:
    """A heading that names bodies inside a section given to another says more of what stands under it."""
    given = [match for match in leads if SECTION - 1 < match.rank < QUOTE]
    nearest = max(given, key=lambda match: match.rank, default=None)
    for match in leads:
        scope = match.assignment.scope
        around = nearest.assignment.scope if nearest else None
        if nearest and around and match.assignment.level and scope and scope is not around and scope.under(around):
            match.rank = nearest.rank + 0.25


def _is_bare_name(draft: Draft) -> bool:
    """Whether a name beside the task, of which no word says that it leads, was taken for its lead."""
    return "lead_by_subject" in draft.doubts


def _is_of_task(given: Assignment, draft: Draft) -> bool:
    return given.scope is draft.block and not (given.level or given.remainder)


def _asks_others(found: Found, draft: Draft) -> bool:
    subject = found.subject(draft.start, draft.end)
    return subject is not None and asks_others(found.paper.text, subject, draft.start)


def _heads_others(matches: list[_Ranked], issuer: str) -> bool:
    """Whether the nearest heading names who leads what stands under it, so that it is not left over; not the issuer."""
    headings = [match for match in matches if match.assignment.level and match.assignment.scope is not None]
    nearest = max(headings, key=lambda match: match.rank, default=None)
    return nearest is not None and not all(issuer.startswith(fold(unit.name)) for unit in nearest.assignment.units)


def _only_helps(given: Assignment, matches: list[_Ranked]) -> bool:
    """Whether who is said to work with another ("Ban Tổ chức phối hợp với Ban Tuyên giáo") does so where that leads.

    So too where anybody else is said to lead the very same section.
    """
    if WORKS_WITH not in given.doubts:
        return False
    helped = [unit.name for unit in given.cooperating]
    others = [match.assignment for match in matches if match.assignment is not given and match.assignment.units]
    if any(other.scope is given.scope and not other.level and WORKS_WITH not in other.doubts for other in others):
        return True
    return any(is_called(unit.name, name) for other in others for unit in other.units for name in helped)


def is_called(name: str, short: str) -> bool:
    """Whether a body goes by a name or by its first words: "Ban Chính sách" for "Ban Chính sách và Pháp luật"."""
    name, short = name.lower(), short.lower()
    return name == short or (" " in short and name.startswith(f"{short} "))


def _only_begins_with_name(draft: Draft) -> bool:
    """Whether nothing but the first words of a passage say who leads: no order, no label, no table column."""
    return bool(draft.lead) and draft.block.columns is None and draft.lead[0].span.start == draft.start


def _rank_of_whole(given: Assignment) -> float:
    if given.level:
        return LEVEL - 0.5
    return REST if given.remainder else WHOLE


def _rank(given: Assignment, depth: int) -> float:
    if given.quote is not None:
        return QUOTE
    if given.level:
        return LEVEL + depth
    return SECTION + depth - (0.5 if given.remainder else 0.0)


def _depth(block: Block) -> int:
    depth = 0
    while block.parent is not None:
        block, depth = block.parent, depth + 1
    return depth


def _take(draft: Draft, given: list[Assignment], rank: float) -> None:
    draft.rank = rank
    draft.doubts = [doubt for doubt in draft.doubts if doubt != "lead_by_subject"]
    draft.assigned_by = given[0].passage
    draft.lead = []
    for assignment in given:
        _add(draft.lead, assignment.units)
        _add(draft.cooperating, assignment.cooperating)
        draft.doubts += assignment.doubts
        draft.time = draft.time or assignment.time
    if len(given) > 1 and len(draft.lead) > len(given[0].units):
        draft.doubts.append("two_leads")
    if rank < LEVEL - 0.5:
        draft.doubts.append("lead_of_whole")


def _add(units: list[Unit], more: list[Unit]) -> None:
    names = {unit.name for unit in units}
    units += [unit for unit in more if unit.name not in names]
