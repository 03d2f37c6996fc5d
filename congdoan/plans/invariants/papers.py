"""Issued plans: number, paper, versions and the steps that led there."""

from typing import Final

from congdoan.core.verify.checks import by_query, checks
from congdoan.core.verify.numbers import numbered

# A draft may bear the number that was read from its paper: it is nobody's until the plan is issued.
_NUMBERED: Final = """
    select coalesce(plan.issuer_id, plan.unit_id) as unit_id, plan.series::text as series,
           extract(year from plan.issued_on)::int as year,
           plan.number::bigint as number, 'văn bản số ' || plan.id || ' (' || plan.symbol || ')' as paper
      from plans_plan plan
     where plan.number is not null and plan.issued_on is not null
       and exists (select from plans_planstep step where step.plan_id = plan.id and step.after = 'issued')
"""
_NAMED: Final = "coalesce(nullif(plan.symbol, ''), left(plan.subject, 80))"
_WORDS: Final = f"plan.kind_name || ' số ' || plan.id || ' (' || {_NAMED} || ')'"
_ISSUED: Final = f"""
    select {_WORDS} from plans_plan plan
     where exists (select from plans_planstep step where step.plan_id = plan.id and step.after = 'issued')
       and (plan.issued_on is null or plan.document_id is null or plan.signer_id is null
            or plan.series <> '' and (plan.number is null
                                      or not starts_with(plan.symbol, plan.number || '/' || plan.series || '-'))
            or plan.series = '' and (plan.number is not null or plan.symbol <> ''))
"""  # noqa: S608
_PUBLIC: Final = f"""
    select {_WORDS} from plans_plan plan
     where plan.state in ('issued', 'running', 'closed', 'replaced', 'repealed')
       and not exists (select from plans_planstep step where step.plan_id = plan.id and step.after = 'issued')
"""  # noqa: S608
_STEPS: Final = f"""
    select {_WORDS} from plans_plan plan
      join lateral (select after from plans_planstep step where step.plan_id = plan.id order by id desc limit 1) last
        on true
     where last.after <> plan.state
"""  # noqa: S608
_PAPER: Final = f"""
    select {_WORDS} from plans_plan plan join documents_document paper on paper.id = plan.document_id
     where exists (select from plans_planstep step where step.plan_id = plan.id and step.after = 'issued')
       and (paper.symbol, paper.type, paper.unit_id) <> (plan.symbol, plan.type, coalesce(plan.issuer_id, plan.unit_id))
        or plan.state in ('issued', 'running') and paper.validity not in ('in_force', 'amended')
"""  # noqa: S608
_VERSIONS: Final = f"""
    select {_WORDS} from plans_plan plan
     where plan.version <> 1 + (select count(*) from plans_amendment made where made.plan_id = plan.id)
        or plan.version <> (select coalesce(max(made.version), 1)
                              from plans_amendment made where made.plan_id = plan.id)
"""  # noqa: S608
_WAITING: Final = f"""
    select {_WORDS} || ': ' || waited.kind
      from plans_plan plan
      cross join (values ('plans.approve', 'submitted'), ('plans.issue', 'approved')) waited(kind, state)
     where (select count(*) from worklist_workitem item
             where item.kind = waited.kind and item.object_id = plan.id and item.state = 'open')
           <> (plan.state = waited.state)::int
"""  # noqa: S608
_ENDED: Final = f"""
    select {_WORDS} || ', ' || unit.short_name
      from plans_plan plan join organisation_unit unit on unit.id in (plan.unit_id, plan.coordinator_id)
     where plan.state in ('issued', 'running') and unit.ends_on is not null
"""  # noqa: S608


def register() -> None:
    numbered.register("plans", _NUMBERED)
    for name, sentence, select in (
        ("issued", "Văn bản đã ban hành có ngày, người ký, bản lưu, và số nếu loại đó có số", _ISSUED),
        ("public", "Văn bản đang thực hiện đã qua bước ban hành", _PUBLIC),
        ("steps", "Trạng thái của văn bản là bước cuối đã ghi", _STEPS),
        ("papers", "Văn bản trong kho mang đúng số, ký hiệu đã ban hành", _PAPER),
        ("versions", "Mỗi lần điều chỉnh văn bản là một bản, không sót bản nào", _VERSIONS),
        ("ended", "Kế hoạch đang thực hiện không nằm trong tay đơn vị đã kết thúc hoạt động", _ENDED),
        ("waiting", "Văn bản chờ duyệt, chờ ban hành có đúng một việc đang mở", _WAITING),
    ):
        checks.register(f"plans.{name}", by_query(sentence, select))
