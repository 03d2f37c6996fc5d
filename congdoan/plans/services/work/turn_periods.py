"""When a period is over: it is closed as done or missed, and the next one lies on the desks."""

from datetime import date
from typing import Final

from django.db import connection, transaction
from django.urls import reverse

from congdoan.core.periods import period_of
from congdoan.plans.models import Task
from congdoan.plans.models.period import WorkPeriod
from congdoan.plans.services.work.items import CONFIRM, EXECUTE, REPORT, TAKE
from congdoan.plans.services.work.open_periods import open_periods, run_for
from congdoan.worklist.services.items import open_work_from
from congdoan.worklist.services.notices import tell_holders

MISSED: Final = "plans.missed"

# The last periods that are over, and parts of running plans that have none yet.
_TURNING: Final = """
    select assignment.task_id from plans_workperiod last
      join plans_assignment assignment on assignment.id = last.assignment_id
     where last.is_last and last.turns_on <= %(on)s and assignment.state in ('new', 'doing', 'done')
    union
    select task.id from plans_task task join plans_plan plan on plan.id = task.plan_id and plan.state = 'running'
     where task.recurrence in ('monthly', 'quarterly', 'half_yearly', 'yearly')
       and exists (select 1 from plans_assignment assignment
                    where assignment.task_id = task.id and assignment.state not in ('done', 'withdrawn')
                      and not exists (select 1 from plans_workperiod held where held.assignment_id = assignment.id))
"""
# A result that waits for a decision keeps its period open: whether it was done is not known yet. So does paused work.
_MISS: Final = """
    update plans_workperiod period set state = 'missed', closed_on = %(on)s
      from plans_assignment assignment
     where assignment.id = period.assignment_id and assignment.task_id = %(task)s
       and assignment.state in ('new', 'doing') and period.state = 'open' and period.turns_on <= %(on)s
"""
_LEAVE: Final = """
    update plans_workperiod period set is_last = false
      from plans_assignment assignment
     where assignment.id = period.assignment_id and assignment.task_id = %(task)s
       and assignment.state in ('new', 'doing', 'done')
       and period.is_last and period.state <> 'open' and period.turns_on <= %(on)s
"""
_BEGUN: Final = """
       from plans_workperiod period join plans_assignment assignment on assignment.id = period.assignment_id
      where period.state = 'open' and period.starts_on = %(starts)s and assignment.task_id = %(task)s
"""
_RENEW_PARTS: Final = f"""
    update plans_executor executor set done_on = null, due = null {_BEGUN}
       and executor.assignment_id = assignment.id and (executor.done_on < %(starts)s or executor.due < %(starts)s)
"""  # noqa: S608
_MOVE_WORK: Final = f"""
    update worklist_workitem item set due = %(due)s {_BEGUN}
       and item.object_id = assignment.id and item.state = 'open' and item.kind = any(%(kinds)s)
       and coalesce(item.due, '-infinity') < %(due)s
"""  # noqa: S608
_OWED: Final = """
      from plans_assignment assignment
      join plans_task task on task.id = assignment.task_id
      join plans_workperiod period on period.assignment_id = assignment.id and period.state = 'open'
"""
_ONLY_WITHOUT: Final = """
     where assignment.task_id = %s and assignment.state = 'doing' and period.starts_on = %s
       and not exists (select 1 from worklist_workitem held
                        where held.kind = %s and held.object_id = assignment.id and held.state = 'open'
"""
_REPORTS: Final = f"""
    select '{REPORT}', assignment.id, task.title,
           case assignment.role when 'lead' then 'Chủ trì' else 'Phối hợp' end
             || ' · Nhiệm vụ ' || task.number || ', ' || %s || ', ' || period.name,
           assignment.unit_id, 'tasks.report', null::bigint, %s::bigint, assignment.due, false
    {_OWED} {_ONLY_WITHOUT})
"""
_PARTS: Final = f"""
    select '{EXECUTE}', assignment.id, task.title,
           coalesce(nullif(executor.note, ''), 'Phần việc được phân công')
             || ' · Nhiệm vụ ' || task.number || ', ' || %s || ', ' || period.name,
           assignment.unit_id, 'tasks.report', executor.user_id, assignment.unit_id, assignment.due, false
    {_OWED}
      join plans_executor executor on executor.assignment_id = assignment.id and executor.done_on is null
    {_ONLY_WITHOUT} and held.user_id = executor.user_id)
"""


def turn_periods(*, on: date) -> int:
    """Close what is over and open what has begun, one transaction for each task; returns how many tasks turned.

    Nothing turns after the end of the plan: a last period that was not done stays owed.
    """
    with connection.cursor() as cursor:
        cursor.execute(_TURNING, {"on": on})
        tasks = [row[0] for row in cursor.fetchall()]
    return sum(_turn(task_id, on) for task_id in sorted(tasks))


@transaction.atomic
def _turn(task_id: int, on: date) -> bool:
    task = Task.objects.select_related("plan__unit").select_for_update(of=("self",)).get(pk=task_id)
    period = period_of(task.recurrence, on)
    if task.withdrawn_on or (task.plan.until and period.starts_on > task.plan.until):
        return False
    run_for(task, period, _MISS, on=on)
    run_for(task, period, _LEAVE, on=on)
    open_periods([task.pk], on=on)
    run_for(task, period, _RENEW_PARTS)
    run_for(task, period, _MOVE_WORK, kinds=[TAKE, REPORT, CONFIRM, EXECUTE])
    open_work_from(_REPORTS, [str(task.plan), task.plan.unit_id, task.pk, period.starts_on, REPORT])
    open_work_from(_PARTS, [str(task.plan), task.pk, period.starts_on, EXECUTE])
    _tell_missed(task, on)
    return True


def _tell_missed(task: Task, on: date) -> None:
    """One notice for each period that units missed, to who takes on their work."""
    missed = WorkPeriod.objects.filter(assignment__task=task, state="missed", closed_on=on)
    for name in sorted(missed.order_by().values_list("name", flat=True).distinct()):
        units = missed.filter(name=name).order_by().values_list("assignment__unit_id", flat=True).distinct()
        words = f"{name} không hoàn thành: nhiệm vụ {task.number} {task.title}, {task.plan}"
        tell_holders(units, "tasks.assign", MISSED, words, _page(task), f"{MISSED}:{task.pk}:{name}")


def _page(task: Task) -> str:
    return reverse("plans:task", args=[task.plan_id, task.pk])
