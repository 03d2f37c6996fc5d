"""The task table of a plan, as rows for sheets and annexes."""

from dataclasses import dataclass
from datetime import date

from congdoan.plans.models import PartyRole, Plan, Section, Task


@dataclass(frozen=True, slots=True)
class TaskRow:
    number: str
    section: str
    title: str
    text: str
    lead: str
    cooperating: str
    due: str
    day: date | None
    often: str
    product: str
    after: str


def task_rows(plan: Plan) -> list[TaskRow]:
    """The tasks that are in force, in the plan's order; three queries whatever their number."""
    tasks = plan.tasks.filter(withdrawn_on=None).select_related("section", "after").prefetch_related("parties__unit")
    return [_row(task) for task in tasks]


def due_words(task: Task) -> str:
    """The day, with how often it recurs; the paper's own words when it gives neither."""
    day = f"{task.due:%d/%m/%Y}" if task.due else ""
    often = task.get_recurrence_display() if task.recurrence else ""
    return ", ".join(part for part in (often, day) if part) or task.due_text


def party_names(task: Task, role: str) -> str:
    """Names of the parties in that role; asks nothing when parties are prefetched."""
    return ", ".join(str(party) for party in task.parties.all() if party.role == role)


def _section_words(section: Section) -> str:
    return f"{section.number} {section.short_title or section.title}".strip()


def _row(task: Task) -> TaskRow:
    return TaskRow(
        number=task.number,
        section=_section_words(task.section) if task.section else "",
        title=task.title,
        text=task.text,
        lead=party_names(task, PartyRole.LEAD),
        cooperating=party_names(task, PartyRole.COOPERATING),
        due=due_words(task),
        day=task.due,
        often=task.get_recurrence_display() if task.recurrence else ("" if task.due else task.due_text),
        product=task.product,
        after=f"mục {task.after.number}" if task.after and not task.after.withdrawn_on else "",
    )
