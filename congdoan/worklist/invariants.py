"""What always holds of work items, mails and notices."""

from typing import Final

from congdoan.core.verify.checks import by_query, checks

_CLOSED: Final = """
    select 'Việc số ' || id || ' (' || title || ')' from worklist_workitem
     where (state = 'open') <> (closed_on is null) or closed_on < opened_on
"""
_MAILS: Final = """
    select 'Thư số ' || id || ' gửi ' || "to" from worklist_outgoingmail
     where (state in ('sent', 'returned')) <> (sent_at is not null) or "to" = '' or attempts < 0
        or (state <> 'waiting' and attempts = 0) or (state in ('failed', 'returned')) <> (failed_at is not null)
        or (failed_at is not null and error = '')
"""
_ENDED: Final = """
    select 'Việc số ' || item.id || ' (' || item.title || '), ' || unit.short_name
      from worklist_workitem item join organisation_unit unit on unit.id = item.unit_id
     where item.state = 'open' and unit.ends_on is not null
"""


def register() -> None:
    for name, sentence, select in (
        ("items", "Việc đã đóng có ngày đóng, việc đang mở thì không", _CLOSED),
        ("ended", "Không việc đang mở nào nằm ở đơn vị đã kết thúc hoạt động", _ENDED),
        ("mails", "Thư đã gửi có giờ gửi, thư hỏng có lý do", _MAILS),
    ):
        checks.register(f"worklist.{name}", by_query(sentence, select))
