"""Assignments, reports and difficulties: whoever owes something has it on the desk, and nobody else."""

from typing import Final

from congdoan.core.verify.checks import by_query, checks

_ITEMS: Final = """
    select 'Phần việc số ' || assignment.id || ' (' || assignment.state || '): '
           || count(item.id) || ' việc ' || owed.kind || ' đang mở'
      from plans_assignment assignment
      cross join (values ('plans.take', 'new'), ('plans.report', 'doing'), ('plans.confirm', 'to_confirm'),
                         ('plans.accept', 'to_accept')) owed(kind, state)
      left join worklist_workitem item
        on item.kind = owed.kind and item.object_id = assignment.id and item.state = 'open'
     group by assignment.id, assignment.state, owed.kind, owed.state
    having count(item.id) <> (assignment.state = owed.state)::int
"""
_PARTS: Final = """
    select 'Phần việc số ' || coalesce(part.assignment_id, item.object_id) || ', người số '
           || coalesce(part.user_id, item.user_id)
      from (select executor.assignment_id, executor.user_id
              from plans_executor executor join plans_assignment assignment on assignment.id = executor.assignment_id
             where executor.done_on is null and assignment.state = 'doing') part
      full join (select object_id, user_id, id from worklist_workitem
                  where kind = 'plans.execute' and state = 'open') item
        on item.object_id = part.assignment_id and item.user_id = part.user_id
     where part.user_id is null or item.id is null
"""
_ORPHANS: Final = """
    select 'Việc số ' || item.id || ' (' || item.title || ')'
      from worklist_workitem item
     where item.state = 'open'
       and (item.kind in ('plans.take', 'plans.report', 'plans.execute', 'plans.confirm', 'plans.accept')
            and not exists (select from plans_assignment given where given.id = item.object_id)
            or item.kind = 'plans.answer'
            and not exists (select from plans_obstacle asked where asked.id = item.object_id)
            or item.kind in ('plans.review', 'plans.approve', 'plans.issue')
            and not exists (select from plans_plan plan where plan.id = item.object_id))
"""
_ANSWERS: Final = """
    select 'Vướng mắc số ' || asked.id || ': ' || count(item.id) || ' việc đang mở'
      from plans_obstacle asked left join worklist_workitem item
        on item.kind = 'plans.answer' and item.object_id = asked.id and item.state = 'open'
     group by asked.id, asked.state having count(item.id) <> (asked.state in ('open', 'escalated'))::int
"""
_ALONE: Final = """
    select 'Vướng mắc số ' || asked.id
      from plans_obstacle asked join organisation_unit unit on unit.id = asked.unit_id
      left join plans_plan plan on plan.id = asked.plan_id
      left join plans_section section on section.id = asked.section_id
     where section.plan_id <> asked.plan_id
        or asked.state in ('open', 'escalated')
           and (unit.ends_on is not null or plan.state not in ('issued', 'running'))
"""
_COUNTED: Final = """
    select 'Phần việc số ' || assignment.id
      from plans_assignment assignment left join plans_obstacle asked
        on asked.assignment_id = assignment.id and asked.state in ('open', 'escalated')
     group by assignment.id, assignment.open_obstacles having count(asked.id) <> assignment.open_obstacles
"""
_REPORTS: Final = """
    select 'Phần việc số ' || assignment.id || ' (' || assignment.state || '): ' || count(report.id)
           || ' báo cáo ' || waiting.state
      from plans_assignment assignment cross join (values ('to_confirm'), ('to_accept')) waiting(state)
      left join plans_progressreport report
        on report.assignment_id = assignment.id and report.state = waiting.state
     group by assignment.id, assignment.state, waiting.state
    having count(report.id) <> (assignment.state = waiting.state)::int
"""
_REACHED: Final = """
    select 'Phần việc số ' || target.assignment_id || ', chỉ số ' || target.id || ' (' || target.name || ')'
      from plans_assignmenttarget target
      left join lateral (
           select figure.value from plans_reportfigure figure
             join plans_progressreport report on report.id = figure.report_id
            where figure.target_id = target.id and report.state in ('noted', 'to_confirm', 'to_accept', 'accepted')
            order by report.id desc limit 1) latest on true
     where target.reached <> coalesce(latest.value, 0)
"""
_ORDER: Final = """
    with recursive way(task, at) as (
         select id, after_id from plans_task where after_id is not null
         union
         select way.task, next.after_id from way join plans_task next on next.id = way.at
          where next.after_id is not null)
    select 'Nhiệm vụ số ' || task from way where task = at
     union
    select 'Nhiệm vụ số ' || task.id from plans_task task join plans_task first on first.id = task.after_id
     where first.plan_id <> task.plan_id
"""
_GIVEN: Final = """
    select 'Phần việc số ' || assignment.id
      from plans_assignment assignment
      join plans_task task on task.id = assignment.task_id join plans_plan plan on plan.id = assignment.plan_id
     where task.plan_id <> assignment.plan_id
        or (assignment.state in ('new', 'doing', 'to_confirm', 'to_accept')
            and (task.withdrawn_on is not null or plan.state not in ('issued', 'running')))
        or (assignment.state = 'done' and assignment.done_on is null)
        or (assignment.state in ('doing', 'to_confirm', 'to_accept', 'done') and assignment.taken_on is null)
"""
_PERIODS: Final = """
    select 'Phần việc số ' || assignment.id || ' (' || assignment.state || '): '
           || count(period.id) filter (where period.state = 'open') || ' kỳ đang mở'
      from plans_workperiod period join plans_assignment assignment on assignment.id = period.assignment_id
     group by assignment.id, assignment.state
    having count(period.id) filter (where period.state = 'open')
           <> (assignment.state not in ('done', 'withdrawn'))::int
"""
_ENDED: Final = """
    select 'Phần việc số ' || assignment.id || ' (' || assignment.state || '), ' || unit.short_name
      from plans_assignment assignment join organisation_unit unit on unit.id = assignment.unit_id
     where assignment.state in ('new', 'doing', 'to_confirm', 'to_accept', 'paused') and unit.ends_on is not null
"""
_HANDED: Final = """
    select 'Bàn giao số ' || handed.id || ', phần việc số ' || handed.assignment_id
      from plans_handover handed
      join plans_assignment assignment on assignment.id = handed.assignment_id
      left join plans_assignment taken on taken.id = handed.into_id
     where (handed.to_unit_id is null or handed.into_id is not null) and assignment.unit_id <> handed.from_unit_id
        or taken.task_id <> assignment.task_id
"""


