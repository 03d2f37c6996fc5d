"""What always holds of inspections."""

from typing import Final

from congdoan.core.verify.checks import by_query, checks
from congdoan.core.verify.numbers import numbered

_NUMBERED: Final = """
    select inspection.numbered_by_id as unit_id, 'KLKT'::text as series,
           extract(year from inspection.concluded_on)::int as year, inspection.number::bigint as number,
           'kết luận kiểm tra số ' || inspection.symbol as paper
      from oversight_inspection inspection where inspection.number is not null
"""
_ISSUED: Final = """
    select 'Cuộc kiểm tra số ' || id from oversight_inspection
     where (state in ('concluded', 'closed'))
           <> (number is not null and numbered_by_id is not null and concluded_on is not null
                and signer_id is not null and conclusion <> '')
"""
_PAPERS: Final = """
    select 'Cuộc kiểm tra số ' || inspection.id from oversight_inspection inspection
      join documents_document paper on paper.id = inspection.document_id
     where inspection.number is null or paper.file_id is null or paper.readers <> 'oversight'
        or (paper.symbol, paper.issued_on) is distinct from (inspection.symbol, inspection.concluded_on)
"""
_STEPS: Final = """
    select 'Chương trình kiểm tra số ' || programme.id
      from oversight_programme programme
      left join lateral (select after from oversight_programmestep step where step.programme_id = programme.id
                          order by id desc limit 1) last on true
     where coalesce(last.after, 'draft') <> programme.state
"""
_ITEMS: Final = """
    select 'Cuộc kiểm tra số ' || inspection.id || ': không có việc ' || wanted.kind
      from oversight_inspection inspection
      join organisation_unit unit on unit.id = inspection.unit_id and unit.ends_on is null
      join (values ('oversight.explain', 'explaining'), ('oversight.write', 'writing'), ('oversight.sign', 'to_sign'))
           wanted(kind, state) on wanted.state = inspection.state
     where not exists (select from worklist_workitem item where item.kind = wanted.kind
                          and item.object_id = inspection.id and item.state = 'open')
"""
_REMEDIES: Final = """
    select 'Kiến nghị kiểm tra số ' || remedy.id || ': ' || count(item.id) || ' việc đang mở'
      from oversight_remedy remedy
      left join worklist_workitem item on item.object_id = remedy.id and item.state = 'open'
       and item.kind in ('oversight.remedy', 'oversight.recheck')
     group by remedy.id, remedy.state
    having count(item.id) <> (remedy.state in ('given', 'reported'))::int
"""
_TASKS: Final = """
    select 'Phát hiện kiểm tra số ' || finding.id
      from oversight_finding finding
      join oversight_inspection inspection on inspection.id = finding.inspection_id
      join organisation_unit inspected on inspected.id = inspection.unit_id
      join plans_assignment assignment on assignment.id = finding.assignment_id
      join organisation_unit doing on doing.id = assignment.unit_id
     where not starts_with(doing.path, inspected.path)
"""


def register() -> None:
    numbered.register("oversight", _NUMBERED)
    for name, sentence, select in (
        ("issued", "Cuộc kiểm tra đã kết luận đúng khi kết luận có số, ngày, người ký", _ISSUED),
        ("papers", "Văn bản của kết luận kiểm tra mang số, ngày của kết luận, có tệp", _PAPERS),
        ("steps", "Trạng thái của chương trình kiểm tra là bước cuối đã ghi", _STEPS),
        ("items", "Cuộc kiểm tra chờ giải trình, soạn hay ký kết luận nằm trên bàn của người làm", _ITEMS),
        ("remedies", "Kiến nghị chưa xong có đúng một việc đang mở, đã xong thì không", _REMEDIES),
        ("tasks", "Phát hiện chỉ gắn với nhiệm vụ của chính đơn vị được kiểm tra", _TASKS),
    ):
        checks.register(f"oversight.{name}", by_query(sentence, select))
