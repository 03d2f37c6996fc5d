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


def register() -> None:
    for name, sentence, select in (
        ("items", "Việc đã đóng có ngày đóng, việc đang mở thì không", _CLOSED),
        ("mails", "Thư đã gửi có giờ gửi, thư hỏng có lý do", _MAILS),
    ):
        checks.register(f"worklist.{name}", by_query(sentence, select))