def register() -> None:
    for name, sentence, select in (
        ("given", "Phần việc đang làm thuộc nhiệm vụ và kế hoạch đang thực hiện", _GIVEN),
        ("items", "Phần việc chưa xong có đúng một việc đang mở, phần việc đã xong không có", _ITEMS),
        ("ended", "Phần việc chưa xong không nằm ở đơn vị đã kết thúc hoạt động", _ENDED),
        ("handed", "Phần việc thôi giao, gộp lại vẫn nằm ở đơn vị cũ cùng lịch sử của nó", _HANDED),
        ("parts", "Người được phân công chưa xong có việc trên bàn, người khác không có", _PARTS),
        ("orphans", "Việc đang mở nào cũng còn đối tượng của nó", _ORPHANS),
        ("reports", "Kết quả chờ xác nhận, chờ nghiệm thu có đúng một báo cáo", _REPORTS),
        ("reached", "Số đã đạt là số của báo cáo cuối", _REACHED),
        ("order", "Việc phải xong trước thuộc cùng văn bản, không việc nào chờ chính nó", _ORDER),
        ("periods", "Việc định kỳ chưa xong có đúng một kỳ đang mở, việc đã xong không có", _PERIODS),
        ("answers", "Vướng mắc chờ trả lời có đúng một việc đang mở", _ANSWERS),
        ("alone", "Vướng mắc nêu riêng chờ trả lời thuộc đơn vị, văn bản còn hoạt động, đúng mục của nó", _ALONE),
        ("obstacles", "Số vướng mắc chưa trả lời đếm đúng", _COUNTED),
    ):
        checks.register(f"tasks.{name}", by_query(sentence, select))
