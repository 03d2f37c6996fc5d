"""What always holds of reports."""

from typing import Final

from congdoan.core.audit.sealing.sources import Source, sealed_sources
from congdoan.core.verify.checks import by_query, checks
from congdoan.core.verify.numbers import numbered

_SENT: Final = """
    select 'Báo cáo số ' || id from reporting_report
     where (state = 'sent') <> (sent_version is not distinct from version and sent_on is not null)
"""
_OF_FORM: Final = """
    select distinct 'Báo cáo số ' || report.id || ', nội dung số ' || item.id
      from reporting_reportvalue value
      join reporting_formitem item on item.id = value.item_id
      join reporting_report report on report.id = value.report_id
      join reporting_reportrequest request on request.id = report.request_id
     where item.form_id <> request.form_id or value.version > report.version
"""
_WORK: Final = """
    select 'Báo cáo số ' || report.id from reporting_report report
      join reporting_reportrequest request on request.id = report.request_id and request.state = 'open'
      join organisation_unit unit on unit.id = report.unit_id and unit.ends_on is null
     where report.state <> 'sent' and not exists (
           select 1 from worklist_workitem item
            where item.kind = case report.state when 'to_sign' then 'reporting.sign' else 'reporting.write' end
              and item.object_id = report.id and item.state = 'open')
"""
_PRINTED: Final = """
    (select paper.*, file.blob_id as digest
       from reporting_issuedreport paper join core_storedfile file on file.id = paper.file_id)
"""
_SEALED: Final = (
    "unit_id",
    "report_id",
    "request_id",
    "version",
    "number",
    "symbol",
    "issued_on",
    "subject",
    "signer_id",
    "signer_title",
    "issued_by_id",
    "at",
    "digest",
)
_NAME: Final = "' (số ' || source.symbol || ')'"
_NUMBERED: Final = """
    select unit_id, 'BC'::text as series, extract(year from issued_on)::int as year, number::bigint as number,
           'báo cáo số ' || symbol as paper
      from reporting_issuedreport
"""
_PAPERS: Final = """
    select 'Báo cáo đã ban hành số ' || paper.symbol from reporting_issuedreport paper
      left join reporting_report report on report.id = paper.report_id
     where not starts_with(paper.symbol, paper.number || '/BC') or paper.file_id is null
        or paper.version > report.sent_version
"""


def register() -> None:
    numbered.register("reporting", _NUMBERED)
    sealed_sources.register("reporting.issued", Source(_PRINTED, "id", "Báo cáo đã ban hành", _SEALED, _NAME))
    for name, sentence, select in (
        ("sent", "Báo cáo ở trạng thái Đã gửi đúng khi lần đang giữ là lần đã gửi", _SENT),
        ("of_form", "Giá trị trong báo cáo thuộc mẫu của yêu cầu, không quá lần hiện nay", _OF_FORM),
        ("papers", "Báo cáo đã ban hành mang đúng số của nó, có bản in, từ lần đã gửi", _PAPERS),
        ("work", "Báo cáo chưa gửi của kỳ đang mở nằm trên bàn của đơn vị", _WORK),
    ):
        checks.register(f"reporting.{name}", by_query(sentence, select))
