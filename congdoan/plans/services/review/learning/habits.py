"""Who leads sections on which topic, as the reviewed papers of an organ say."""

from datetime import date

from congdoan.accounts.models import User
from congdoan.documents.reading.habits.topics import topic_of
from congdoan.documents.reading.model import PlanReading
from congdoan.documents.reading.outline.parts import IMPLEMENTATION, PURPOSE, SITUATION
from congdoan.plans.models import PartyRole, Plan, RuleSource, SectionHabit
from congdoan.plans.services.review.learning.drafted import Drafted

Observed = dict[tuple[str, int], str]
_OTHER_PARTS = (IMPLEMENTATION, PURPOSE, SITUATION)


def observe_habits(plan: Plan, read: PlanReading, drafted: Drafted, *, by: User, on: date) -> None:
    """Note for each topic the units that lead it in this plan; what was noted of the plan before goes.

    Two units on one topic contradict each other, in one paper or in two: then neither is a rule.
    """
    organ_id = plan.unit.organ_id
    RuleSource.objects.filter(plan=plan, habit__isnull=False).delete()
    observed = _observed(read, drafted)
    SectionHabit.objects.bulk_create(
        (SectionHabit(scope_id=organ_id, topic=t, unit_id=u, title=title[:300]) for (t, u), title in observed.items()),
        ignore_conflicts=True,
    )
    habits = SectionHabit.objects.filter(scope=organ_id, topic__in={topic for topic, _ in observed})
    RuleSource.objects.bulk_create(
        RuleSource(habit=habit, plan=plan, by=by, on=on) for habit in habits if (habit.topic, habit.unit_id) in observed
    )
    SectionHabit.objects.filter(scope=organ_id, sources=None, revoked_at=None).delete()


def _observed(read: PlanReading, drafted: Drafted) -> Observed:
    """(topic, unit) → heading, for headings of the contents all of whose tasks are led by single units."""
    parts = {section.number: section.part for section in read.sections}
    leads = _leads_under(drafted)
    found: Observed = {}
    for row in drafted.now["section"].values():
        topic = "" if parts.get(row["number"]) in _OTHER_PARTS else topic_of(row["title"])
        units = leads.get(row["number"], {None})
        if topic and None not in units:
            found |= {(topic[:200], unit): row["short_title"] or row["title"] for unit in units if unit}
    return found


def _leads_under(drafted: Drafted) -> dict[str, set[int | None]]:
    """By number of a section the units that lead tasks anywhere under it; None stands for a level, or nobody."""
    by_task: dict[str, set[int | None]] = {key: set() for key in drafted.now["task"]}
    for row in drafted.now["party"].values():
        if row["role"] == PartyRole.LEAD:
            by_task.setdefault(str(row["task_id"]), set()).add(row["unit_id"])
    numbers = {key: row["number"] for key, row in drafted.now["section"].items()}
    found: dict[str, set[int | None]] = {}
    for key, row in drafted.now["task"].items():
        number = numbers.get(str(row["section_id"]), "")
        while number:
            found.setdefault(number, set()).update(by_task[key] or {None})
            number = number.rpartition(".")[0]
    return found
