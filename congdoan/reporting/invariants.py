"""What always holds of reports."""

from typing import Final

from congdoan.core.verify.checks import by_query, checks

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


def register() -> None:
    for name, sentence, select in (
        ("sent", "Báo cáo ở trạng thái Đã gửi đúng khi lần đang giữ là lần đã gửi", _SENT),
        ("of_form", "Giá trị trong báo cáo thuộc mẫu của yêu cầu, không quá lần hiện nay", _OF_FORM),
        ("work", "Báo cáo chưa gửi của kỳ đang mở nằm trên bàn của đơn vị", _WORK),
    ):
        checks.register(f"reporting.{name}", by_query(sentence, select))
