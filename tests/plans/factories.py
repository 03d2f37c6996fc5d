"""Issued plans for tests, straight into the tables: tasks, assignments and the work items that issuing opens."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.db import connection

from congdoan.organisation.models import Unit
from congdoan.plans.models import (
    Assignment,
    AssignmentState,
    AssignmentTarget,
    PartyRole,
    Plan,
    PlanState,
    Section,
    Task,
)
from congdoan.worklist.models import WorkItem
from tests.world import Federation

ISSUED = date(2022, 9, 12)


def make_plan(federation: Federation, *, coordinator: Unit | None = None, **more: Any) -> Plan:
    """Plan 34/KH-LĐLĐ of the province, running, coordinated by its office."""
    fields = {"symbol": "34/KH-LĐLĐ", "number": 34, "subject": "Cải cách hành chính trong hệ thống Công đoàn", **more}
    return Plan.objects.create(
        unit=federation.province,
        coordinator=coordinator or federation.office,
        state=PlanState.RUNNING,
        issued_on=ISSUED,
        until=date(2025, 12, 31),
        signer=federation["chutich"],
        **fields,
    )


def make_section(plan: Plan, number: str, title: str) -> Section:
    order = plan.sections.count()
    return Section.objects.create(plan=plan, number=number, printed=number, title=title, short_title=title, order=order)


def make_task(plan: Plan, number: str = "III.2.c", title: str = "Hệ thống hóa thủ tục", **more: Any) -> Task:
    fields = {"due": date(2023, 3, 22), "text": f"{title} hành chính tại đơn vị.", **more}
    return Task.objects.create(plan=plan, number=number, title=title, order=plan.tasks.count(), **fields)


def give(
    task: Task, unit: Unit, *, role: str = PartyRole.LEAD, state: str = AssignmentState.NEW, **more: Any
) -> Assignment:
    """Give the task to the unit, with the work item that the state calls for."""
    fields = {"due": task.due, "given_on": ISSUED, **more}
    if state != AssignmentState.NEW:
        fields.setdefault("taken_on", ISSUED + timedelta(days=20))
    assignment = Assignment.objects.create(plan=task.plan, task=task, unit=unit, role=role, state=state, **fields)
    if state in _WORK:
        _open_work(assignment, *_WORK[state])
    return assignment


def give_all(task: Task, units: Sequence[Unit], **more: Any) -> list[Assignment]:
    return [give(task, unit, **more) for unit in units]


def count(
    assignment: Assignment, name: str = "Thủ tục đã hệ thống hóa", total: int = 24, **more: Any
) -> AssignmentTarget:
    fields = {"unit_text": "thủ tục", "order": assignment.targets.count(), **more}
    return AssignmentTarget.objects.create(assignment=assignment, name=name, total=total, **fields)


def make_units_at_once(parent: Unit, number: int) -> list[int]:
    """Ids of many grassroots unions under `parent`, made in the database."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            insert into organisation_unit (name, short_name, kind, parent_link, parent_id, depth, starts_on, path,
                symbol, place, code, address, phone, email, rank, sort_key, folded, words)
            select 'CĐCS số ' || n, 'CĐCS số ' || n, 'grassroots', 'direct', %s, %s, '2018-01-01', '', '', '',
                '', '', '', '', 100, to_char(n, '000000'), 'cdcs so ' || n, 'cdcs so ' || n
            from generate_series(1, %s) n returning id
            """,
            [parent.pk, parent.depth + 1, number],
        )
        ids = [row[0] for row in cursor.fetchall()]
        cursor.execute("update organisation_unit set path = %s || id || '/' where id = any(%s)", [parent.path, ids])
    return ids


def give_at_once(tasks: Sequence[Task], unit_ids: Sequence[int], *, states: Sequence[str]) -> None:
    """Give each task to each unit to lead, in the database; the states go round among the units. Opens no work."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            insert into plans_assignment (plan_id, task_id, unit_id, role, state, due, given_on, open_obstacles)
            select task.plan_id, task.id, unit_id, 'lead', (%s::text[])[1 + unit_id %% %s], task.due, %s, 0
            from plans_task task, unnest(%s::bigint[]) unit_id where task.id = any(%s)
            """,
            [list(states), len(states), ISSUED, list(unit_ids), [task.pk for task in tasks]],
        )


_WORK = {AssignmentState.NEW: ("plans.take", "tasks.assign"), AssignmentState.DOING: ("plans.report", "tasks.report")}


def _open_work(assignment: Assignment, kind: str, action: str) -> None:
    WorkItem.objects.create(
        kind=kind,
        object_id=assignment.pk,
        title=assignment.task.title,
        unit=assignment.unit,
        action=action,
        due=assignment.due,
        opened_on=ISSUED,
        given_by_unit=assignment.plan.unit,
    )
