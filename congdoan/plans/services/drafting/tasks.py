"""Tasks, their parties and targets, from what was read."""

from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal

from congdoan.core.text import fold
from congdoan.documents.models import ReadingPage
from congdoan.documents.reading.model import PlanReading
from congdoan.documents.reading.model import Task as ReadTask
from congdoan.plans.models import Plan, Section, Target, Task, TaskParty
from congdoan.plans.numbering import task_numbers
from congdoan.plans.services.drafting.parties import PartyMaker
from congdoan.plans.services.drafting.sections import nearest
from congdoan.plans.services.review.order import STEP
from congdoan.plans.titles import short_title


def make_tasks(plan: Plan, read: PlanReading, sections: dict[str, Section], pages: Sequence[ReadingPage]) -> list[Task]:
    """One task for each that was read, in the order of the paper."""
    tasks = [
        _task(plan, found, nearest(sections, found.section), place, pages)
        for place, found in enumerate(read.tasks, start=1)
    ]
    for task, number in zip(tasks, task_numbers(t.section.number if t.section else "" for t in tasks), strict=True):
        task.number = number[:40]
    return Task.objects.bulk_create(tasks)


def _task(plan: Plan, found: ReadTask, section: Section | None, place: int, pages: Sequence[ReadingPage]) -> Task:
    title = short_title(found.short_title or found.text)
    due = found.due
    own_due = due is not None and bool(due.date or due.recurrence)
    return Task(
        plan=plan,
        section=section,
        order=place * STEP,
        title=title[:300],
        text=found.text,
        due_text=due.text[:200] if due else "",
        due=due.date if due and own_due else plan.until,
        due_from_plan=not own_due and plan.until is not None,
        recurrence=(due.recurrence or "") if due else "",
        product=(found.product or "")[:300],
        start=found.start,
        end=found.end,
        page=_page_at(pages, found.start),
        folded=fold(f"{title} {found.text}"),
    )


def _page_at(pages: Sequence[ReadingPage], offset: int) -> int | None:
    place = bisect_right([page.start for page in pages], offset) - 1
    return pages[place].number if place >= 0 else None


def make_parties(tasks: Sequence[Task], read: PlanReading, maker: PartyMaker) -> None:
    """Who leads and who cooperates in each task."""
    made: list[TaskParty] = []
    for task, found in zip(tasks, read.tasks, strict=True):
        made.extend(maker.parties(task, found))
    TaskParty.objects.bulk_create(made)


def make_targets(plan: Plan, read: PlanReading, sections: dict[str, Section], tasks: Sequence[Task]) -> None:
    """Figures to reach; one that stands inside a task's words belongs to that task."""
    Target.objects.bulk_create(
        Target(
            plan=plan,
            section=nearest(sections, found.section),
            task=next((t for t in tasks if _within(found.start, t)), None),
            text=found.text,
            value=None if found.value is None else Decimal(str(found.value)),
            unit_text=(found.unit or "")[:60],
            order=place,
        )
        for place, found in enumerate(read.targets, start=1)
    )


def _within(offset: int, task: Task) -> bool:
    return task.start is not None and task.end is not None and task.start <= offset < task.end
