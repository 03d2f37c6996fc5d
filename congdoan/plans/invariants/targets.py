"""Targets: parts stand under the parts that they come from, and figures are asked of those who owe them."""

from typing import Final

from congdoan.core.verify.checks import by_query, checks

_PATHS: Final = """
    select 'Phần chỉ tiêu số ' || part.id || ' (' || part.path || ')'
      from plans_targetpart part left join plans_targetpart above on above.id = part.parent_id
     where part.path <> coalesce(above.path, '/') || part.id || '/'
        or part.depth <> coalesce(above.depth + 1, 0) or above.target_id <> part.target_id
"""
_PERIODS: Final = """
    select 'Số liệu chỉ tiêu số ' || value.id
      from plans_targetvalue value
      join plans_targetpart part on part.id = value.part_id
      join plans_targetperiod period on period.id = value.period_id
     where part.target_id <> period.target_id or (value.value is not null) <> (value.revision > 0)
"""
_LEVELS: Final = """
    select 'Mức riêng số ' || level.id
      from plans_ownlevel level
      join plans_targetpart part on part.id = level.part_id
      join plans_targetperiod period on period.id = level.period_id
     where part.target_id <> period.target_id or (level.ended_on is null) <> (level.ended_by_id is null)
"""
_ITEMS: Final = """
    select 'Việc số ' || item.id || ' (' || item.title || ')'
      from worklist_workitem item
      left join plans_targetvalue value on value.id = item.object_id
      left join plans_targetperiod period on period.id = value.period_id
     where item.kind = 'plans.target_value' and item.state = 'open'
       and (value.id is null or value.value is not null or period.closed_on is not null
            or exists (select from plans_targetpart below where below.parent_id = value.part_id))
"""
_ENDED: Final = """
    select 'Phần chỉ tiêu số ' || part.id || ', ' || unit.short_name
      from plans_targetpart part
      join organisation_unit unit on unit.id = part.unit_id and unit.ends_on is not null
      join plans_measuredtarget target on target.id = part.target_id
      join plans_plan plan on plan.id = target.plan_id and plan.state in ('issued', 'running')
     where part.ended_on is null
"""


def register() -> None:
    for name, sentence, select in (
        ("paths", "Phần chỉ tiêu đứng dưới phần mà nó được chia từ đó", _PATHS),
        ("values", "Số liệu thuộc kỳ của chính chỉ tiêu, có người nhập khi có số", _PERIODS),
        ("levels", "Mức riêng thuộc kỳ của chính chỉ tiêu, bỏ thì có người bỏ", _LEVELS),
        ("ended", "Chỉ tiêu đang đo không giao cho đơn vị đã kết thúc hoạt động", _ENDED),
        ("items", "Việc nhập số liệu đang mở thuộc về đơn vị còn nợ số", _ITEMS),
    ):
        checks.register(f"targets.{name}", by_query(sentence, select))
