"""The work items of an assignment: what its unit, its people and its coordinator must do next."""

from dataclasses import replace
from datetime import date

from congdoan.core import clock
from congdoan.core.rules import rule_on
from congdoan.core.workdays import add_workdays
from congdoan.organisation.models import Unit
from congdoan.plans.models import Assignment, Executor, Obstacle
from congdoan.plans.queries.work.coordination import coordinating_unit
from congdoan.worklist.services.items import NewWork, close_work, open_work

TAKE, REPORT, EXECUTE = "plans.take", "plans.report", "plans.execute"
CONFIRM, ACCEPT, ANSWER = "plans.confirm", "plans.accept", "plans.answer"


def source_of(assignment: Assignment) -> str:
    """As issuing writes it: "Chủ trì · Nhiệm vụ III.2.c, Kế hoạch 34/KH-LĐLĐ"."""
    return f"{assignment.get_role_display()} · Nhiệm vụ {assignment.task.number}, {assignment.plan}"


def open_report(assignment: Assignment) -> None:
    """The unit owes a report; so do the persons whose part is not done."""
    given_by = assignment.plan.unit_id
    open_work(
        [
            _work(assignment, REPORT, assignment.unit_id, "tasks.report", assignment.due, given_by=given_by),
            *(_part(assignment, executor) for executor in assignment.executors.filter(done_on=None)),
        ]
    )


def open_part(assignment: Assignment, executor: Executor) -> None:
    open_work([_part(assignment, executor)])


def open_take(assignment: Assignment) -> None:
    given_by = assignment.plan.unit_id
    open_work([_work(assignment, TAKE, assignment.unit_id, "tasks.assign", assignment.due, given_by=given_by)])


def open_confirm(assignment: Assignment) -> None:
    open_work([_work(assignment, CONFIRM, assignment.unit_id, "tasks.confirm", assignment.due)])


def open_accept(assignment: Assignment) -> None:
    unit = coordinating_unit(assignment.plan)
    due = _in_workdays("plans.accept.days")
    open_work([_work(assignment, ACCEPT, unit.pk, "plans.coordinate", due, given_by=assignment.unit_id)])


def open_answer(obstacle: Obstacle, unit: Unit) -> None:
    open_work(
        [
            NewWork(
                kind=ANSWER,
                object_id=obstacle.pk,
                title=f"Vướng mắc: {obstacle.about}",
                source=obstacle.place,
                unit_id=unit.pk,
                action="plans.coordinate",
                due=obstacle.due,
                given_by_unit_id=obstacle.asker.pk,
            )
        ]
    )


def close_all(assignment: Assignment, *, cancelled: bool = False) -> None:
    """Nobody has anything left to do with the assignment itself."""
    for kind in (TAKE, REPORT, EXECUTE, CONFIRM, ACCEPT):
        close_work(kind, [assignment.pk], cancelled=cancelled)


def obstacle_due() -> date:
    return _in_workdays("plans.obstacle.days")


def _in_workdays(rule: str) -> date:
    today = clock.today()
    return add_workdays(today, int(rule_on(rule, today)))


def _part(assignment: Assignment, executor: Executor) -> NewWork:
    """A person's own part, told apart from the unit's report on the same task."""
    part = _work(
        assignment,
        EXECUTE,
        assignment.unit_id,
        "tasks.report",
        executor.due or assignment.due,
        user_id=executor.user_id,
        given_by=assignment.unit_id,
    )
    part_words = executor.note or "Phần việc được phân công"
    return replace(part, source=f"{part_words} · Nhiệm vụ {assignment.task.number}, {assignment.plan}")


def _work(
    assignment: Assignment,
    kind: str,
    unit_id: int,
    action: str,
    due: date | None,
    *,
    user_id: int | None = None,
    given_by: int | None = None,
) -> NewWork:
    return NewWork(
        kind=kind,
        object_id=assignment.pk,
        title=assignment.task.title,
        source=source_of(assignment),
        unit_id=unit_id,
        action=action,
        due=due,
        user_id=user_id,
        given_by_unit_id=given_by,
    )
