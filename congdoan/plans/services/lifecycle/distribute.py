"""Gives tasks to units, in the database alone.

One assignment for each task and unit, one work item for each assignment.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import connection

from congdoan.core import clock
from congdoan.plans.models import Plan
from congdoan.plans.services.work.open_periods import open_periods
from congdoan.worklist.services.items import open_work_from

# "Each district" becomes one row for each district that exists on the day.
_PARTIES = """
    select party.task_id, party.unit_id, party.role
      from plans_taskparty party
     where party.unit_id is not null and party.task_id = any(%(tasks)s)
    union all
    select party.task_id, unit.id, party.role
      from plans_taskparty party
      join organisation_unit unit on unit.kind = party.audience
     where party.unit_id is null and party.task_id = any(%(tasks)s)
       and unit.path like %(under)s and unit.starts_on <= %(on)s and (unit.ends_on is null or unit.ends_on > %(on)s)
       and (unit.kind not in ('department', 'inspection') or unit.parent_id = %(plan_unit)s)
"""
# Where a unit both leads and cooperates, it leads.
_GIVEN = f"select distinct on (task_id, unit_id) * from ({_PARTIES}) as party order by task_id, unit_id, role desc"  # noqa: S608
_ASSIGN = f"""
    insert into plans_assignment (plan_id, task_id, unit_id, role, state, due, given_on, open_obstacles)
    select %(plan)s, task.id, given.unit_id, given.role, 'new', task.due, %(on)s, 0
      from ({_GIVEN}) as given
      join plans_task task on task.id = given.task_id
    on conflict (task_id, unit_id) do nothing
"""  # noqa: S608
_TARGETS = """
    insert into plans_assignmenttarget (assignment_id, target_id, name, unit_text, total, reached, "order")
    select assignment.id, target.id, left(target.text, 200), target.unit_text, target.value, 0, target."order"
      from plans_target target
      join plans_assignment assignment on assignment.task_id = target.task_id and assignment.role = 'lead'
     where target.task_id = any(%(tasks)s) and target.value is not null and assignment.given_on = %(on)s
       and not exists (select 1 from plans_assignmenttarget kept where kept.assignment_id = assignment.id)
"""
_WORK = """
    select 'plans.take', assignment.id, task.title,
           case assignment.role when 'lead' then 'Chủ trì' else 'Phối hợp' end
             || ' · Nhiệm vụ ' || task.number || ', ' || %s,
           assignment.unit_id, 'tasks.assign', null::bigint, %s::bigint, assignment.due, false
      from plans_assignment assignment
      join plans_task task on task.id = assignment.task_id
     where assignment.task_id = any(%s) and assignment.state = 'new'
       and not exists (select 1 from worklist_workitem open
                        where open.kind = 'plans.take' and open.object_id = assignment.id and open.state = 'open')
"""


def wanted_parties(plan: Plan, task_ids: Sequence[int], *, on: date) -> list[tuple[int, int, str]]:
    """(task id, unit id, role) as the tasks' parties say for the day, before anything is assigned."""
    with connection.cursor() as cursor:
        cursor.execute(_GIVEN, _values(plan, task_ids, on))
        return list(cursor.fetchall())


def assign_tasks(plan: Plan, task_ids: Sequence[int], *, on: date) -> int:
    """Make the assignments of these tasks with the figures to count; returns how many. Existing ones stay."""
    values = _values(plan, task_ids, on)
    with connection.cursor() as cursor:
        cursor.execute(_ASSIGN, values)
        made = int(cursor.rowcount)
        cursor.execute(_TARGETS, values)
    open_periods(task_ids, on=clock.today())
    return made


def open_take_work(plan: Plan, task_ids: Sequence[int]) -> int:
    """Put every new assignment of these tasks on its unit's desk; returns how many."""
    return open_work_from(_WORK, [str(plan), plan.unit_id, list(task_ids)])


def count_receivers(plan: Plan, *, on: date) -> tuple[int, int]:
    """How many assignments and how many units issuing would make: what the confirmation says."""
    values = _values(plan, list(plan.tasks.filter(withdrawn_on=None).values_list("pk", flat=True)), on)
    with connection.cursor() as cursor:
        cursor.execute(
            f"select count(distinct (task_id, unit_id)), count(distinct unit_id) from ({_PARTIES}) as party",  # noqa: S608
            values,
        )
        assignments, units = cursor.fetchone()
    return assignments, units


def _values(plan: Plan, task_ids: Sequence[int], on: date) -> dict[str, Any]:
    return {
        "plan": plan.pk,
        "tasks": list(task_ids),
        "under": f"{plan.unit.path}%",
        "plan_unit": plan.unit_id,
        "on": on,
    }
