"""What always holds of requests about data."""

from typing import Final

from congdoan.core.verify.checks import by_query, checks

_OPEN: Final = """
    select 'Yêu cầu số ' || request.id
      from privacy_datarequest request
     where (request.state in ('waiting', 'accepted')) <> exists (
        select from worklist_workitem item
         where item.kind = 'privacy.decide' and item.object_id = request.id and item.state = 'open')
"""
_ANSWERED: Final = """
    select 'Yêu cầu số ' || id from privacy_datarequest
     where (state in ('accepted', 'done', 'refused')) <> (answered_on is not null and answered_by_id is not null)
        or (state = 'done') <> (done_on is not null)
        or (state = 'done' and kind = 'erasure') <> (erased_at is not null)
"""


def register() -> None:
    checks.register(
        "privacy.open",
        by_query("Yêu cầu về dữ liệu cá nhân đang mở nào cũng có việc trên bàn, đã xong thì không", _OPEN),
    )
    checks.register(
        "privacy.answered", by_query("Yêu cầu về dữ liệu cá nhân đã trả lời có người và ngày trả lời", _ANSWERED)
    )
