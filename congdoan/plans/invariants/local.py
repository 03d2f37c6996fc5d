"""Units' own plans: each task carries out what a superior gave to that very unit."""

from typing import Final

from congdoan.core.verify.checks import by_query, checks

_GIVEN: Final = """
    select 'Nhiệm vụ số ' || task.id || ' (' || task.number || ', kế hoạch số ' || task.plan_id || ')'
      from plans_task task join plans_plan plan on plan.id = task.plan_id
     where task.carries_out_id is not null
       and not exists (select from plans_assignment given
                        join organisation_unit own on own.id = plan.unit_id
                        join organisation_unit unit on unit.id = given.unit_id
                        where given.task_id = task.carries_out_id
                          and (unit.id = own.id or unit.ends_on is not null and starts_with(unit.path, own.path)))
"""
_SUPERIOR: Final = """
    select 'Kế hoạch số ' || plan.id || ' (' || left(plan.subject, 80) || ')'
      from plans_plan plan join plans_plan superior on superior.id = plan.carries_out_id
     where superior.unit_id = plan.unit_id or superior.issued_on is null
"""


def register() -> None:
    for name, sentence, select in (
        ("given", "Nhiệm vụ của đơn vị chỉ thực hiện việc cấp trên giao cho chính đơn vị đó", _GIVEN),
        ("superior", "Kế hoạch của đơn vị chỉ thực hiện kế hoạch đã ban hành của đơn vị khác", _SUPERIOR),
    ):
        checks.register(f"local.{name}", by_query(sentence, select))
