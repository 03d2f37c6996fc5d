"""Turns printed names into the units they mean."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from congdoan.documents.reading.model import Span
from congdoan.documents.reading.model import Task as ReadTask
from congdoan.organisation.matching import Matcher, UnitMatch
from congdoan.organisation.models import Unit
from congdoan.plans.models import PartyRole, Task, TaskParty


@dataclass(slots=True)
class Unknown:
    """Printed words that mean no unit for sure: `candidates` are the units they may mean."""

    printed: str
    candidates: list[Unit]
    tasks: list[Task] = field(default_factory=list)
    span: Span | None = None


class PartyMaker:
    """Makes the parties of a paper's tasks; asks for each printed name once and remembers what stayed unknown."""

    def __init__(self, unit: Unit) -> None:
        self._matcher = Matcher(unit)
        self._known: dict[str, list[UnitMatch]] = {}
        self.unknown: dict[str, Unknown] = {}

    def match(self, printed: str) -> list[UnitMatch]:
        if printed not in self._known:
            self._known[printed] = self._matcher.match(printed) or [UnitMatch(printed, "none")]
        return self._known[printed]

    def unit_of(self, printed: str) -> Unit | None:
        """The one unit that the words mean, if they mean just one."""
        found = self.match(printed)
        return found[0].unit if len(found) == 1 else None

    def parties(self, task: Task, read: ReadTask) -> list[TaskParty]:
        """Leads, then cooperating units, each once."""
        leads = self._named(task, read.lead, read.lead_spans or _span(read.assigned_by), PartyRole.LEAD)
        if not any(party.unit_id or party.audience for party in leads) and read.audience:
            leads = [_party(task, PartyRole.LEAD, audience=kind, match="abbreviation") for kind in read.audience]
        others = self._named(task, read.cooperating, _span(read.assigned_by), PartyRole.COOPERATING)
        return _once([*leads, *others])

    def _named(self, task: Task, names: Sequence[str], spans: Sequence[Span], role: PartyRole) -> list[TaskParty]:
        made: list[TaskParty] = []
        for place, printed in enumerate(names):
            span = spans[min(place, len(spans) - 1)] if spans else None
            for match in self._certain(task, printed, span):
                party = _party(task, role, unit=match.unit, audience=match.audience, match=match.how)
                party.printed = match.part[:250]
                party.start, party.end = (span.start, span.end) if span else (None, None)
                made.append(party)
        return made

    def _certain(self, task: Task, printed: str, span: Span | None) -> Iterable[UnitMatch]:
        """One match for each part; a part with several meanings, or none, is noted and stays unmatched."""
        for match in self.match(printed):
            if match.how != "none" and not match.doubtful:
                yield match
                continue
            known = match.part in self.unknown
            unknown = self.unknown.setdefault(match.part, Unknown(match.part, [], span=span))
            if match.unit and match.unit not in unknown.candidates:
                unknown.candidates.append(match.unit)
            if task not in unknown.tasks:
                unknown.tasks.append(task)
                yield UnitMatch(match.part, "none")
            elif not known:
                yield UnitMatch(match.part, "none")


def _span(span: Span | None) -> tuple[Span, ...]:
    return (span,) if span else ()


def _party(
    task: Task, role: PartyRole, *, unit: Unit | None = None, audience: str = "", match: str = "none"
) -> TaskParty:
    return TaskParty(task=task, role=role, unit=unit, audience=audience, match=match)


def _once(parties: Iterable[TaskParty]) -> list[TaskParty]:
    """A unit that leads does not also cooperate."""
    seen: dict[tuple[int | None, str, str], TaskParty] = {}
    for party in parties:
        name = "" if party.unit_id or party.audience else party.printed
        seen.setdefault((party.unit_id, party.audience, name), party)
    for order, party in enumerate(seen.values()):
        party.order = order
    return list(seen.values())
