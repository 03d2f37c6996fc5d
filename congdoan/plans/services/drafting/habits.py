"""What earlier papers of the organ suggest where this one does not say who leads: a choice to confirm, never done."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from congdoan.documents.reading.habits.topics import topic_of
from congdoan.plans.models import Doubt, PartyRole, Plan, RuleSource, Section, SectionHabit, Task, TaskParty
from congdoan.plans.queries.rules.habits import habits_in_force

HABIT_LEAD: Final = "habit_lead"
NO_LEAD: Final = "no_lead"
_MOST_PAPERS: Final = 3


def suggest_leads(
    plan: Plan, tasks: Sequence[Task], sections: Mapping[str, Section], made: Sequence[Doubt]
) -> list[Doubt]:
    """`made` with one doubt for each section without leads that a rule speaks of, in place of those of its tasks."""
    unled = _without_lead(plan, tasks)
    topics = {number: topic_of(section.title) for number, section in sections.items()}
    rules = habits_in_force(plan.unit.organ_id, set(topics.values()) - {""}) if unled else {}
    found: dict[str, SectionHabit] = {}
    answered: set[int] = set()
    for task in unled:
        number = _nearest_ruled(task.section.number if task.section else "", topics, rules)
        if number:
            found[number] = rules[topics[number]]
            answered.add(task.pk)
    suggested = [_doubt(plan, sections[number], habit, unled) for number, habit in found.items()]
    return [*suggested, *(d for d in made if not (d.code == NO_LEAD and d.task_id in answered))]


def _without_lead(plan: Plan, tasks: Sequence[Task]) -> list[Task]:
    led = set(TaskParty.objects.filter(task__plan=plan, role=PartyRole.LEAD).values_list("task", flat=True))
    return [task for task in tasks if task.pk not in led]


def _nearest_ruled(number: str, topics: Mapping[str, str], rules: Mapping[str, SectionHabit]) -> str:
    """The section of that number, or the nearest above it, on whose topic there is a rule."""
    while number and topics.get(number) not in rules:
        number = number.rpartition(".")[0]
    return number


def _doubt(plan: Plan, section: Section, habit: SectionHabit, unled: Sequence[Task]) -> Doubt:
    first = next(t for t in unled if t.section and f"{t.section.number}.".startswith(f"{section.number}."))
    papers = [_paper(source) for source in habit.sources.all()]
    about = {"sections": [section.number], "unled": True}
    choices: list[dict[str, Any]] = [
        {
            "label": f"{habit.unit} chủ trì mục {section.printed or section.number}",
            "effect": {"kind": "lead", "unit": habit.unit_id, "match": TaskParty.Match.HABIT, **about},
            "habit": habit.pk,
            "papers": papers[-_MOST_PAPERS:],
        },
        {"label": "Chọn đơn vị khác chủ trì", "effect": {"kind": "pick_lead", **about}},
        {"label": "Chưa có đơn vị chủ trì", "effect": {"kind": "keep"}},
    ]
    message = (
        f"Văn bản không ghi ai chủ trì. {len(papers)} văn bản trước đều giao mục “{habit.title}” cho {habit.unit}."
    )
    return Doubt(
        plan=plan,
        code=HABIT_LEAD,
        message=message,
        section=section,
        start=first.start,
        end=first.end,
        choices=choices,
        suggested=0,
    )


def _paper(source: RuleSource) -> dict[str, Any]:
    return {"plan": source.plan_id, "name": source.plan.symbol or source.plan.subject}
