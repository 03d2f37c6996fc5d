"""What papers stand on: issued papers, and never in a circle."""

from typing import Final

from congdoan.core.verify.checks import by_query, checks

_NAMED: Final = "plan.kind_name || ' số ' || plan.id || ' (' || left(plan.subject, 80) || ')'"
_ISSUED: Final = f"""
    select {_NAMED} from plans_plan plan join plans_plan basis on basis.id = plan.stands_on_id
     where not exists (select from plans_planstep step where step.plan_id = basis.id and step.after = 'issued')
"""  # noqa: S608
_CIRCLE: Final = f"""
    with recursive up(id, above) as (
      select id, stands_on_id from plans_plan where stands_on_id is not null
      union
      select up.id, plan.stands_on_id from up join plans_plan plan on plan.id = up.above
       where plan.stands_on_id is not null)
    select {_NAMED} from plans_plan plan where exists (select from up where up.id = plan.id and up.above = plan.id)
"""  # noqa: S608


def register() -> None:
    for name, sentence, select in (
        ("issued", "Văn bản chỉ căn cứ vào văn bản đã ban hành", _ISSUED),
        ("circle", "Không văn bản nào căn cứ vòng vào chính nó", _CIRCLE),
    ):
        checks.register(f"basis.{name}", by_query(sentence, select))
