"""Opens the period in which recurring work is due: one statement for all units of a task."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db import connection

from congdoan.core.periods import Period, has_periods, period_of
from congdoan.plans.models import Task
from congdoan.plans.recurring.due import due_of

# Work that was done in its last period begins again; work done before periods were kept stays done.
_OPEN = """
    with opened as (
        insert into plans_workperiod (assignment_id, name, starts_on, ends_on, due, turns_on, state)
        select assignment.id, %(name)s, %(starts)s, %(ends)s, %(due)s, %(turns)s, 'open'
          from plans_assignment assignment
         where assignment.task_id = %(task)s and assignment.state <> 'withdrawn'
           and not exists (select 1 from plans_workperiod last
                            where last.assignment_id = assignment.id and last.is_last)
           and (assignment.state <> 'done'
                or exists (select 1 from plans_workperiod before where before.assignment_id = assignment.id))
        on conflict (assignment_id, starts_on) do update
            set state = 'open', closed_on = null, due = excluded.due, turns_on = excluded.turns_on, is_last = true
        returning assignment_id
    )
    update plans_assignment assignment
       set due = %(due)s, state = case state when 'done' then 'doing' else state end, done_on = null
      from opened where assignment.id = opened.assignment_id
"""


def open_periods(task_ids: Iterable[int], *, on: date) -> None:
    """Open the period of the day for every part in these tasks that has none."""
    for task in Task.objects.filter(pk__in=task_ids).exclude(recurrence=""):
        if has_periods(task.recurrence):
            run_for(task, period_of(task.recurrence, on), _OPEN)


def run_for(task: Task, period: Period, sql: str, **more: Any) -> int:
    """Run a statement about a period of the task; returns how many rows it touched."""
    due = due_of(period, task.due_text)
    turns = max(period.ends_on, due) + timedelta(days=1)
    values: dict[str, Any] = {"task": task.pk, "due": due, "turns": turns, **more}
    values |= {"name": period.name, "starts": period.starts_on, "ends": period.ends_on}
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return int(cursor.rowcount)
