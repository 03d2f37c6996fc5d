"""Who is told what about reports."""

from typing import Final

from django.urls import reverse

from congdoan.core import clock
from congdoan.reporting.models import Report, ReportRequest
from congdoan.worklist.addressing import HOLDERS, holders_params
from congdoan.worklist.services.notices import tell_holders, tell_selected

RETURNED: Final = "reporting.returned"
CORRECTED: Final = "reporting.corrected"
URGED: Final = "reporting.urged"
_URGED: Final = f"""
    with work as (
        select item.object_id as item_id, item.user_id, item.unit_id, item.action from worklist_workitem item
        where item.kind in ('reporting.write', 'reporting.sign') and item.object_id = any(%s) and item.state = 'open'
    ), {HOLDERS}, told as (
        select holder.user_id, %s as kind, %s as text, replace(%s, '/0/', '/' || report.id || '/') as url,
            'reporting.urged:' || report.id || ':' || %s as key
        from holder join reporting_report report on report.id = holder.item_id
    )
"""  # noqa: S608


def tell_returned(report: Report, note: str) -> None:
    words = f"{report.request.unit} trả lại {report.request}: {note.strip()}"
    key = f"{RETURNED}:{report.pk}:{report.version}"
    tell_holders([report.unit_id], "reports.fill", RETURNED, words, _page(report), key)


def tell_sent(report: Report) -> None:
    """The superior, that something it may have read already is another version now."""
    words = f"{report.unit} gửi bản đính chính {report.request}"
    key = f"{CORRECTED}:{report.pk}:{report.version}"
    tell_holders([report.request.unit_id], "reports.ask", CORRECTED, words, _page(report), key)


def tell_urged(request: ReportRequest, report_ids: list[int]) -> None:
    """Those on whose desks these reports of the request lie."""
    today = clock.today()
    words = f"Đôn đốc gửi báo cáo: {request}, hạn {request.due:%d/%m/%Y}"
    url = reverse("reporting:report", args=[0])
    tell_selected(_URGED, [report_ids, *holders_params(today), URGED, words, url, today.isoformat()])


def _page(report: Report) -> str:
    return reverse("reporting:report", args=[report.pk])
