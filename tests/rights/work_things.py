"""Work that the province gave the district: parts in every state, a report, a difficulty, items on the desk."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from congdoan.accounts.models import User
from congdoan.documents.models import ReadingPage
from congdoan.organisation.models import Unit
from congdoan.plans.models import (
    Assignment,
    AssignmentState,
    Executor,
    Obstacle,
    Plan,
    PlanState,
    ProgressReport,
    ReportState,
    SharedAnswer,
    Task,
)
from congdoan.worklist.models import WorkItem
from tests.plans.factories import ISSUED, give
from tests.plans.readings import draft
from tests.rights import target_things
from tests.rights.office_things import a_file
from tests.rights.people import TODAY

STATES = ("new", "doing", "to_confirm", "to_accept", "paused")


def things(places: Mapping[str, Unit], owner: User, colleague: User) -> dict[str, dict[str, Any]]:
    plan = plan_from_above(places["above"], User.objects.get(username="chutich"))
    first, *_ = tasks = list(plan.tasks.order_by("order"))
    parts = {state: _given(task, places["own"], state) for task, state in zip(tasks, STATES, strict=True)}
    give(first, places["sister"])
    doing = parts["doing"]
    for person in (owner, colleague):
        Executor.objects.create(assignment=doing, user=person, given_on=TODAY)
    for state in ("to_confirm", "to_accept"):
        report_of(parts[state], colleague, state)
    return {
        **target_things.of_plan_above(plan, places, owner),
        "plan_above": {"plan_id": plan.pk},
        "task_above": {"plan_id": plan.pk, "task_id": doing.task_id},
        **{state: {"assignment_id": part.pk, "user_id": colleague.pk} for state, part in parts.items()},
        "report": _file_of(report_of(doing, colleague, ReportState.NOTED)),
        "draft_report": _file_of(report_of(doing, owner, ReportState.DRAFT)),
        "alone_obstacle": {"obstacle_id": alone_of(places["own"], colleague, places["above"]).pk},
        "obstacle": {"obstacle_id": obstacle_of(doing, colleague, places["above"]).pk},
        "answered_obstacle": {"obstacle_id": _answered(obstacle_of(doing, colleague, places["above"]), colleague).pk},
        "shared_answer": {"answer_id": answer_from(places["above"], User.objects.get(username="chutich")).pk},
        "item": {"item_id": WorkItem.objects.get(kind="plans.report", object_id=doing.pk).pk},
        "item_of_plan": {"item_id": _to_approve(places["own"]).pk},
    }


def plan_from_above(unit: Unit, by: User) -> Plan:
    """Read from a paper with pictures of its pages, issued, coordinated by the unit itself."""
    plan = draft(unit, by)
    Plan.objects.filter(pk=plan.pk).update(
        state=PlanState.RUNNING, issued_on=ISSUED, number=9, symbol="9/KH-LĐLĐ", coordinator=None
    )
    assert plan.reading is not None
    ReadingPage.objects.create(
        reading=plan.reading, number=1, start=0, end=len(plan.reading.text), image=a_file("trang-tren.png", by)
    )
    return Plan.objects.get(pk=plan.pk)


def report_of(assignment: Assignment, by: User, state: str, text: str = "Đã làm") -> ProgressReport:
    finishes = state in (ReportState.TO_CONFIRM, ReportState.TO_ACCEPT)
    report = ProgressReport.objects.create(
        assignment=assignment, by=by, on=TODAY, text=text, state=state, finishes=finishes
    )
    report.files.add(a_file(f"{text}-{state}.txt", by))
    return report


def obstacle_of(assignment: Assignment, by: User, routed_to: Unit, text: str = "Thiếu người") -> Obstacle:
    return Obstacle.objects.create(
        assignment=assignment, text=text, routed_to=routed_to, due=TODAY, raised_by=by, raised_on=TODAY
    )


def alone_of(
    unit: Unit, by: User, routed_to: Unit, plan: Plan | None = None, text: str = "Trụ sở xuống cấp"
) -> Obstacle:
    """A difficulty that the unit raised alone: with the paper, else in general."""
    return Obstacle.objects.create(
        unit=unit, plan=plan, subject=text, text=text, routed_to=routed_to, due=TODAY, raised_by=by, raised_on=TODAY
    )


def answer_from(unit: Unit, by: User, text: str = "Thiếu người làm thì sao?") -> SharedAnswer:
    return SharedAnswer.objects.create(unit=unit, question=text, answer=text, published_by=by, published_on=TODAY)


def _answered(obstacle: Obstacle, by: User) -> Obstacle:
    obstacle.state, obstacle.answer, obstacle.answered_by, obstacle.answered_on = "answered", "Đã cử", by, TODAY
    obstacle.save()
    return obstacle


def _given(task: Task, unit: Unit, state: str) -> Assignment:
    task.due = task.due or date(2023, 6, 30)
    return give(task, unit, state=AssignmentState(state))


def _file_of(report: ProgressReport) -> dict[str, Any]:
    return {"report_id": report.pk, "file_id": report.files.get().pk}


def _to_approve(unit: Unit) -> WorkItem:
    return WorkItem.objects.create(
        kind="plans.approve", object_id=1, title="Duyệt", unit=unit, action="plans.approve", opened_on=TODAY
    )
