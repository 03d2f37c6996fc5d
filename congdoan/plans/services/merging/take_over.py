"""When a paper that merges others is issued: running work goes on under its tasks, and the others are replaced."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import Conflict
from congdoan.plans.models import (
    Assignment,
    AssignmentState,
    Continuation,
    MeasuredTarget,
    Plan,
    PlanState,
    StepKind,
    Task,
)
from congdoan.plans.services.lifecycle.distribute import wanted_parties
from congdoan.plans.services.lifecycle.given_work import UNFINISHED, drop_work_of, move_due_to, rename_work_of
from congdoan.plans.services.lifecycle.replace import retire
from congdoan.plans.services.reorganised.assignments import fold
from congdoan.plans.services.work.steps import record


def continue_work(plan: Plan, *, by: User, on: date) -> None:
    """Before the plan's tasks are given out: whoever has work of an old task has it of the new one, with its history.

    Units that the new task does not name have no part any more. Raises Conflict when an old paper has ended meanwhile.
    """
    rows = list(_rows(plan))
    ended = [row.old.plan for row in rows if row.old.plan.state != PlanState.RUNNING]
    if ended:
        raise Conflict(f"{ended[0]} {ended[0].get_state_display().lower()}, không gộp được nữa. Bỏ nó khỏi bản nháp.")
    going = [row for row in rows if row.into is not None]
    for row in going:
        assert row.into is not None
        _go_on(row.old, row.into, by)
        MeasuredTarget.objects.filter(task=row.old).update(task=row.into)
        Task.objects.filter(carries_out=row.old).update(carries_out=row.into)
    old_plans = {row.old.plan_id for row in rows}
    MeasuredTarget.objects.filter(plan__in=old_plans).update(plan=plan)
    _own_plans_follow(plan, old_plans)
    _only_those_named(plan, [row.into for row in going if row.into is not None], on)


def retire_merged(plan: Plan, *, by: User, on: date) -> None:
    """After the plan has its number: the old papers say by what they are replaced, their units what became of it."""
    by_plan: dict[int, list[Continuation]] = defaultdict(list)
    for row in _rows(plan):
        by_plan[row.old.plan_id].append(row)
    for rows in by_plan.values():
        went = {row.old_id: row.into for row in rows if row.into is not None}
        retire(rows[0].old.plan, plan, [row.old for row in rows], went, by=by, on=on)
    for task in {row.into for rows in by_plan.values() for row in rows if row.into is not None}:
        rename_work_of(task)


def _rows(plan: Plan) -> list[Continuation]:
    found = plan.continues.select_related("old__plan__unit", "old__plan__document", "into").order_by("pk")
    return list(found.select_for_update(of=("self",)))


def _go_on(old: Task, into: Task, by: User) -> None:
    """Unfinished parts first: where a unit has one of two old tasks done, the other goes on."""
    given = old.assignments.select_for_update(of=("self",)).exclude(state=AssignmentState.WITHDRAWN)
    for one in sorted(given.select_related("plan", "task", "unit"), key=lambda a: a.state == AssignmentState.DONE):
        note = f"Từ mục {old.number}, {old.plan}: {old.title}"
        same = Assignment.objects.select_for_update(of=("self",)).filter(task=into, unit=one.unit_id).first()
        if same is None:
            one.task, one.plan = into, into.plan
            one.save(update_fields=["task", "plan"])
            record(one, StepKind.MOVED, by, note)
        elif one.state != AssignmentState.DONE:
            record(same, StepKind.MOVED, by, f"{note}, gộp vào phần việc này")
            fold(one, same, f"mục {old.number}, {old.plan}")


def _only_those_named(plan: Plan, tasks: Sequence[Task], on: date) -> None:
    wanted = {(task, unit): role for task, unit, role in wanted_parties(plan, [task.pk for task in tasks], on=on)}
    unfinished = Assignment.objects.filter(task__in=tasks, state__in=UNFINISHED)
    gone = [one.pk for one in unfinished if (one.task_id, one.unit_id) not in wanted]
    drop_work_of(Assignment.objects.filter(pk__in=gone), on=clock.today())
    for (task_id, unit_id), role in wanted.items():
        unfinished.filter(task=task_id, unit=unit_id).exclude(role=role).update(role=role)
    for task in set(tasks):
        move_due_to(Assignment.objects.filter(task=task, state__in=UNFINISHED), task.due)


def _own_plans_follow(plan: Plan, old_plans: set[int]) -> None:
    """Units' own plans carry out the new paper; a second one of the same unit goes on standing on it."""
    seen: set[int] = set()
    for own in Plan.objects.filter(carries_out__in=old_plans).order_by("-issued_on", "-pk"):
        first = own.unit_id not in seen
        seen.add(own.unit_id)
        Plan.objects.filter(pk=own.pk).update(
            carries_out=plan if first else None, stands_on=own.stands_on_id if first or own.stands_on_id else plan.pk
        )
