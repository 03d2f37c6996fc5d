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
# The target's task, or all of its plan, and the tasks by which units carry them out in plans of their own, on every
# level; `owner` is the unit whose plan it is.
_ASKED: Final = """
    recursive asked as (
        select target.id as target_id, task.id, plan.unit_id as owner, 0 as depth
          from plans_task task join plans_plan plan on plan.id = task.plan_id
          join plans_measuredtarget target on target.plan_id = task.plan_id
         where target.id = any(%(targets)s) and (target.task_id is null or target.task_id = task.id)
           and task.withdrawn_on is null
        union all
        select asked.target_id, task.id, plan.unit_id, asked.depth + 1
          from asked join plans_task task on task.carries_out_id = asked.id and task.withdrawn_on is null
          join plans_plan plan on plan.id = task.plan_id and plan.state in ('issued', 'running', 'closed')
    )"""
# What each unit was given to lead of these; where the unit has given it on by a plan of its own, the parts of that plan
# instead. A part of the own plan that the unit leads itself is among those.
_GIVEN: Final = f"""
    with {_ASKED}, own as (
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
           and (asked.depth = 0 or asked.owner <> part.unit_id)
           and not exists (select from own where own.owner = part.unit_id and own.task_id = part.task_id)
    )
    select part.id as part_id, period.id as period_id, {{value}} as value, max(given.done_on)::timestamptz as at
      from plans_targetpart part
      join plans_measuredtarget target on target.id = part.target_id
      join plans_targetperiod period on period.target_id = target.id and period.starts_on <= %(on)s
      join given on given.target_id = target.id and given.owner = part.unit_id and given.given_on <= period.ends_on
     where part.target_id = any(%(targets)s)
     group by part.id, period.id
"""  # noqa: S608
_DONE: Final = """count(*) filter (where given.state = 'done' and given.done_on <= period.ends_on
                                     and (target.counting <> 'within' or given.done_on >= period.starts_on))"""
_FIGURE: Final = """
    select figure.value, report.created_at as at from plans_reportfigure figure
      join plans_progressreport report on report.id = figure.report_id
     where figure.target_id = counted.id and {until}
       and report.state in ('noted', 'to_confirm', 'to_accept', 'accepted')
     order by report.id desc limit 1"""
# The first figure of a unit's part of the task; where the unit has a plan of its own for it, the sum of the figures in
# the same unit of those at the ends of that plan, and its own only while none of them has any.
_COUNTED: Final = f"""
    with {_ASKED}, done as (
        select top.id as top, given.task_id, given.unit_id, given.id, own.unit_text, true as is_own
          from plans_targetpart top
          join plans_measuredtarget target on target.id = top.target_id and target.task_id is not null
          join asked on asked.target_id = top.target_id and (asked.depth = 0 or asked.owner <> top.unit_id)
          join plans_assignment given on given.task_id = asked.id and given.unit_id = top.unit_id
          left join lateral (
               select counted.unit_text from plans_assignmenttarget counted where counted.assignment_id = given.id
                order by counted."order", counted.id limit 1) own on true
         where top.target_id = any(%(targets)s)
        union all
        select done.top, task.id, below.unit_id, below.id, done.unit_text, false
          from done
          join plans_plan plan on plan.unit_id = done.unit_id and plan.state in ('issued', 'running', 'closed')
          join plans_task task
            on task.carries_out_id = done.task_id and task.plan_id = plan.id and task.withdrawn_on is null
          join plans_assignment below on below.task_id = task.id and below.role = 'lead' and below.state <> 'withdrawn'
    ), counted as (
        select done.top, done.is_own, figure.id
          from done
          join lateral (
               select one.id from plans_assignmenttarget one
                where one.assignment_id = done.id
                  and (done.unit_text is null or lower(one.unit_text) = lower(done.unit_text))
                order by one."order", one.id limit 1) figure on true
         where done.is_own or not exists (
               select from plans_task task join plans_plan plan on plan.id = task.plan_id
                where task.carries_out_id = done.task_id and plan.unit_id = done.unit_id and task.withdrawn_on is null
                  and plan.state in ('issued', 'running', 'closed'))
    ), reached as (
        select part.id as part_id, period.id as period_id, counted.is_own, ended.at,
               ended.value - case target.counting when 'within' then coalesce(begun.value, 0) else 0 end as value
          from counted
          join plans_targetpart part on part.id = counted.top
          join plans_measuredtarget target on target.id = part.target_id
          join plans_targetperiod period on period.target_id = target.id and period.starts_on <= %(on)s
          join lateral ({_FIGURE.format(until='report."on" <= period.ends_on')}) ended on true
          left join lateral ({_FIGURE.format(until='report."on" < period.starts_on')}) begun on true
    )
    select part_id, period_id, sum(value) as value, max(at) as at
      from reached
     where not is_own or not exists (select from reached below where below.part_id = reached.part_id
                                        and not below.is_own)
     group by part_id, period_id
"""  # noqa: S608


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
