"""What work with plans gives to reports as figures: tasks of an organ and its departments in a period."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from django.db import connection
from django.urls import reverse

from congdoan.core import clock
from congdoan.organisation.organ_sql import of_organs, organ_of
from congdoan.reporting.sources import FigureSource, Origin, Origins, figure_sources

GROUP: Final = "Nhiệm vụ theo kế hoạch"
IDS: Final = "%(units)s::bigint[]"

ORGAN: Final = organ_of("doing")
_WORK: Final = f"""
    join organisation_unit doing on doing.id = assignment.unit_id
    join plans_task task on task.id = assignment.task_id
    join plans_plan plan on plan.id = assignment.plan_id
    {{more}}
   where {of_organs("doing", IDS)}
"""
WORK: Final = f"from plans_assignment assignment {_WORK}"
# What recurs is owed once in each of its periods. One that went by undone is owed no more from `left_on` on.
OWED: Final = f"""
    from (
        select held.id, held.unit_id, held.task_id, held.plan_id, greatest(held.given_on, period.starts_on) as given_on,
               case when period.id is null then held.due else period.due end as due,
               case when period.id is null then held.done_on when period.state = 'done' then period.closed_on end
                 as done_on,
               case when period.state = 'missed' then period.closed_on end as left_on,
               case when period.state = 'cancelled' then 'withdrawn' when period.state in ('done', 'missed') then 'done'
                 else held.state end as state,
               coalesce(period.name, '') as period
          from plans_assignment held left join plans_workperiod period on period.assignment_id = held.id
    ) assignment {_WORK}
"""  # noqa: S608
GIVEN: Final = """
    assignment.given_on <= %(ends)s and (assignment.done_on is null or assignment.done_on >= %(starts)s)
    and (assignment.left_on is null or assignment.left_on >= %(starts)s) and assignment.state <> 'withdrawn'
"""
DONE: Final = "assignment.done_on between %(starts)s and %(ends)s and assignment.state <> 'withdrawn'"
NOT_DONE: Final = f"{GIVEN} and (assignment.done_on is null or assignment.done_on > %(ends)s)"
# Late on the last day of the period, or today when that is not over yet.
_LATE: Final = """
    assignment.due < least(%(ends)s::date + 1, %(today)s::date) and assignment.state <> 'paused'
"""
_REPORTS: Final = "join plans_progressreport report on report.assignment_id = assignment.id"
SENT: Final = "report.state in ('noted', 'to_confirm', 'to_accept', 'accepted')"

_TASKS: Final = {
    "given": ("Nhiệm vụ phải thực hiện trong kỳ", GIVEN),
    "done": ("Nhiệm vụ hoàn thành trong kỳ", DONE),
    "on_time": (
        "Nhiệm vụ hoàn thành đúng hạn",
        f"{DONE} and (assignment.due is null or assignment.done_on <= assignment.due)",
    ),
    "done_late": ("Nhiệm vụ hoàn thành sau hạn", f"{DONE} and assignment.done_on > assignment.due"),
    "overdue": ("Nhiệm vụ quá hạn, chưa hoàn thành đến cuối kỳ", f"{NOT_DONE} and {_LATE}"),
    "going": ("Nhiệm vụ đang thực hiện, chưa quá hạn đến cuối kỳ", f"{NOT_DONE} and ({_LATE}) is not true"),
}
_MORE: Final = {
    "new": (
        "Nhiệm vụ mới được giao trong kỳ",
        "nhiệm vụ",
        "",
        "assignment.given_on between %(starts)s and %(ends)s and assignment.state <> 'withdrawn'",
    ),
    "reports": (
        "Báo cáo kết quả nhiệm vụ đã gửi trong kỳ",
        "báo cáo",
        _REPORTS,
        f"report.on between %(starts)s and %(ends)s and {SENT}",
    ),
}
PLANS: Final = f"""
    from plans_plan plan join organisation_unit doing on doing.id = plan.unit_id
   where {of_organs("doing", IDS)} and plan.issued_on between %(starts)s and %(ends)s
     and plan.state in ('issued', 'running', 'closed', 'replaced')
"""
MOST: Final = 500


def register() -> None:
    for name, (label, where) in _TASKS.items():
        figure_sources.register(
            f"plans.{name}", _counted(label, "nhiệm vụ", OWED.format(more=""), where, owed_where(where))
        )
    for name, (label, unit_text, more, where) in _MORE.items():
        work = WORK.format(more=more)
        figure_sources.register(f"plans.{name}", _counted(label, unit_text, work, where, work_where(where, more)))
    figure_sources.register(
        "plans.issued",
        FigureSource(
            "Kế hoạch, chương trình đã ban hành trong kỳ",
            GROUP,
            "văn bản",
            f"select {ORGAN} as unit_id, count(*) as value {PLANS} group by 1",
            issued_plans,
        ),
    )


def work_where(where: str, more: str = "") -> Callable[[int | Sequence[int], date, date], list[Origin]]:
    """Origins: the tasks of these units that the condition holds for, nearest due day first."""
    return _origins(f"{WORK.format(more=more)} and {where}", "''")


def owed_where(where: str) -> Callable[[int | Sequence[int], date, date], list[Origin]]:
    """The same, what recurs once for each of its periods."""
    return _origins(f"{OWED.format(more='')} and {where}", "assignment.period")


def _origins(work: str, period: str) -> Callable[[int | Sequence[int], date, date], list[Origin]]:
    select = f"""
        select distinct assignment.id, task.number, task.title, plan.symbol, doing.short_name, assignment.due,
               {period} as period
        {work} order by assignment.due, assignment.id limit {MOST}
    """

    def found(units: int | Sequence[int], starts: date, ends: date) -> list[Origin]:
        with connection.cursor() as cursor:
            cursor.execute(select, parameters(units, starts, ends))
            return [_task(*row) for row in cursor.fetchall()]

    return found


def issued_plans(units: int | Sequence[int], starts: date, ends: date) -> list[Origin]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"select plan.id, plan.symbol, plan.subject, plan.issued_on {PLANS} order by plan.issued_on, plan.id",
            parameters(units, starts, ends),
        )
        return [
            Origin(subject, f"{symbol}, {issued_on:%d/%m/%Y}", reverse("plans:plan", args=[pk]))
            for pk, symbol, subject, issued_on in cursor.fetchall()
        ]


def parameters(units: int | Sequence[int], starts: date, ends: date) -> dict[str, list[int] | date]:
    """What the SELECT of a source reads, for one unit or several."""
    ids = [units] if isinstance(units, int) else list(units)
    return {"units": ids, "starts": starts, "ends": ends, "today": clock.today()}


def _counted(label: str, unit_text: str, work: str, where: str, origins: Origins) -> FigureSource:
    select = f"select {ORGAN} as unit_id, count(*) as value {work} and {where} group by 1"
    return FigureSource(label, GROUP, unit_text, select, origins)


def _task(pk: int, number: str, title: str, symbol: str, unit: str, due: date | None, period: str) -> Origin:
    about = [unit, period, f"Kế hoạch {symbol}" if symbol else "", f"hạn {due:%d/%m/%Y}" if due else ""]
    words = f"{number} {title}".strip()
    return Origin(words, " · ".join(part for part in about if part), reverse("plans:assignment", args=[pk]))
