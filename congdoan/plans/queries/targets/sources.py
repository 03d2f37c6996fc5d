"""Where the figures of a target come from: a small registry, each source one SELECT over all parts and periods."""

from dataclasses import dataclass
from typing import Final

from congdoan.core.registry import Registry


@dataclass(frozen=True, slots=True)
class TargetSource:
    """`select` gives (part_id, period_id, value, at) for the parts of the targets %(targets)s, on the day %(on)s.

    `at` is the moment of the figure. `needs_task`: the target must name a task.
    """

    label: str
    select: str
    needs_task: bool = False


target_sources: Registry[TargetSource] = Registry("source of targets")

_TYPED: Final = """
    select value.part_id, value.period_id, value.value, value.at
      from plans_targetvalue value join plans_targetpart part on part.id = value.part_id
     where part.target_id = any(%(targets)s) and value.value is not null
"""
# What each unit was given to lead for the target's task, or in its plan; where the unit has given it on by a plan of
# its own, the parts of that plan instead.
_GIVEN: Final = """
    with asked as (
        select target.id as target_id, task.id
          from plans_task task join plans_measuredtarget target on target.plan_id = task.plan_id
         where target.id = any(%(targets)s) and (target.task_id is null or target.task_id = task.id)
           and task.withdrawn_on is null
    ), own as (
        select asked.target_id, plan.unit_id as owner, task.carries_out_id as task_id,
               part.state, part.done_on, part.given_on
          from plans_task task join asked on asked.id = task.carries_out_id
          join plans_plan plan on plan.id = task.plan_id and plan.state in ('issued', 'running', 'closed')
          join plans_assignment part on part.task_id = task.id
         where task.withdrawn_on is null and part.role = 'lead' and part.state <> 'withdrawn'
    ), given as (
        select * from own
        union all
        select asked.target_id, part.unit_id, part.task_id, part.state, part.done_on, part.given_on
          from plans_assignment part join asked on asked.id = part.task_id
         where part.role = 'lead' and part.state <> 'withdrawn'
           and not exists (select from own where own.owner = part.unit_id and own.task_id = part.task_id)
    )
    select part.id as part_id, period.id as period_id, {value} as value, max(given.done_on)::timestamptz as at
      from plans_targetpart part
      join plans_measuredtarget target on target.id = part.target_id
      join plans_targetperiod period on period.target_id = target.id and period.starts_on <= %(on)s
      join given on given.target_id = target.id and given.owner = part.unit_id and given.given_on <= period.ends_on
     where part.target_id = any(%(targets)s)
     group by part.id, period.id
"""
_DONE: Final = """count(*) filter (where given.state = 'done' and given.done_on <= period.ends_on
                                     and (target.counting <> 'within' or given.done_on >= period.starts_on))"""
_COUNTED: Final = """
    select part.id as part_id, period.id as period_id, ended.value - case target.counting
           when 'within' then coalesce(begun.value, 0) else 0 end as value, ended.at
      from plans_targetpart part
      join plans_measuredtarget target on target.id = part.target_id
      join plans_targetperiod period on period.target_id = target.id and period.starts_on <= %(on)s
      join plans_assignment given on given.task_id = target.task_id and given.unit_id = part.unit_id
      join lateral (select counted.id from plans_assignmenttarget counted where counted.assignment_id = given.id
                     order by counted."order", counted.id limit 1) counted on true
      join lateral (
           select figure.value, report.created_at as at from plans_reportfigure figure
             join plans_progressreport report on report.id = figure.report_id
            where figure.target_id = counted.id and report."on" <= period.ends_on
              and report.state in ('noted', 'to_confirm', 'to_accept', 'accepted')
            order by report.id desc limit 1) ended on true
      left join lateral (
           select figure.value from plans_reportfigure figure
             join plans_progressreport report on report.id = figure.report_id
            where figure.target_id = counted.id and report."on" < period.starts_on
              and report.state in ('noted', 'to_confirm', 'to_accept', 'accepted')
            order by report.id desc limit 1) begun on true
     where part.target_id = any(%(targets)s)
"""


def register() -> None:
    target_sources.register("typed", TargetSource("Đơn vị nhập", _TYPED))
    share = f"100.0 * {_DONE} / count(*)"
    for name, label, value in (
        ("tasks_done", "Số phần việc đã nghiệm thu", _DONE),
        ("tasks_share", "Tỷ lệ % phần việc đã nghiệm thu", share),
    ):
        target_sources.register(name, TargetSource(label, _GIVEN.format(value=value)))
    counted = TargetSource("Số đếm trong báo cáo của một nhiệm vụ", _COUNTED, needs_task=True)
    target_sources.register("counted", counted)
