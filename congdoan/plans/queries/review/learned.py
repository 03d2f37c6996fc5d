"""From which earlier papers a draft's values come that a learned rule gave."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q

from congdoan.documents.reading.habits.topics import topic_of
from congdoan.organisation.naming import is_way_to_write
from congdoan.plans.models import Plan, RuleSource, Section, Task, TaskParty

Match = TaskParty.Match
_MOST = 3


@dataclass(frozen=True, slots=True)
class RulePaper:
    """An earlier plan; `plan_id` is None when it is not of the draft's own unit, and so perhaps not to be opened."""

    name: str
    plan_id: int | None


@dataclass(slots=True)
class Learned:
    """The latest papers behind each name that was confirmed for a unit, and behind each unit that leads a topic."""

    names: dict[int, list[tuple[str, RulePaper]]] = field(default_factory=dict)
    habits: dict[tuple[str, int], list[RulePaper]] = field(default_factory=dict)
    sections: dict[str, Section] = field(default_factory=dict)

    def papers_of(self, party: TaskParty, number: str) -> tuple[RulePaper, ...]:
        """Those behind a party of a task in the section of that number."""
        if party.match == Match.ALIAS:
            known = self.names.get(party.unit_id or 0, ())
            return tuple(paper for text, paper in known if is_way_to_write(party.printed, text))[:_MOST]
        while party.match == Match.HABIT and number:
            section = self.sections.get(number)
            if section and (found := self.habits.get((topic_of(section.title), party.unit_id or 0))):
                return tuple(found[:_MOST])
            number = number.rpartition(".")[0]
        return ()


def learned(plan: Plan, headings: Iterable[Section], tasks: Iterable[Task]) -> Learned:
    """One query, and none when no rule gave anything."""
    parties = [party for task in tasks for party in task.parties.all()]
    called = {party.unit_id for party in parties if party.match == Match.ALIAS}
    leading = {party.unit_id for party in parties if party.match == Match.HABIT}
    found = Learned(sections={section.number: section for section in headings})
    if not called and not leading:
        return found
    above = [int(part) for part in plan.unit.organ_path.strip("/").split("/")]
    named = Q(alias__scope__in=above, alias__unit__in=called)
    led = Q(habit__scope=plan.unit.organ_id, habit__unit__in=leading)
    sources = RuleSource.objects.filter(named | led).exclude(plan=plan).select_related("alias", "habit", "plan")
    for source in sources.order_by("-on", "-pk"):
        paper = _paper(source, plan)
        if source.alias:
            found.names.setdefault(source.alias.unit_id, []).append((source.alias.text, paper))
        elif source.habit:
            found.habits.setdefault((source.habit.topic, source.habit.unit_id), []).append(paper)
    return found


def _paper(source: RuleSource, plan: Plan) -> RulePaper:
    own = source.plan.unit_id == plan.unit_id
    name = source.plan.symbol or source.plan.subject
    return RulePaper(name if own else f"văn bản ngày {source.on:%d/%m/%Y}", source.plan_id if own else None)
