"""What the asking unit does with a request: urge who has not sent, close the period, open it again, let it recur."""

from typing import Final

from django.db import transaction

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.errors import Conflict
from congdoan.reporting.models import ReportRequest, ReportState, ReportStep, RequestState, StepKind
from congdoan.reporting.services.ask import SIGN, WRITE
from congdoan.reporting.services.lookup import locked_request
from congdoan.reporting.services.tell import tell_urged
from congdoan.worklist.services.items import close_work, open_work_from

_REOPEN: Final = f"""
    select case report.state when 'to_sign' then '{SIGN}' else '{WRITE}' end, report.id, %s, %s, report.unit_id,
           case report.state when 'to_sign' then 'reports.sign' else 'reports.fill' end,
           null::bigint, %s::bigint, %s::date, false
      from reporting_report report where report.request_id = %s and report.state <> 'sent'
"""  # noqa: S608


@transaction.atomic
def urge(*, request_id: int, by: User) -> int:
    """Tell every unit that has not sent and was not urged today; returns how many units."""
    asked = locked_request(request_id, by)
    _require_open(asked)
    today = clock.today()
    waiting = asked.reports.exclude(state=ReportState.SENT)
    urged = ReportStep.objects.filter(report__request=asked, kind=StepKind.URGED, on=today)
    found = dict(waiting.exclude(pk__in=urged.values("report")).values_list("pk", "version"))
    if not found:
        last = urged.select_related("by").first()
        who = f"{last.by} đã đôn đốc hôm nay." if last else "Mọi đơn vị đã gửi báo cáo."
        raise Conflict(who)
    ReportStep.objects.bulk_create(
        [ReportStep(report_id=pk, kind=StepKind.URGED, version=n, by=by, on=today) for pk, n in found.items()],
        batch_size=5000,
    )
    tell_urged(asked, list(found))
    return len(found)


@transaction.atomic
def close_request(*, request_id: int, by: User) -> ReportRequest:
    """No report is sent or corrected any more; open work of the units goes off their desks."""
    asked = locked_request(request_id, by)
    asked.move_to(RequestState.CLOSED)
    asked.save(update_fields=["state"])
    open_ones = list(asked.reports.exclude(state=ReportState.SENT).values_list("pk", flat=True))
    close_work(WRITE, open_ones, cancelled=True)
    close_work(SIGN, open_ones, cancelled=True)
    return asked


@transaction.atomic
def reopen_request(*, request_id: int, by: User) -> ReportRequest:
    """What was not sent lies on the units' desks again."""
    asked = locked_request(request_id, by)
    asked.move_to(RequestState.OPEN)
    asked.save(update_fields=["state"])
    source = f"{asked.unit} yêu cầu, số liệu đến hết {asked.ends_on:%d/%m/%Y}"
    open_work_from(_REOPEN, [str(asked)[:300], source, asked.unit_id, asked.due, asked.pk])
    return asked


@transaction.atomic
def set_recurring(*, request_id: int, by: User, recurs: bool) -> ReportRequest:
    """Whether the next period opens by itself."""
    asked = locked_request(request_id, by)
    asked.recurs = recurs
    asked.save(update_fields=["recurs"])
    return asked


def _require_open(asked: ReportRequest) -> None:
    if not asked.is_open:
        raise asked.refusal("Đôn đốc")
